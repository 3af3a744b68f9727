//! The inspector shows any story: every kind of block, every link, at every size of the window.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

mod support;

use std::cell::RefCell;
use std::rc::Rc;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use ots_atlas::command::Command;
use ots_atlas::date::Day;
use ots_atlas::lang::Lang;
use ots_atlas::map::Sheet;
use ots_atlas::paint::screen::font_definitions;
use ots_atlas::projection::Viewport;
use ots_atlas::scene::{Affine, Color, Group, Rect, Scene, Size};
use ots_atlas::session::{Change, History, Session};
use ots_atlas::story::{
    Block, Card, Citation, Datum, Fact, Row, Series, Share, ShareKind, Span, Story, Symbol, Text, Tone,
};
use ots_atlas::style::Theme;
use ots_atlas::ui::inspector::Inspector;
use ots_atlas::ui::{Model, Output, theme};
use ots_atlas::world::{Confidence, Id, Kind, LengthBasis, SegmentStatus, Service, World};
use support::{Soft, save};

/// A text of words and raised numbers.
fn cited(words: &str, numbers: &[usize]) -> Text {
    Text(vec![Span::Plain(words.to_owned()), Span::Cite(numbers.to_vec())])
}

fn fact(label: &str, value: &str, number: usize, confidence: Confidence) -> Fact {
    Fact { label: label.to_owned(), value: cited(value, &[number]), confidence: Some(confidence) }
}

fn row(label: &str, trailing: &str) -> Row {
    Row {
        symbol: Symbol::Member,
        target: Some(Id::new(Kind::Institution, label.to_lowercase())),
        label: label.to_owned(),
        detail: None,
        trailing: trailing.to_owned(),
        confidence: Some(Confidence::High),
    }
}

fn share(kind: ShareKind, km: f64, label: &str) -> Share {
    Share { kind, km, label: label.to_owned() }
}

/// Facts, roles and bars, as on a page about a state.
fn figures() -> Vec<Block> {
    let high = Confidence::High;
    vec![
        Block::Facts {
            title: None,
            facts: vec![
                fact("Capital", "Astana", 4, high),
                fact("Population, 2024", "20\u{202f}592\u{202f}571", 5, high),
                fact("Area", "2\u{202f}724\u{202f}900 km²", 4, high),
                fact("GDP nominal, 2024", "288.4 bn USD", 4, Confidence::Medium),
                fact("Currency", "tenge ₸, KZT", 4, high),
                fact("Languages", "Kazakh, Russian", 4, high),
            ],
        },
        Block::List {
            title: "Role in institutions".to_owned(),
            trailing: "member in 12 of 13".to_owned(),
            rows: [
                ("TURKSOY", "Ankara"),
                ("TURKPA", "Baku"),
                ("Academy", "hosts"),
                ("TCHF", "Baku"),
                ("TCCI", "Istanbul"),
                ("TIF", "Istanbul"),
                ("Green Finance", "hosts"),
                ("TURKUNIB", ""),
                ("Notaries", "Ankara"),
                ("TURKSAI", "Istanbul"),
            ]
            .map(|(label, trailing)| row(label, trailing))
            .into(),
            two_columns: true,
            fold_after: 7,
        },
        Block::Shares {
            title: "Corridor lines on its territory".to_owned(),
            trailing: "32 segments, 6\u{202f}637 km".to_owned(),
            bars: vec![
                vec![
                    share(ShareKind::Status(Service::Operational), 5861.0, "Operational 5\u{202f}861 km"),
                    share(ShareKind::Status(Service::UnderConstruction), 776.0, "Under construction 776"),
                ],
                vec![
                    share(ShareKind::Basis(LengthBasis::Published), 3199.0, "Length published 3\u{202f}199 km"),
                    share(ShareKind::Basis(LengthBasis::Computed), 3438.0, "Computed or recalled 3\u{202f}438"),
                ],
            ],
        },
    ]
}

/// A value at the beginning of an axis, well supported.
fn datum(name: &str, value: f64) -> Datum {
    let (name, reading, cites) = (name.to_owned(), String::new(), Vec::new());
    Datum { x: 0.0, name, value, reading, emphasis: false, confidence: Confidence::High, cites }
}

