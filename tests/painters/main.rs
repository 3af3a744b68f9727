//! The painters: the same scene in the same places everywhere.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

mod meshes;
mod page;
#[path = "../support/mod.rs"]
mod support;
mod textures;

use ots_atlas::paint::dump::dump;
use ots_atlas::paint::hit::Hits;
use ots_atlas::paint::png::{self, PaintError};
use ots_atlas::paint::screen::{ITALIC, Means, ScreenPainter, TABULAR};
use ots_atlas::scene::{
    Affine, BezPath, Color, Dropped, Font, Group, Point, Rect, Scene, Shape, Size, Stroke, Tag, missing_letters, shape,
};
use page::{COR, INK, LINE, MEMBER, PAPER, ToRing, open, page, ring};
use support::{Window, difference, save};

/// The page in a window.
fn shown(scale: f32, means: Means) -> png::Pixels {
    let scene = page();
    let mut window = Window::new(480.0, 320.0, scale);
    let mut painter = ScreenPainter::new(means);
    let mut picture = None;
    for _ in 0..3 {
        picture = Some(window.frame(|ui| painter.paint(ui.painter(), egui::Pos2::ZERO, &scene, 1)));
    }
    picture.unwrap()
}

#[test]
fn window_and_png_agree() {
    for scale in [1.0, 2.0] {
        let png = png::paint(&page(), scale).unwrap();
        let window = shown(scale, Means::Triangles);
        save(&format!("png-{scale}"), &png);
        save(&format!("window-{scale}"), &window);
        let difference = difference(&png, &window);
        assert!(difference.mean < 0.4, "{difference:?}");
        assert!(difference.far < 0.005, "{difference:?}");
    }
}

#[test]
fn window_shows_the_picture_itself_where_graphics_are_software() {
    let difference = difference(&png::paint(&page(), 1.0).unwrap(), &shown(1.0, Means::Picture));
    assert!(difference.mean < 0.01, "{difference:?}");
}

/// An empty page.
fn blank(width: f64, height: f64) -> Scene {
    let (title, description, lang) = Default::default();
    let root = Group::new("page");
    Scene { size: Size::new(width, height), background: PAPER, title, description, lang, root, dropped: Vec::new() }
}

/// Colour of a pixel.
fn at(pixels: &png::Pixels, x: u32, y: u32) -> [u8; 4] {
    let i = (y * pixels.width + x) as usize * 4;
    pixels.rgba[i..i + 4].try_into().unwrap()
}

/// A colour as it stands in a picture.
fn opaque(color: Color) -> [u8; 4] {
    [color.r, color.g, color.b, 255]
}

#[test]
fn png_is_the_same_twice() {
    let file = || png::encode(&png::paint(&page(), 1.5).unwrap(), &[("Title", "Azərbaycan")], Some(144.0)).unwrap();
    assert_eq!(file(), file());
}

#[test]
fn png_keeps_texts_and_resolution() {
    let pixels = png::paint(&page(), 1.0).unwrap();
    let file = png::encode(&pixels, &[("atlas:view", "Azərbaycan — ₼")], Some(300.0)).unwrap();
    let mut reader = ::png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let info = reader.info();
    assert_eq!(info.color_type, ::png::ColorType::Rgb, "an opaque page needs no opacity");
    assert_eq!(info.utf8_text[0].keyword, "atlas:view");
    assert_eq!(info.utf8_text[0].get_text().unwrap(), "Azərbaycan — ₼");
    assert_eq!(info.pixel_dims.unwrap().xppu, 11_811);
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut rgb).unwrap();
    assert!(rgb.chunks(3).zip(pixels.rgba.chunks(4)).all(|(a, b)| a == &b[..3]));
    assert!(matches!(png::encode(&pixels, &[("", "x")], None), Err(PaintError::Encode(_))));
}

#[test]
fn an_opaque_page_stays_opaque() {
    let mut scene = blank(40.0, 40.0);
    for i in 0..20 {
        let edge = Rect::new(3.3, 2.7, 30.0 + f64::from(i) * 0.37, 33.1 - f64::from(i) * 0.41).to_ring();
        scene.root.path(edge, Some(Color::rgb(40, 10 * i as u8, 200).with_opacity(0.37)), None, None);
    }
    let pixels = png::paint(&scene, 1.0).unwrap();
    assert!(pixels.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255));
}

