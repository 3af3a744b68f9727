//! A page in the making: adds blocks and keeps the books of what is cited.

mod entity;

use crate::date::{Date, Day, Happened};
use crate::lang::{Lang, Value};
use crate::world::{Claim, Confidence, Disagreement, Evidence, Id, Kind, SourceKind, World};

use super::names;
use super::{Block, Card, Citation, Fact, Row, Span, Story, Symbol, Text, Tone};

/// A page in the making.
pub(super) struct Page<'a> {
    /// All facts.
    pub world: &'a World,
    /// Words.
    pub lang: &'a Lang,
    /// As-of day.
    pub day: Day,
    story: Story,
    remarks: Vec<Row>,
}

impl<'a> Page<'a> {
    /// An empty page about a thing.
    pub fn new(world: &'a World, id: &Id, day: Day, lang: &'a Lang) -> Self {
        let title = world.name_on(id, lang.code(), day);
        let story = Story {
            id: id.clone(),
            title,
            subtitle: String::new(),
            card: None,
            blocks: Vec::new(),
            sources: Vec::new(),
        };
        Self { world, lang, day, story, remarks: Vec::new() }
    }

    /// The page with the remarks at its end, and at its head the note on the observer entity wherever the page speaks
    /// of it.
    pub fn finish(mut self) -> Story {
        let mut rows = std::mem::take(&mut self.remarks);
        // First, as long lists are folded.
        rows.splice(0..0, self.translated());
        self.list("story-remarks", String::new(), rows, 3);
        if let Some(note) = self.entity_note() {
            self.story.blocks.insert(0, note);
        }
        self.story
    }

    /// That its title is a translation of the atlas, and of what.
    fn translated(&self) -> Option<Row> {
        self.world.translated(self.id(), self.lang.code()).filter(|name| *name == self.story.title)?;
        let english = self.world.name(self.id(), "en");
        let text = Text::plain(self.say("story-translated", &[("name", english.into())]));
        Some(Row { detail: Some(text), ..Row::new(Symbol::Source, self.word("story-name")) })
    }

    /// The thing that the page is about.
    pub fn id(&self) -> &Id {
        &self.story.id
    }

    /// The name of a thing on the as-of day in the language of the reader.
    pub fn name(&self, id: &Id) -> String {
        self.world.name_on(id, self.lang.code(), self.day)
    }

    /// What a city is called in the language of the reader.
    pub fn city(&self, city: &str) -> String {
        self.world.city(city, self.lang.code()).to_owned()
    }

    /// A message.
    pub fn word(&self, key: &str) -> String {
        self.lang.text(key)
    }

