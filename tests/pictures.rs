//! Pictures as they are handed over: the same bytes every time, and the way back from a file to the view that it shows,
//! whatever the file has been through.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::io::Write as _;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use ots_atlas::export::press::{self, Flaw};
use ots_atlas::export::{Carried, FORMATS, Format, Laid, Opened, Seen, Size, Spot, Subject, Unreadable, caption};
use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page};
use ots_atlas::paint::dump::dump;
use ots_atlas::paint::png::Easel;
use ots_atlas::projection::{self, Viewport};
use ots_atlas::scene;
use ots_atlas::session::{Layer, Session, View, code};
use ots_atlas::style::Theme;
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);
static BASE: LazyLock<Base> = LazyLock::new(|| Base::new(&WORLD, projection::by_id("albers").unwrap()));

/// A view with a choice of everything.
fn session() -> Session {
    Session {
        selection: Some("state:AZ".parse().unwrap()),
        viewport: Some(Viewport { center: [48.0, 40.5], km_per_point: 2.75 }),
        layers: [Layer::Corridors, Layer::Labels, Layer::Nodes].into(),
        as_of: "2024-11-06".parse().ok(),
        language: "tr".to_owned(),
        theme: Theme::Dark,
        ..Session::default()
    }
}

fn subject<'a>(session: &'a Session, lang: &'a Lang) -> Subject<'a> {
    Subject { world: &WORLD, base: &BASE, session, lang }
}

/// A picture of a session in a size.
fn laid(session: &Session, size: &str) -> Laid {
    let lang = Lang::new(&session.language).unwrap();
    subject(session, &lang).picture(Size::parse(size).unwrap(), None, true)
}

/// The file of a picture.
fn file(session: &Session, format: &Format, carries: bool) -> Vec<u8> {
    let lang = Lang::new(&session.language).unwrap();
    subject(session, &lang).write(&laid(session, "480x270"), format, carries).unwrap()
}

fn open(bytes: &[u8]) -> Result<Opened, Unreadable> {
    Carried::open(bytes, &WORLD)
}

#[test]
fn every_format_leads_back_to_its_view() {
    for format in FORMATS {
        let opened = open(&file(&session(), format, true)).unwrap();
        assert_eq!(opened.session, session(), "{}", format.name);
        assert_eq!((opened.differs, opened.is_partial), (None, false));
        let seen = opened.seen.unwrap();
        assert_eq!(seen.viewport, session().viewport.unwrap());
        // The view opens as the very picture.
        let lang = Lang::new("tr").unwrap();
        let again = subject(&opened.session, &lang).picture(Size::parse("480x270").unwrap(), Some(seen), true);
        assert_eq!(dump(&again.sheet.scene), dump(&laid(&session(), "480x270").sheet.scene), "{}", format.name);
        assert_eq!(open(&file(&session(), format, false)), Err(Unreadable::Empty), "{}", format.name);
    }
}

#[test]
fn a_picture_shows_all_that_the_window_shows() {
    let window = map::compose(&WORLD, &BASE, &session(), &Lang::new("tr").unwrap(), &Page::window(700.0, 800.0));
    let lang = Lang::new("tr").unwrap();
    for size in ["slide", "square", "a4-portrait", "1200x300"] {
        let laid = subject(&session(), &lang).picture(Size::parse(size).unwrap(), Some(Seen::on(&window)), true);
        let width = |sheet: &map::Sheet| sheet.viewport.km_per_point * sheet.frame.width();
        let height = |sheet: &map::Sheet| sheet.viewport.km_per_point * sheet.frame.height();
        assert!(width(&laid.sheet) >= width(&window) * 0.999, "{size}");
        assert!(height(&laid.sheet) >= height(&window) * 0.999, "{size}");
    }
}

#[test]
fn the_printed_code_leads_to_the_same_view() {
    let picture = laid(&session(), "slide");
    let code = code::encode(&picture.session);
    assert!(picture.sheet.notes.iter().any(|note| note.replace(' ', "-").contains(&code)), "{:?}", picture.sheet.notes);
    let opened = open(code.as_bytes()).unwrap();
    assert_eq!(code::encode(&opened.session), code);
    assert_eq!(opened.session.selection, session().selection);
    let lang = Lang::new("tr").unwrap();
    let unmarked = subject(&session(), &lang).picture(Size::parse("slide").unwrap(), None, false);
    assert!(!unmarked.sheet.notes.iter().any(|note| note.contains(&code)));
}

