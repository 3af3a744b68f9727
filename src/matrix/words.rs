//! What a cell says in words: for the pointer, for the keyboard, for assistive technology, for text.

use crate::lang::Lang;
use crate::story::words;
use crate::world::{Confidence, Id, Institution, Kind, Membership, Role, State, Status};

use super::{Cell, Matrix, Row};

/// A cell in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// "Turkmenistan in TCCI: member".
    pub title: String,
    /// Since when, what must be known, and who says so; one line each.
    pub lines: Vec<String>,
    /// How well it is supported; none where nothing was found.
    pub confidence: Option<Confidence>,
}

/// Letter of a role.
pub(super) fn letter(role: Role) -> &'static str {
    match role {
        Role::Member => "M",
        Role::Observer => "O",
        Role::Signatory => "S",
        Role::Universities => "U",
        Role::Draft => "D",
        Role::Host => "H",
        Role::Acceding => "A",
    }
}

/// What a state is called on the day.
pub(super) fn state(matrix: &Matrix, lang: &Lang, state: &State) -> String {
    matrix.world.name_on(&Id::new(Kind::State, state.key.as_str()), lang.code(), matrix.day)
}

/// What an institution is called on the day, as short as it goes, and in full.
pub(super) fn body(matrix: &Matrix, lang: &Lang, body: &Institution) -> [String; 2] {
    let id = Id::new(Kind::Institution, body.key.as_str());
    let (world, code) = (matrix.world, lang.code());
    [world.short_name_on(&id, code, matrix.day), world.name_on(&id, code, matrix.day)]
}

/// Since when, as far as it is known.
pub(super) fn since(lang: &Lang, part: &Membership) -> String {
    match (part.from, part.by) {
        (Some(from), _) => lang.format("story-since", &[("from", lang.date(from).into())]),
        (None, Some(by)) => lang.format("story-by", &[("date", lang.date(by).into())]),
        (None, None) => lang.text("word-date-not-found"),
    }
}

/// Publisher, title and date of the sources of a part, one line each.
pub(super) fn sources(matrix: &Matrix, lang: &Lang, keys: &[String]) -> Vec<String> {
    let known = keys.iter().filter_map(|key| matrix.world.source(key));
    let line = |source: &crate::world::Source| {
        let date = source.published.parse::<crate::date::Date>();
        let date = date.map_or_else(|_| source.published.clone(), |date| lang.date(date));
        format!("{}: {}, {date}", source.publisher, source.title)
    };
    known.map(line).collect()
}

/// How well something is supported, in a few words.
fn evidence(lang: &Lang, confidence: Confidence) -> String {
    lang.format("matrix-confidence", &[("word", lang.text(words::confidence(confidence)).into())])
}

/// A cell in words: role, since, what is uncertain, note, confidence and sources.
#[must_use]
pub fn told(matrix: &Matrix, lang: &Lang, row: &Row, column: usize) -> Option<Told> {
    let of = matrix.columns.get(column)?;
    let [short, _] = body(matrix, lang, row.body);
    let name = state(matrix, lang, of.state);
    let entity = of.standing.is_some_and(|it| it.status == Status::ObserverEntity);
    let mut lines = Vec::new();
    let (role, confidence) = match row.cells.get(column)? {
        Some(Cell { part, certain }) => {
            let exact = part.wording.iter().map(|wording| format!(". {wording}"));
            lines.push(lang.sentence(&std::iter::once(since(lang, part)).chain(exact).collect::<String>()));
            if !certain {
                lines.push(lang.text("story-coarse-date"));
            }
            lines.extend(part.evidence.note.clone());
            lines.push(evidence(lang, part.evidence.confidence));
            lines.extend(sources(matrix, lang, &part.evidence.sources));
            (lang.text(words::role(part.role)).to_lowercase(), Some(part.evidence.confidence))
        }
        None => {
            let current = matrix.world.edition.is_none_or(|edition| matrix.day >= edition);
            let said = row.body.absent.iter().find(|claim| claim.value.0 == of.state.key).filter(|_| current);
            if let Some(claim) = said {
                lines.push(claim.value.1.clone());
                lines.push(evidence(lang, claim.evidence.confidence));
                lines.extend(sources(matrix, lang, &claim.evidence.sources));
            }
            (lang.text("role-none").to_lowercase(), None)
        }
    };
    if entity {
        lines.extend(matrix.world.note("recognition", lang.code()).map(str::to_owned));
    }
    let values = [("state", name.into()), ("body", short.into()), ("role", role.into())];
    Some(Told { title: lang.format("matrix-told", &values), lines, confidence })
}