/// Freight by year.
fn freight() -> Block {
    let values = [0.77, 0.79, 0.59, 1.48, 2.76, 4.48, 4.12];
    let points = (2019..).zip(values).map(|(year, value)| Datum {
        x: f64::from(year),
        name: year.to_string(),
        value,
        reading: format!("{value} million tonnes, Report.az"),
        emphasis: year == 2025,
        confidence: Confidence::Medium,
        cites: vec![6],
    });
    Block::Chart {
        title: "Trans-Caspian freight".to_owned(),
        unit: "million tonnes".to_owned(),
        series: vec![Series { name: "Ministry series, all traffic".to_owned(), points: points.collect() }],
        note: cited("2025 is 8.1 % below 2024.", &[6]),
    }
}

/// Everything else that a page may hold.
fn others() -> Vec<Block> {
    let aktau = Span::Link("Aktau port".to_owned(), Id::new(Kind::Node, "kz_aktau"));
    vec![
        Block::Paragraph {
            title: Some("On the map".to_owned()),
            text: Text(vec![
                Span::Plain("The main line runs from Altynkol to ".to_owned()),
                aktau,
                Span::Plain(" and goes on by sea; lines are drawn schematically.".to_owned()),
                Span::Cite(vec![1, 2]),
            ]),
        },
        Block::List {
            title: "Corridors".to_owned(),
            trailing: "2".to_owned(),
            rows: vec![
                Row {
                    symbol: Symbol::Rail(SegmentStatus::Operational),
                    target: Some(Id::new(Kind::Corridor, "TITR")),
                    label: "Trans-Caspian International Transport Route, also called the Middle Corridor".to_owned(),
                    detail: Some(cited("Altynkol to Aktau, then by sea to Alat", &[6])),
                    trailing: "3\u{202f}149 km".to_owned(),
                    confidence: Some(Confidence::Medium),
                },
                Row {
                    symbol: Symbol::Sea(SegmentStatus::Operational),
                    target: None,
                    label: "Not a page of its own".to_owned(),
                    detail: None,
                    trailing: String::new(),
                    confidence: Some(Confidence::Low),
                },
            ],
            two_columns: false,
            fold_after: 6,
        },
        Block::Notice {
            tone: Tone::Caution,
            title: "Read with the entry".to_owned(),
            lines: vec![cited(
                "The date of entry into force differs between the depositary and the Secretariat.",
                &[2],
            )],
        },
        Block::Notice {
            tone: Tone::Uncertain,
            title: "Not known with certainty".to_owned(),
            lines: vec![Text::plain("Whether the second track is in service was not found.")],
        },
        Block::Notice {
            tone: Tone::Disagreement,
            title: "Sources differ on the length".to_owned(),
            lines: vec![
                cited("3\u{202f}106 km, says the operator.", &[3]),
                cited("3\u{202f}199 km, says the ministry.", &[6]),
            ],
        },
        Block::Chart {
            title: "Population".to_owned(),
            unit: "millions".to_owned(),
            series: vec![Series {
                name: "World Bank".to_owned(),
                points: [("Türkiye", 85.3), ("Uzbekistan", 36.4), ("Kazakhstan", 20.6), ("Azerbaijan", 10.2)]
                    .map(|(name, value)| Datum {
                        reading: format!("{value} million, World Bank"),
                        emphasis: name == "Kazakhstan",
                        ..datum(name, value)
                    })
                    .into(),
            }],
            note: Text::default(),
        },
    ]
}

/// A page with every kind of block.
fn story() -> Story {
    let mut blocks = figures();
    blocks.push(freight());
    blocks.extend(others());
    let source = |label: &str, confidence| Citation {
        key: label.to_lowercase(),
        label: label.to_owned(),
        url: format!("https://example.org/{}", label.len()),
        reliability: Some(confidence),
        confidence,
    };
    Story {
        id: Id::new(Kind::State, "KZ"),
        title: "Kazakhstan".to_owned(),
        subtitle: "Қазақстан, Republic of Kazakhstan, KZ".to_owned(),
        card: Some(Card {
            symbol: Symbol::Member,
            headline: "Founding member".to_owned(),
            lines: vec![
                cited("Signed 3 Oct 2009, in force since Nov 2010", &[1, 2]),
                cited("Status confirmed by a source of 7 Mar 2026", &[3]),
            ],
            confidence: Some(Confidence::High),
        }),
        blocks,
        sources: vec![
            source("Law No. 341-IV, Kazakhstan, 27 Sep 2010", Confidence::High),
            source("OTS, summits page", Confidence::High),
            source("NTV, 7 Mar 2026", Confidence::Low),
            source("CIA World Factbook, 17 May 2026", Confidence::High),
            source("World Bank, population to 2024", Confidence::High),
            source(
                "Report.az, 10 Mar 2026, ministry figures with a long title that takes two lines",
                Confidence::Medium,
            ),
        ],
    }
}