#[test]
fn the_same_view_gives_the_same_bytes_on_any_number_of_threads() {
    for format in FORMATS {
        let first = file(&session(), format, true);
        let others: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| file(&session(), format, true))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(others.iter().all(|other| *other == first), "{}", format.name);
    }
}

/// The text that a picture carries, with a part of it replaced.
fn altered(from: &str, to: &str) -> Vec<u8> {
    let text = Carried::new(&WORLD, &laid(&session(), "480x270")).text();
    assert!(text.contains(from), "{from} is not in {text}");
    png_with("ots-atlas-view", &text.replacen(from, to, 1))
}

/// A PNG of one pixel with a text.
fn png_with(keyword: &str, text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.add_itxt_chunk(keyword.to_owned(), text.to_owned()).unwrap();
    encoder.write_header().unwrap().write_image_data(&[0]).unwrap();
    bytes
}

#[test]
fn changed_facts_are_counted() {
    let digest = ots_atlas::assets::DIGEST;
    let opened = open(&altered(&digest[..16], "0000000000000000")).unwrap();
    assert_eq!(opened.differs, None, "another edition with the same facts");
    let text = Carried::new(&WORLD, &laid(&session(), "480x270")).text();
    let at = text.find("\"state:KZ\":\"").unwrap() + "\"state:KZ\":\"".len();
    let before = &text[at..at + 16];
    let text = text.replacen(before, "0123456789abcdef", 1).replacen(&digest[..16], "0000000000000000", 1);
    let opened = open(&png_with("ots-atlas-view", &text)).unwrap();
    assert_eq!(opened.differs, Some((WORLD.edition, 1)));
}

#[test]
fn views_of_other_editions_open_as_far_as_they_are_known() {
    let opened = open(&altered("\"state:AZ\"", "\"state:XX\"")).unwrap();
    assert_eq!((opened.session.selection, opened.is_partial), (None, true));
    let opened = open(&altered("\"language\":\"tr\"", "\"language\":\"xx\"")).unwrap();
    assert_eq!((opened.session.language.as_str(), opened.is_partial), ("en", true));
    assert_eq!(open(&altered("\"version\":1", "\"version\":2")), Err(Unreadable::Newer));
    for year in ["0001-01-01", "9999-12-31"] {
        let opened = open(&altered("\"2024-11-06\"", &format!("\"{year}\""))).unwrap();
        let sheet = map::compose(&WORLD, &BASE, &opened.session, &Lang::default(), &Page::window(900.0, 700.0));
        assert!(sheet.frame.is_finite(), "{year}");
    }
    for wrong in ["1e999", "null", "\"x\"", "-1"] {
        match open(&altered("\"km_per_point\":2.75", &format!("\"km_per_point\":{wrong}"))) {
            Ok(opened) => assert_eq!(opened.session.viewport, opened.session.viewport.map(Viewport::sane)),
            Err(why) => assert_eq!(why, Unreadable::Garbled, "{wrong}"),
        }
    }
    assert_eq!(open(&altered("\"theme\"", "\"thème\"")), Err(Unreadable::Garbled));
}

#[test]
fn foreign_and_damaged_files_are_refused() {
    for foreign in [&b""[..], b"hello", b"GIF89a", b"\xff\xd8\xff\xe0", b"{}", &[0xff; 4096], b"\x00\x01\x02"] {
        assert_eq!(open(foreign), Err(Unreadable::Foreign));
    }
    for empty in [&b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..], b"%PDF-1.7\n%%EOF"] {
        assert_eq!(open(empty), Err(Unreadable::Empty));
    }
    assert_eq!(open(&png_with("Comment", "hello")), Err(Unreadable::Empty));
    for format in FORMATS {
        let whole = file(&session(), format, true);
        for cut in (0..whole.len()).step_by(whole.len() / 97 + 1) {
            // Whole or not at all: a part of a view is never shown.
            if let Ok(opened) = open(&whole[..cut]) {
                assert_eq!(opened.session, session(), "{} cut at {cut}", format.name);
            }
        }
        for at in (0..whole.len()).step_by(whole.len() / 211 + 1) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            let _ = open(&bytes);
        }
    }
}

/// A chunk of a PNG.
fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut chunk = (data.len() as u32).to_be_bytes().to_vec();
    chunk.extend(kind);
    chunk.extend(data);
    let mut crc = flate2::Crc::new();
    crc.update(&chunk[4..]);
    chunk.extend(crc.sum().to_be_bytes());
    chunk
}