#[test]
fn a_file_painted_band_by_band_is_that_of_the_whole_picture() {
    let mut easel = png::Easel::default();
    for scale in [7.0, 1.0, 6.3] {
        let whole = png::encode(&png::paint(&page(), scale).unwrap(), &[("Title", "a")], Some(300.0)).unwrap();
        let mut file = Vec::new();
        png::write(&mut easel, &page(), scale, &[("Title", "a")], Some(300.0), &mut file).unwrap();
        assert!(file == whole, "{scale}");
    }
    // No seam: a narrow part of the page has bands of another height, and looks the same but for a handful of edges.
    let mut narrow = page();
    narrow.size.width = 100.0;
    let [wide, narrow] = [page(), narrow].map(|scene| png::paint(&scene, 7.0).unwrap());
    let rows = |pixels: &png::Pixels| pixels.rgba.chunks_exact(pixels.width as usize * 4).map(<[u8]>::to_vec).collect();
    let [wide, narrow]: [Vec<Vec<u8>>; 2] = [rows(&wide), rows(&narrow)];
    let pairs = wide.iter().zip(&narrow).flat_map(|(wide, narrow)| wide.iter().zip(&narrow[..680 * 4]));
    assert!(wide.len() == 2240 && pairs.filter(|(a, b)| a.abs_diff(**b) > 8).count() < 50);
}

#[test]
fn png_may_be_transparent() {
    let mut scene = blank(20.0, 20.0);
    scene.background = Color::TRANSPARENT;
    let half = Color::rgb(200, 100, 50).with_opacity(0.5);
    scene.root.path(Rect::new(5.0, 5.0, 15.0, 15.0).to_ring(), Some(half), None, None);
    let pixels = png::paint(&scene, 1.0).unwrap();
    assert_eq!(at(&pixels, 1, 1), [0, 0, 0, 0]);
    let [r, g, b, a] = at(&pixels, 10, 10);
    assert!(r.abs_diff(200) < 3 && g.abs_diff(100) < 3 && b.abs_diff(50) < 3 && a.abs_diff(128) < 2);
    let file = png::encode(&pixels, &[], None).unwrap();
    let reader = ::png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    assert_eq!(reader.info().color_type, ::png::ColorType::Rgba);
}

#[test]
fn sizes_are_predicted_and_refused() {
    assert_eq!(png::dimensions(&blank(100.4, 33.3), 3.0), Ok((301, 100)));
    let pixels = png::paint(&blank(100.4, 33.3), 3.0).unwrap();
    assert_eq!((pixels.width, pixels.height, pixels.rgba.len()), (301, 100, 301 * 100 * 4));
    assert_eq!(png::paint(&blank(0.3, 10.0), 1.0), Err(PaintError::Empty));
    assert_eq!(png::paint(&blank(10.0, 10.0), 0.0), Err(PaintError::Empty));
    assert_eq!(png::paint(&blank(10.0, 10.0), f32::NAN), Err(PaintError::Empty));
    assert_eq!(png::paint(&blank(-10.0, 10.0), 1.0), Err(PaintError::Empty));
    assert!(matches!(png::paint(&blank(16_385.0, 1.0), 1.0), Err(PaintError::TooLarge { .. })));
    assert!(matches!(png::paint(&blank(16_000.0, 16_000.0), 1.0), Err(PaintError::TooLarge { .. })));
    let error = png::paint(&blank(32_768.0, 32_768.0), 1.0).unwrap_err().to_string();
    assert!(error.contains("32768 × 32768"), "{error}");
}

#[test]
fn nothing_is_painted_outside_a_clip() {
    let mut scene = blank(60.0, 60.0);
    let mut group = Group::clipped("map", Rect::new(10.0, 10.0, 50.0, 50.0));
    group.path(open(&[(0.0, 30.0), (60.0, 30.0)]), None, Some(Stroke::solid(10.0, COR)), None);
    group.path(Rect::new(-1e7, 40.0, 1e7, 1e7).to_ring(), Some(MEMBER), None, None);
    group.text(Point::new(2.0, 25.0), shape("MMMMMM", Font::new(16.0, 900)), INK, Some((COR, 3.0)), None);
    scene.root.group(group);
    for pixels in [png::paint(&scene, 1.0).unwrap(), in_window(&scene, 1.0)] {
        assert_eq!(at(&pixels, 30, 30), opaque(COR));
        assert_eq!(at(&pixels, 30, 48), opaque(MEMBER));
        for (x, y) in (0..60).flat_map(|x| (0..60).map(move |y| (x, y))) {
            let inside = (10..50).contains(&x) && (10..50).contains(&y);
            assert!(inside || at(&pixels, x, y) == opaque(PAPER), "{x} {y}");
        }
    }
}