    /// A message, filled in.
    pub fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.lang.format(key, values)
    }

    /// Sets the title of a page that is not about one thing.
    pub fn title(&mut self, title: String) {
        self.story.title = title;
    }

    /// Sets the line below the title from its parts; empty ones are left out.
    pub fn subtitle(&mut self, parts: &[String]) {
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        self.story.subtitle = parts.join(", ");
    }

    /// Sets the most important statement.
    pub fn card(&mut self, symbol: Symbol, headline: String, lines: Vec<Text>, confidence: Option<Confidence>) {
        let lines = lines.into_iter().filter(|line| !line.is_empty()).collect();
        self.story.card = Some(Card { symbol, headline, lines, confidence });
    }

    /// Adds a block.
    pub fn block(&mut self, block: Block) {
        self.story.blocks.push(block);
    }

    /// Adds facts under an optional heading, unless there are none.
    pub fn facts(&mut self, title: Option<&str>, facts: Vec<Fact>) {
        if !facts.is_empty() {
            let title = title.map(|key| self.word(key));
            self.block(Block::Facts { title, facts });
        }
    }

    /// Adds a list in one column, unless it is empty.
    pub fn list(&mut self, title: &str, trailing: String, rows: Vec<Row>, fold_after: usize) {
        let title = self.word(title);
        self.titled_list(title, trailing, rows, fold_after);
    }

    /// Adds a list in one column under a heading of its own, unless it is empty.
    pub fn titled_list(&mut self, title: String, trailing: String, rows: Vec<Row>, fold_after: usize) {
        if !rows.is_empty() {
            let trailing = if trailing.is_empty() { self.lang.number(rows.len() as f64, 0) } else { trailing };
            self.block(Block::List { title, trailing, rows, two_columns: false, fold_after });
        }
    }

    /// Adds a paragraph with a heading, unless it is empty.
    pub fn paragraph(&mut self, title: &str, text: Text) {
        if !text.is_empty() {
            let title = Some(self.word(title));
            self.block(Block::Paragraph { title, text });
        }
    }

    /// Adds a notice, unless it has no lines.
    pub fn notice(&mut self, tone: Tone, title: String, lines: Vec<Text>) {
        if !lines.is_empty() {
            self.block(Block::Notice { tone, title, lines });
        }
    }

    /// Cites sources: enters them in the list of the page and returns their raised numbers.
    pub fn cite(&mut self, evidence: &Evidence) -> Span {
        Span::Cite(self.numbers(evidence))
    }

    /// The same numbers by themselves.
    pub fn numbers(&mut self, evidence: &Evidence) -> Vec<usize> {
        let mut numbers: Vec<usize> = evidence
            .sources
            .iter()
            .map(|key| {
                let known = self.story.sources.iter().position(|citation| citation.key == *key);
                let confidence = self.world.trust(key, evidence.confidence);
                let at = known.unwrap_or_else(|| {
                    let citation = self.citation(key, confidence);
                    self.story.sources.push(citation);
                    self.story.sources.len() - 1
                });
                if let Some(citation) = self.story.sources.get_mut(at) {
                    citation.confidence = citation.confidence.max(confidence);
                }
                at + 1
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// One line of the list of sources.
    fn citation(&self, key: &str, confidence: Confidence) -> Citation {
        let cited = |label: String, url: &str, reliability| Citation {
            key: key.to_owned(),
            label,
            url: url.to_owned(),
            reliability,
            confidence,
        };
        let Some(source) = self.world.source_of_any(key) else { return cited(key.to_owned(), "", None) };
        if source.kind == SourceKind::Memory {
            return cited(self.word("source-memory-long"), &source.url, source.reliability);
        }
        let parts = [&source.publisher, &source.title, &source.published];
        let mut label: Vec<&str> = Vec::new();
        for part in parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
            if !label.contains(&part) {
                label.push(part);
            }
        }
        cited(label.join(", "), &source.url, source.reliability)
    }

    /// Words with what supports them; low confidence is worded.
    pub fn claim(&mut self, words: impl Into<String>, evidence: &Evidence) -> Text {
        let words = self.localised(&words.into());
        self.support(Text::plain(words), evidence)
    }

    /// A text with what supports it; low confidence is worded.
    pub fn support(&mut self, mut text: Text, evidence: &Evidence) -> Text {
        if text.is_empty() && evidence.confidence != Confidence::Low && !evidence.sources.is_empty() {
            text = text.and(self.word("word-source"));
        }
        if evidence.confidence == Confidence::Low {
            let gap = if text.is_empty() { "" } else { " " };
            text = text.and(format!("{gap}({})", self.word("word-unconfirmed")));
        }
        let cite = self.cite(evidence);
        text.0.push(cite);
        text
    }

    /// A text with what supports it where no mark stands beside it: medium confidence is worded, too.
    pub fn graded(&mut self, text: Text, evidence: &Evidence) -> Text {
        if text.is_empty() || evidence.confidence != Confidence::Medium {
            return self.support(text, evidence);
        }
        let word = self.word("confidence-medium");
        self.support(text.and(format!(" ({word})")), evidence)
    }

    /// A labelled claim; its note goes to the remarks.
    pub fn fact(&mut self, label: &str, words: impl Into<String>, evidence: &Evidence) -> Fact {
        let label = self.word(label);
        self.labelled(label, Text::plain(words), evidence)
    }

    /// A claim under a label that is worded already; its note goes to the remarks.
    pub fn labelled(&mut self, label: String, text: Text, evidence: &Evidence) -> Fact {
        let value = self.support(text, evidence);
        self.remark(&label, evidence);
        Fact { label, value, confidence: Some(evidence.confidence) }
    }

    /// A fact with a label from the assets: worded where there is a message, else as it stands.
    pub fn detail(&mut self, label: &str, claim: &Claim<String>) -> Fact {
        let key = format!("detail-{}", label.replace('_', "-"));
        let words = if self.lang.has(&key) { self.word(&key) } else { label.replace('_', " ") };
        if claim.value == "not found" {
            return Fact { label: words, value: Text::plain(self.word("word-not-found")), confidence: None };
        }
        // Values that are dates are written as the language writes them.
        let value = match claim.value.parse::<Date>() {
            Ok(date) => self.lang.date(date),
            Err(_) => self.localised(&claim.value),
        };
        self.labelled(words, Text::plain(value), &claim.evidence)
    }

    /// A label whose value nobody found.
    pub fn not_found(&self, label: &str) -> Fact {
        Fact { label: self.word(label), value: Text::plain(self.word("word-not-found")), confidence: None }
    }

    /// Keeps the note of a fact for the end of the page.
    pub fn remark(&mut self, about: &str, evidence: &Evidence) {
        let Some(note) = &evidence.note else { return };
        let mut text = Text::plain(self.localised(note));
        let cite = self.cite(evidence);
        text.0.push(cite);
        let row = Row { detail: Some(text), ..Row::new(Symbol::Source, about) };
        if !self.remarks.contains(&row) {
            self.remarks.push(row);
        }
    }

    /// The name of a thing as a link to its page; plain words where there is no such page.
    pub fn link(&self, id: &Id) -> Span {
        let name = self.name(id);
        if self.world.exists(id) { Span::Link(name, id.clone()) } else { Span::Plain(name) }
    }

    /// The name of a country, linked where it has a page.
    pub fn country(&self, area: &str) -> Span {
        match names::country(self.world, self.lang, self.day, area) {
            (name, Some(id)) => Span::Link(name, id),
            (name, None) => Span::Plain(name),
        }
    }

    /// A point on the map: `44.15° N, 80.26° E`.
    pub fn point(&self, [longitude, latitude]: [f64; 2]) -> String {
        let north = if latitude < 0.0 { "unit-south" } else { "unit-north" };
        let east = if longitude < 0.0 { "unit-west" } else { "unit-east" };
        let number = |value: f64| self.lang.number(value.abs(), 2);
        let latitude = self.say(north, &[("number", number(latitude).into())]);
        format!("{latitude}, {}", self.say(east, &[("number", number(longitude).into())]))
    }

    /// A stretch of time: "6 Nov 2024 to 7 Oct 2025", "since 7 Oct 2025".
    pub fn span(&self, from: Option<Date>, to: Option<Date>) -> String {
        let date = |date: Date| Value::from(self.lang.date(date));
        match (from, to) {
            (Some(from), Some(to)) => self.say("story-from-to", &[("from", date(from)), ("to", date(to))]),
            (Some(from), None) => self.say("story-since", &[("from", date(from))]),
            (None, Some(to)) => self.say("story-until", &[("to", date(to))]),
            (None, None) => self.word("word-date-not-found"),
        }
    }

    /// Whether something that lasts from one date to another held on the as-of day, as far as can be told.
    pub fn held(&self, from: Option<Date>, to: Option<Date>) -> Happened {
        if to.is_some_and(|to| to.happened_by(self.day) == Happened::Yes) {
            return Happened::No;
        }
        match from {
            Some(from) => from.happened_by(self.day),
            None if self.is_current() => Happened::Yes,
            None => Happened::Unknown,
        }
    }

    /// Whether the as-of day is the day of the edition or later.
    pub fn is_current(&self) -> bool {
        self.world.edition.is_none_or(|edition| self.day >= edition)
    }

    /// Adds the points about this thing on which sources differ.
    pub fn disagreements(&mut self) {
        let world = self.world;
        let about: Vec<&Disagreement> =
            world.disagreements.iter().filter(|d| d.subjects.contains(&self.story.id)).collect();
        for point in about {
            let mut lines: Vec<Text> =
                point.readings.iter().map(|reading| self.noted(reading.value.clone(), &reading.evidence)).collect();
            if !point.handling.is_empty() {
                let handling = self.say("story-handling", &[("text", point.handling.as_str().into())]);
                lines.push(Text::plain(handling));
            }
            let question = self.localised(&point.question);
            self.notice(Tone::Disagreement, question, lines);
        }
    }

    /// Adds caveats under one heading.
    pub fn cautions(&mut self, claims: &[Claim<String>]) {
        let lines = claims.iter().map(|claim| self.noted(claim.value.clone(), &claim.evidence)).collect();
        let title = self.word("story-caution");
        self.notice(Tone::Caution, title, lines);
    }

    /// A claim followed by its note, both in the language of the reader where the assets have a wording in it.
    pub fn noted(&mut self, words: String, evidence: &Evidence) -> Text {
        let mut text = Text::plain(self.localised(&words));
        if let Some(note) = &evidence.note {
            let gap = if words.ends_with(['.', '?', '!']) { " " } else { ". " };
            text = text.and(gap).and(self.localised(note));
        }
        self.graded(text, evidence)
    }

    /// Words of the facts in the language of the reader, where they are worded in it; else as they are.
    pub fn localised(&self, words: &str) -> String {
        self.world.localised(words, self.lang.code()).to_owned()
    }

    /// A row for a thing, with its name and the link to its page.
    pub fn row(&self, symbol: Symbol, id: &Id) -> Row {
        let target = self.world.exists(id).then(|| id.clone());
        Row { target, ..Row::new(symbol, self.name(id)) }
    }

    /// Id of a state.
    pub fn state(key: &str) -> Id {
        Id::new(Kind::State, key)
    }
}

impl Row {
    /// A row with a symbol and a label only.
    pub(super) fn new(symbol: Symbol, label: impl Into<String>) -> Self {
        Self { symbol, target: None, label: label.into(), detail: None, trailing: String::new(), confidence: None }
    }
}
