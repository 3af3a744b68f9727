//! A small world of the shape of the real one, and a window around it that carries out what the panels ask for.

use std::collections::BTreeMap;

use ots_atlas::command::Command;
use ots_atlas::date::{Date, Day};
use ots_atlas::lang::Lang;
use ots_atlas::map::Sheet;
use ots_atlas::projection::Viewport;
use ots_atlas::scene::{Affine, Color, Group, Rect, Scene, Size};
use ots_atlas::session::{Change, History, Session};
use ots_atlas::ui::{self, Model, Notice, Output, Progress, UiState};
use ots_atlas::world::{
    Area, Claim, Confidence, Corridor, CustomsMeasure, Event, EventKind, Evidence, Id, Institution, InstitutionKind,
    Seat, State, Status, StatusChange, World,
};

fn evidence() -> Evidence {
    Evidence { sources: vec!["s1".to_owned()], confidence: Confidence::High, note: None }
}

fn claim<T>(value: T) -> Claim<T> {
    Claim { value, date: None, evidence: evidence() }
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn state(key: &str, en: &str, tr: &str, status: Status) -> State {
    let names = [("en", en), ("tr", tr)].map(|(code, name)| (code.to_owned(), claim(name.to_owned())));
    let iso = (key.len() == 2).then(|| claim([key.to_owned(), String::new(), String::new()]));
    let change = StatusChange {
        status,
        from: date("2009-10-03"),
        to: None,
        event: None,
        wording: String::new(),
        evidence: evidence(),
    };
    State {
        key: key.to_owned(),
        iso,
        status: vec![change],
        steps: Vec::new(),
        confirmed: None,
        cautions: Vec::new(),
        names: BTreeMap::from(names),
        official_name: claim(en.to_owned()),
        endonym: None,
        endonym_long: None,
        languages: None,
        capital: None,
        capital_point: None,
        currency: None,
        groups: Vec::new(),
    }
}

fn institution(short: Option<&str>, name: &str, city: &str, areas: &[Area]) -> Institution {
    Institution {
        key: short.unwrap_or(name).to_lowercase(),
        name: name.to_owned(),
        names: BTreeMap::new(),
        abbreviation: short.map(str::to_owned),
        kind: InstitutionKind::Related,
        kind_wording: String::new(),
        seed: true,
        founded: claim(None),
        instrument: None,
        mandate: claim(String::new()),
        seat: Some(claim(Seat { city: city.to_owned(), country: None, point: [0.0, 0.0], precision: "city".to_owned() })),
        areas: areas.to_vec(),
        details: Vec::new(),
        tenures: Vec::new(),
        uncertainties: Vec::new(),
        members_evidence: None,
    }
}

fn corridor(key: &str, name: &str) -> Corridor {
    Corridor {
        key: key.to_owned(),
        name: name.to_owned(),
        abbreviation: Some(key.to_owned()),
        description: String::new(),
        instrument: String::new(),
        length_wording: String::new(),
        transit_wording: String::new(),
        members: String::new(),
        caution: None,
        areas: vec![Area::Transport],
        evidence: evidence(),
    }
}

fn event(key: &str, day: &str, title: &str) -> Event {
    Event {
        key: key.to_owned(),
        date: date(day),
        end: None,
        kind: EventKind::FormalSummit,
        number: None,
        title: title.to_owned(),
        place: None,
        country: None,
        point: None,
        decision: String::new(),
        planned: false,
        areas: vec![Area::Economy],
        participants: Vec::new(),
        subjects: Vec::new(),
        evidence: evidence(),
    }
}

fn measure(key: &str, name: &str) -> CustomsMeasure {
    CustomsMeasure {
        key: key.to_owned(),
        name: name.to_owned(),
        body: String::new(),
        states: Vec::new(),
        states_wording: String::new(),
        milestones: String::new(),
        status: String::new(),
        areas: vec![Area::Customs],
        evidence: evidence(),
    }
}

/// A world of the shape of the real one.
pub fn world() -> World {
    let member = Status::Member { founding: true };
    World {
        edition: Day::new(2026, 11, 23),
        states: vec![
            state("TR", "Türkiye", "Türkiye", member),
            state("KZ", "Kazakhstan", "Kazakistan", member),
            state("AZ", "Azerbaijan", "Azerbaycan", member),
            state("KG", "Kyrgyzstan", "Kırgızistan", member),
            state("UZ", "Uzbekistan", "Özbekistan", Status::Member { founding: false }),
            state("HU", "Hungary", "Macaristan", Status::Observer),
            state("TM", "Turkmenistan", "Türkmenistan", Status::Observer),
            state("TRNC", "Northern Cyprus (TRNC)", "Kuzey Kıbrıs (KKTC)", Status::ObserverEntity),
            state("ECO", "Economic Cooperation Organization", "EİT", Status::ObserverOrganisation),
        ],
        institutions: vec![
            institution(Some("TURKSOY"), "International Organization of Turkic Culture", "Ankara", &[Area::Science]),
            institution(Some("TURKPA"), "Parliamentary Assembly of Turkic States", "Baku", &[]),
            institution(None, "Turkic Academy", "Astana", &[Area::Science]),
            institution(Some("TIF"), "Turkic Investment Fund", "Istanbul", &[Area::Investment]),
            institution(Some("TCCI"), "Union of Turkic Chambers of Commerce and Industry", "Istanbul", &[Area::Trade]),
            institution(Some("TGFC"), "Turkic Green Finance Council", "Astana", &[Area::Investment]),
            institution(None, "Union of Turkic Universities", "Ankara", &[Area::Science]),
        ],
        events: vec![
            event("s1", "2011-10-21", "First summit in Almaty"),
            event("s11", "2024-11-06", "Eleventh summit in Bishkek"),
            event("s12", "2025-10-07", "Twelfth summit in Gabala"),
        ],
        corridors: vec![
            corridor("TITR", "Trans-Caspian International Transport Route"),
            corridor("BTK", "Baku–Tbilisi–Kars railway"),
            corridor("CKU", "China–Kyrgyzstan–Uzbekistan railway"),
            corridor("TRIPP", "Planned link via Armenia"),
            corridor("KTI", "Kazakhstan–Turkmenistan–Iran railway"),
            corridor("LAPIS", "Lapis Lazuli corridor"),
            corridor("ZZ", "Another corridor"),
        ],
        measures: vec![measure("C1", "Simplified customs corridor"), measure("C2", "Electronic permit exchange")],
        ..World::default()
    }
}

/// An empty page of a size.
fn sheet(size: Size) -> Sheet {
    let scene = Scene {
        size,
        background: Color::rgb(255, 255, 255),
        title: "Page".to_owned(),
        description: String::new(),
        lang: "en".to_owned(),
        root: Group::new("page"),
        dropped: Vec::new(),
    };
    Sheet {
        scene,
        frame: Rect::new(0.0, 84.0, size.width, size.height - 200.0),
        affine: Affine::IDENTITY,
        viewport: Viewport { center: [52.0, 44.0], km_per_point: 5.0 },
    }
}

/// The window of a test: panels, session, and everything that was asked for.
pub struct Window {
    /// The facts.
    pub world: World,
    /// The session.
    pub history: History,
    /// What the panels remember.
    pub state: UiState,
    /// What is told.
    pub notices: Vec<Notice>,
    /// Work in the background.
    pub job: Option<Progress>,
    /// Every command so far.
    pub asked: Vec<Command>,
    sheet: Sheet,
}

impl Window {
    /// A window around a session.
    pub fn new(session: Session) -> Self {
        Self {
            world: world(),
            history: History::new(session),
            state: UiState::default(),
            notices: Vec::new(),
            job: None,
            asked: Vec::new(),
            sheet: sheet(Size::new(800.0, 600.0)),
        }
    }

    /// One frame: shows the panels and carries out what they ask for.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let session = self.history.now().clone();
        let lang = Lang::new(&session.language).unwrap_or_default();
        let model = Model {
            world: &self.world,
            history: &self.history,
            lang: &lang,
            tokens: session.theme.tokens(),
            day: self.world.as_of(session.as_of),
            sheet: &self.sheet,
            notices: &self.notices,
            job: self.job.as_ref(),
            revision: 0,
            reduced_motion: true,
            export_path: "pictures/ots-atlas.png",
            software: false,
        };
        let Output { commands, .. } = ui::show(ui, &model, &mut self.state);
        for command in commands {
            self.asked.push(command.clone());
            match self.state.carry_out(command, &self.history) {
                Some(Command::Change(change)) => self.history.apply(change),
                Some(Command::Reveal(id)) => self.history.apply(Change::Select(Some(id))),
                Some(Command::Undo) => self.history.undo(),
                Some(Command::Redo) => self.history.redo(),
                Some(Command::Back) => self.history.back(),
                Some(Command::Forward) => self.history.forward(),
                Some(Command::Dismiss(serial)) => self.notices.retain(|notice| notice.serial != serial),
                _ => {}
            }
        }
    }

    /// What is selected.
    pub fn selection(&self) -> Option<&Id> {
        self.history.now().selection.as_ref()
    }
}