#[test]
fn holes_and_dashes() {
    let mut scene = blank(60.0, 60.0);
    let mut square = Rect::new(5.0, 5.0, 55.0, 55.0).to_ring();
    square.extend(ring(&[(20.0, 20.0), (20.0, 40.0), (40.0, 40.0), (40.0, 20.0)]));
    scene.root.path(square, Some(MEMBER), None, None);
    let dash = Stroke::dashed(2.0, COR, &[6.0, 4.0]);
    scene.root.path(open(&[(0.0, 58.0), (60.0, 58.0)]), None, Some(dash), None);
    for pixels in [png::paint(&scene, 1.0).unwrap(), in_window(&scene, 1.0)] {
        assert_eq!(at(&pixels, 10, 10), opaque(MEMBER));
        assert_eq!(at(&pixels, 30, 30), opaque(PAPER));
        let dashes: String =
            (0..60).map(|x| if at(&pixels, x, 57) == opaque(COR) { '#' } else { '.' }).collect::<String>();
        assert!(dashes.starts_with("######"), "{dashes}");
        assert_eq!(dashes.matches(".#").count(), 5, "{dashes}");
    }
}

#[test]
fn a_stroke_keeps_its_width_under_a_transform() {
    let mut scene = blank(40.0, 40.0);
    let line = Shape::new(open(&[(0.0, 0.02), (0.04, 0.02)]));
    scene.root.shape(&line, Affine::scale(1000.0), None, Some(Stroke::solid(4.0, COR)), None);
    for pixels in [png::paint(&scene, 1.0).unwrap(), in_window(&scene, 1.0)] {
        let column: Vec<u32> = (0..40).filter(|y| at(&pixels, 20, *y) == opaque(COR)).collect();
        assert_eq!(column, [18, 19, 20, 21]);
    }
}

/// A scene in a window of its size.
fn in_window(scene: &Scene, scale: f32) -> png::Pixels {
    let mut window = Window::new(scene.size.width as f32, scene.size.height as f32, scale);
    let mut painter = ScreenPainter::new(Means::Triangles);
    window.frame(|ui| painter.paint(ui.painter(), egui::Pos2::ZERO, scene, 1))
}

#[test]
fn a_still_scene_is_painted_once() {
    let mut window = Window::new(60.0, 60.0, 1.0);
    let mut painter = ScreenPainter::default();
    let (paper, mut other) = (blank(60.0, 60.0), blank(60.0, 60.0));
    other.background = COR;
    let mut show = |scene: &Scene, revision| {
        at(&window.frame(|ui| painter.paint(ui.painter(), egui::Pos2::ZERO, scene, revision)), 30, 30)
    };
    assert_eq!(show(&paper, 1), opaque(PAPER));
    assert_eq!(show(&other, 1), opaque(PAPER), "the same revision is the same picture");
    assert_eq!(show(&other, 2), opaque(COR));
}

#[test]
fn labels_outlive_many_scenes() {
    let mut window = Window::new(300.0, 60.0, 1.0);
    let mut painter = ScreenPainter::default();
    let mut picture = None;
    for revision in 0..120 {
        let mut scene = blank(300.0, 60.0);
        for i in 0..20 {
            let size = 20.0 + (revision * 20 + i) as f32 * 0.01;
            scene.root.text(Point::new(4.0, 40.0), shape("Türkmenistan", Font::new(size, 650)), INK, None, None);
        }
        let shown = window.frame(|ui| painter.paint(ui.painter(), egui::Pos2::ZERO, &scene, revision));
        picture = Some((png::paint(&scene, 1.0).unwrap(), shown));
    }
    let (png, shown) = picture.unwrap();
    assert!(difference(&png, &shown).far < 0.002);
}