/// An empty page.
fn blank() -> Sheet {
    let size = Size::new(800.0, 600.0);
    Sheet {
        scene: Scene {
            size,
            background: Color::rgb(255, 255, 255),
            title: String::new(),
            description: String::new(),
            lang: "en".to_owned(),
            root: Group::new("page"),
            dropped: Vec::new(),
        },
        frame: Rect::new(0.0, 80.0, 800.0, 500.0),
        free: Rect::ZERO,
        affine: Affine::IDENTITY,
        viewport: Viewport { center: [0.0, 0.0], km_per_point: 1.0 },
        strips: 0,
        sources: Vec::new(),
        notes: Vec::new(),
        summary: String::new(),
        places: Vec::new(),
        sorters: Vec::new(),
    }
}

/// All that an inspector needs, and what it returned.
struct Desk {
    world: World,
    history: History,
    lang: Lang,
    theme: Theme,
    sheet: Sheet,
    inspector: Inspector,
    story: Story,
    out: Rc<RefCell<Vec<Command>>>,
}

impl Desk {
    fn new(theme: Theme) -> Self {
        let selection = Some(Id::new(Kind::State, "KZ"));
        Self {
            world: World::default(),
            history: History::new(Session { selection, ..Session::default() }),
            lang: Lang::default(),
            theme,
            sheet: blank(),
            inspector: Inspector::default(),
            story: story(),
            out: Rc::default(),
        }
    }

    /// Shows the story in all that there is of a panel.
    fn show(&mut self, ui: &mut egui::Ui) {
        let model = Model {
            tokens: self.theme.tokens(),
            day: Day::new(2026, 11, 23).expect("a day"),
            ..support::model(&self.world, &self.history, &self.lang, &self.sheet)
        };
        theme::install(ui.ctx(), model.tokens, true);
        let mut out = Output::default();
        let frame = egui::Frame::NONE.fill(theme::color(model.tokens.panel));
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            self.inspector.show_story(ui, &model, &self.story, &mut out);
        });
        self.out.borrow_mut().extend(out.commands);
    }
}

/// A window of that size with the inspector in it.
fn open(width: f32, height: f32) -> (Harness<'static, Desk>, Rc<RefCell<Vec<Command>>>) {
    let desk = Desk::new(Theme::Light);
    let out = Rc::clone(&desk.out);
    let harness = Harness::builder()
        .with_size(egui::vec2(width, height))
        .renderer(Soft::default())
        .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.show(ui), desk);
    (harness, out)
}

#[test]
fn every_block_is_painted_in_both_themes() {
    for (theme, word) in Theme::ALL {
        let soft = Soft::default();
        let mut harness = Harness::builder()
            .with_size(egui::vec2(344.0, 1640.0))
            .with_pixels_per_point(if std::env::var_os("OTS_ATLAS_PICTURES").is_some() { 2.0 } else { 1.0 })
            .renderer(soft.clone())
            .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
            .build_ui_state(|ui, desk: &mut Desk| desk.show(ui), Desk::new(theme));
        harness.run();
        save(&format!("inspector-{word}"), &soft.picture(&harness));
    }
}

#[test]
fn a_link_in_a_list_turns_the_page() {
    let (mut harness, out) = open(344.0, 900.0);
    harness.get_by_label("TURKSOY, Ankara").click();
    harness.run();
    let expected = Command::Change(Change::Select(Some(Id::new(Kind::Institution, "turksoy"))));
    assert_eq!(*out.borrow(), [expected]);
}