/// A PNG that claims a size, with a text that is deflated.
fn png_of(width: u32, height: u32, text: &[u8]) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 2, 0, 0, 0]);
    let mut itxt = b"ots-atlas-view\0\x01\0\0\0".to_vec();
    let mut deflate = flate2::write::ZlibEncoder::new(&mut itxt, flate2::Compression::best());
    deflate.write_all(text).unwrap();
    deflate.finish().unwrap();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(*b"IHDR", &header));
    png.extend(chunk(*b"iTXt", &itxt));
    png.extend(chunk(*b"IDAT", &[0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]));
    png.extend(chunk(*b"IEND", &[]));
    png
}

#[test]
fn bombs_do_not_go_off() {
    let begun = Instant::now();
    let text = Carried::new(&WORLD, &laid(&session(), "480x270")).text();
    // The pixels of a picture are never asked for.
    assert_eq!(open(&png_of(60_000, 60_000, text.as_bytes())).map(|opened| opened.session), Ok(session()));
    assert_eq!(open(&png_of(1, 1, &vec![b' '; 64 << 20])), Err(Unreadable::Garbled));
    let deep = format!("{{\"version\":1,\"session\":{}", "[".repeat(100_000));
    assert_eq!(open(&png_with("ots-atlas-view", &deep)), Err(Unreadable::Garbled));
    let long = format!("<svg><metadata id=\"ots-atlas-view\">{}</metadata></svg>", "&amp;".repeat(1 << 20));
    assert_eq!(open(long.as_bytes()), Err(Unreadable::Garbled));
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[test]
fn captions_tell_what_is_seen() {
    let session = Session { selection: "state:KZ".parse().ok(), ..Session::default() };
    let picture = laid(&session, "slide");
    let text = caption::text(&WORLD, &picture.sheet, &session, &Lang::default());
    assert!(picture.sheet.scene.description.contains("Uzbekistan"), "files describe what is seen");
    for words in
        ["Kazakhstan", "Uzbekistan", "Hungary", "Northern Cyprus*", "\n* Turkish", "541 and 550", "1. ", "https://"]
    {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let east = Session {
        selection: "state:KG".parse().ok(),
        viewport: Some(Viewport { center: [75.0, 41.5], km_per_point: 0.8 }),
        ..Session::default()
    };
    let picture_of_east = laid(&east, "slide");
    let text_of_east = caption::text(&WORLD, &picture_of_east.sheet, &east, &Lang::default());
    assert!(text_of_east.contains("541 and 550"), "it names Northern Cyprus, which is out of sight: {text_of_east}");
    for cited in &picture.sheet.sources {
        assert!(text.contains(&cited.label), "{}", cited.label);
    }
}

#[test]
fn subtitles_say_what_is_only_proposed_and_on_which_day() {
    let said = |selection: &str, as_of: &str| {
        let selection = selection.parse().ok();
        let sheet = laid(&Session { selection, as_of: as_of.parse().ok(), ..Session::default() }, "slide").sheet;
        (sheet.summary, sheet.notes.join(" "))
    };
    let (proposed, _) = said("institution:ai-centres", "");
    assert!(proposed.contains("Proposed 18 September 2025, not known to have started work"), "{proposed}");
    let (whole, _) = said("institution:ots", "");
    assert!(whole.contains("5 members, 3 observers and 1 observer organisation"), "{whole}");
    for id in ["corridor:TITR", "segment:KZ01", "node:kz_aktau", "route:kz_altynkol~tr_kars~planned"] {
        let (summary, notes) = said(id, "2021-03-31");
        assert!(summary.contains("As of 31 March 2021"), "{id}: {summary}");
        assert!(notes.contains("as of 31 March 2021") && notes.contains("of this edition"), "{id}: {notes}");
        let (summary, notes) = said(id, "");
        assert!(!summary.contains("As of") && !notes.contains("Names and standing"), "{id}: {summary} {notes}");
    }
    let (before, _) = said("state:KZ", "2012-01-01");
    assert!(!before.contains("confirmed"), "nothing had confirmed it: {before}");
    let (entity, _) = said("state:TRNC", "");
    assert!(entity.starts_with("The Turkish Republic"), "{entity}");
}

#[test]
fn sources_are_told_in_sentences() {
    let of = |id: &str| laid(&Session { selection: id.parse().ok(), ..Session::default() }, "slide").sheet;
    let sheet = of("segment:KZ03");
    let labels: Vec<&str> = sheet.sources.iter().map(|cited| cited.label.as_str()).collect();
    assert!(labels.iter().any(|label| label.starts_with("General knowledge")), "{labels:?}");
    assert!(labels.iter().all(|label| !label.starts_with("none")), "{labels:?}");
    assert!(labels.contains(&"Route table: one segment from 2 documents"), "{labels:?}");
    assert!(sheet.summary.contains("1 segment: 1 assumed in service"), "{}", sheet.summary);
}

/// What the press check says of a session in a size.
fn pressed(session: &Session, size: &str, months: u32) -> Vec<press::Finding> {
    press::check(&WORLD, &laid(session, size), &Lang::default(), months)
}

#[test]
fn the_press_check_finds_what_it_is_for() {
    let has = |found: &[press::Finding], flaw: Flaw| found.iter().any(|finding| finding.flaw == flaw);
    let whole = pressed(&Session::default(), "slide", press::MONTHS);
    assert!(!has(&whole, Flaw::MissingNote) && !has(&whole, Flaw::MissingSource) && !has(&whole, Flaw::NoScaleBar));
    assert!(!has(&whole, Flaw::LowContrast) && !has(&whole, Flaw::SmallText), "{whole:?}");
    for (theme, word) in Theme::ALL {
        for size in ["slide", "a4", "a4-portrait", "square"] {
            let found = pressed(&Session { theme, ..Session::default() }, size, press::MONTHS);
            let bad: Vec<_> =
                found.iter().filter(|it| matches!(it.flaw, Flaw::LowContrast | Flaw::SmallText)).collect();
            assert!(bad.is_empty(), "{word} {size}: {bad:?}");
        }
    }
    let dropped = whole.iter().find(|finding| finding.flaw == Flaw::DroppedLabel);
    assert!(dropped.is_none_or(|finding| matches!(finding.spot, Spot::Place(_) | Spot::Map)), "{dropped:?}");
    assert!(has(&pressed(&Session::default(), "slide", 0), Flaw::OldFact), "nothing is younger than the edition");
    let lines = pressed(&Session { selection: "corridor:TITR".parse().ok(), ..Session::default() }, "slide", 1200);
    assert!(!has(&lines, Flaw::OldFact), "nothing is a hundred years old");
    assert!(has(&pressed(&Session::default(), "400x300", 24), Flaw::SmallText), "nobody can read it");
    let table = pressed(&Session { view: View::Matrix, ..Session::default() }, "a3", press::MONTHS);
    assert!(!has(&table, Flaw::MissingNote) && !has(&table, Flaw::NoScaleBar), "of no table: {table:?}");
    let weak = WORLD.segments.iter().any(|it| it.evidence.confidence == world::Confidence::Low);
    assert_eq!(has(&whole, Flaw::Unconfirmed), weak);
}

#[test]
fn the_press_check_misses_what_is_left_out() {
    let lang = Lang::default();
    let session = Session::default();
    let mut picture = laid(&session, "slide");
    picture.sheet.notes.clear();
    picture.sheet.sources.clear();
    let faint = scene::shape("faint", scene::Font::new(30.0, 400));
    let white = scene::Color::rgb(255, 255, 255);
    picture.sheet.scene.root.text(
        scene::Point::new(300.0, 300.0),
        faint,
        scene::Color::rgb(220, 220, 220),
        Some((white, 1.0)),
        None,
    );
    let found = press::check(&WORLD, &picture, &lang, press::MONTHS);
    assert!(found.iter().any(|it| it.flaw == Flaw::LowContrast && it.text.contains("faint")), "{found:?}");
    let notes = found.iter().filter(|finding| finding.flaw == Flaw::MissingNote).count();
    assert_eq!(notes, 2, "Northern Cyprus, and the boundaries: {found:?}");
    assert!(found.iter().any(|finding| finding.flaw == Flaw::MissingSource && finding.spot == Spot::Foot));
    let wide = Session { viewport: Some(Viewport { center: [60.0, 45.0], km_per_point: 12.0 }), ..session };
    let wide = pressed(&wide, "3000x400", press::MONTHS);
    assert!(wide.iter().any(|finding| finding.flaw == Flaw::NoScaleBar), "{wide:?}");
}

#[test]
fn what_was_painted_before_leaves_no_trace() {
    let lang = Lang::default();
    let mut easel = Easel::default();
    for (theme, size) in
        [(Theme::Dark, "480x270"), (Theme::Light, "600x400"), (Theme::Print, "64x36"), (Theme::Dark, "480x270")]
    {
        let session = Session { theme, ..Session::default() };
        let (subject, laid) = (subject(&session, &lang), laid(&session, size));
        let mut again = Vec::new();
        subject.write_to(&mut again, &mut easel, &laid, &FORMATS[0], true).unwrap();
        assert!(again == subject.write(&laid, &FORMATS[0], true).unwrap(), "{theme:?} {size}");
    }
}