#[test]
fn bad_geometry_harms_no_painter() {
    let mut scene = blank(100.0, 100.0);
    let mut empty = BezPath::new();
    empty.move_to((1.0, 1.0));
    let odd = [
        BezPath::new(),
        empty,
        open(&[(5.0, 5.0), (5.0, 5.0)]),
        ring(&[(5.0, 5.0), (5.0, 5.0), (5.0, 5.0), (5.0, 5.0)]),
        ring(&[(0.0, 0.0), (50.0, 50.0), (100.0, 100.0)]),
        ring(&[(0.0, 0.0), (50.0, 50.0), (50.0, 0.0), (0.0, 50.0)]),
        ring(&[(f64::NAN, 0.0), (50.0, f64::INFINITY), (50.0, 0.0), (0.0, 50.0)]),
        ring(&[(-1e300, -1e300), (1e300, 0.0), (0.0, 1e300)]),
        ring(&[(-1e12, -1e12), (1e12, 0.0), (0.0, 1e12)]),
    ];
    let strokes = [
        None,
        Some(Stroke::solid(0.0, COR)),
        Some(Stroke::solid(f32::NAN, COR)),
        Some(Stroke::solid(3.0, COR)),
        Some(Stroke::dashed(3.0, COR, &[0.0])),
        Some(Stroke::dashed(3.0, COR, &[1.0, f32::NAN])),
        Some(Stroke::dashed(3.0, COR, &[-1.0, 2.0])),
        Some(Stroke::dashed(3.0, COR, &[3.0, 2.0, 1.0])),
    ];
    for path in odd {
        let shape = Shape::new(path);
        for stroke in &strokes {
            let turned = Affine::rotate(1.0);
            for transform in [Affine::IDENTITY, Affine::scale(0.0), Affine::scale(1e9), turned] {
                scene.root.shape(&shape, transform, Some(MEMBER), stroke.clone(), Some("state:KZ".into()));
            }
        }
    }
    for text in ["", " ", "\u{202E}abc", "\u{0}", &"W".repeat(20_000)] {
        scene.root.text(Point::new(5.0, 5.0), shape(text, Font::new(12.0, 400)), INK, Some((PAPER, 2.0)), None);
    }
    scene.root.text(Point::new(f64::NAN, 5.0), shape("x", Font::new(12.0, 400)), INK, None, None);
    assert!(png::paint(&scene, 1.0).is_ok());
    in_window(&scene, 1.0);
    let hits = Hits::new(&scene);
    let _ = (hits.at(Point::new(50.0, 50.0), 4.0), hits.point_on("state:KZ"), hits.bounds_of("state:KZ"));
    assert!(dump(&scene).lines().count() > 100);
}

#[test]
fn small_things_win_over_lines_over_areas() {
    let hits = Hits::new(&page());
    let what = |x: f64, y: f64| hits.at(Point::new(x, y), 5.0).map(|tag| tag.to_string());
    let is = |tag: &str| Some(tag.to_owned());
    assert_eq!(what(250.0, 160.0), is("state:KZ"));
    assert_eq!(what(160.0, 180.0), None, "the hole");
    assert_eq!(what(230.0, 230.0), is("node:b"), "the node before the line before the area");
    assert_eq!(what(230.0, 241.0), is("node:b"), "a target is 24 points wide");
    assert_eq!(what(230.0, 243.0), is("state:KZ"));
    assert_eq!(what(260.0, 217.0), is("segment:KZ01"));
    assert_eq!(what(265.0, 219.0), is("segment:KZ01"), "near the line");
    assert_eq!(what(470.0, 230.0), None, "outside the clip");
    assert_eq!(what(68.0, 158.0), is("state:TRNC"), "a small state is a target of 24 points");
    assert_eq!(what(360.0, 112.0), is("state:HU"), "the hatch is the state");
    assert_eq!(what(230.0, 212.0), is("node:a"), "the name of the node");
    assert_eq!(what(440.0, 70.0), None, "furniture is no target");
    assert_eq!(hits.at(Point::new(265.0, 222.0), 1.0).as_deref(), Some("state:KZ"), "with less slack");
    let near: Vec<Tag> = hits.near(Point::new(230.0, 230.0), 5.0);
    assert_eq!(near.iter().map(|t| &**t).collect::<Vec<_>>(), ["node:b", "segment:KZ01", "state:KZ"]);
}

#[test]
fn everything_seen_has_a_point_that_hits_it() {
    let hits = Hits::new(&page());
    assert_eq!(hits.tags().count(), 7);
    for tag in hits.tags() {
        let point = hits.point_on(tag).unwrap_or_else(|| panic!("{tag} has no point"));
        assert_eq!(hits.at(point, 0.0).as_ref(), Some(tag));
        assert!(hits.bounds_of(tag).unwrap().inflate(1.0, 1.0).contains(point));
    }
    assert_eq!(hits.point_on("state:XX"), None);
    assert_eq!(hits.bounds_of("furniture:sea"), None);
    let line = hits.bounds_of("segment:KZ01").unwrap();
    assert!((line.x1 - 460.0).abs() < 0.01, "cut where the clip ends: {line:?}");
}

#[test]
fn dump_reads_well() {
    let mut scene = blank(200.0, 100.0);
    scene.title = "A \"title\"".into();
    scene.lang = "kk".into();
    scene.dropped.push(Dropped { text: "Aqsay".into(), at: Point::ZERO, matters: true });
    let mut map = Group::clipped("map", Rect::new(0.0, 10.04, 200.0, 90.0));
    let shape_ = Shape::new(ring(&[(0.0, 0.0), (10.0, 0.0), (10.0, -0.01)]));
    map.shape(&shape_, Affine::scale(2.0), Some(MEMBER), Some(Stroke::solid(1.25, LINE)), Some("state:KZ".into()));
    map.path(open(&[(1.0, 1.0), (2.0, 2.0)]), None, Some(Stroke::dashed(1.0, COR, &[5.0, 3.0])), None);
    let font = Font::new(10.0, 650).italic().tracked(0.4);
    map.text(Point::new(3.0, 4.0), shape("Hazar", font), INK, Some((PAPER.with_opacity(0.5), 1.5)), None);
    scene.root.group(map);
    let expected = r#"page 200 100
  background #FBF9F4
  title "A \"title\""
  description ""
  lang kk
  dropped "Aqsay"
group "page"
  group "map" clip 0 10 200 90
    path state:KZ fill #8CCFC8 stroke #0B6B69 1.3 round bounds 0 0 20 0 points 4 scale 2.0000
    path stroke #B3410B 1 dash 5,3 bounds 1 1 2 2 points 2
    text "Hazar" at 3 4 width 31.2 size 10 weight 650 italic tracking 0.4 #10282B halo #FBF9F480 1.5
"#;
    assert_eq!(dump(&scene), expected);
}

#[test]
fn panels_measure_text_as_pictures_do() {
    let window = &mut Window::new(400.0, 100.0, 1.0);
    window.frame(|ui| {
        let width = |text: &str, size: f32, weight: f32, family: &str| {
            let mut format = egui::TextFormat {
                font_id: egui::FontId::new(size, egui::FontFamily::Name(family.into())),
                ..egui::TextFormat::default()
            };
            format.coords.push(b"wght", weight);
            ui.painter().layout_job(egui::text::LayoutJob::single_section(text.to_owned(), format)).rect.width()
        };
        for (text, size, weight) in
            [("Türk Devletleri Teşkilatı", 22.0, 650), ("Oʻzbekiston, AVAVA", 13.0, 400), ("Қазақстан", 13.0, 600)]
        {
            let ours = shape(text, Font::new(size, weight)).width;
            let theirs = width(text, size, f32::from(weight), "Inter");
            assert!((ours - theirs).abs() < 1.0, "{text}: {ours} against {theirs}");
        }
        let ours = shape("Hazar Denizi", Font::new(13.0, 400).italic()).width;
        assert!((ours - width("Hazar Denizi", 13.0, 400.0, ITALIC)).abs() < 1.0);
        let (ones, zeros) = (width("1111111", 13.0, 400.0, TABULAR), width("0000000", 13.0, 400.0, TABULAR));
        assert!((ones - zeros).abs() < 0.01, "{ones} against {zeros}");
        assert!(width("1111111", 13.0, 400.0, "Inter") < width("0000000", 13.0, 400.0, "Inter") - 5.0);
        assert!((shape("1111111", Font::new(13.0, 400).tabular()).width - ones).abs() < 1.0);
    });
}

#[test]
fn the_font_has_every_letter() {
    for letters in [
        "əƏ ʻʼ ′″ → ▲ ✓ ₺₸₼ – — … · × ° № ½",
        "çÇğĞıIiİöÖşŞüÜ",
        "áÁéÉíÍóÓőŐúÚűŰ",
        "qQxXəƏ äÄňŇžŽýÝ",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
        "әғқңөұүһі ӘҒҚҢӨҰҮҺІ",
        "«»“”„‘’ \u{2009}\u{202F}\u{A0}",
    ] {
        assert!(missing_letters(letters).is_empty(), "{letters}");
    }
    assert_eq!(missing_letters("中"), ['中']);
}
