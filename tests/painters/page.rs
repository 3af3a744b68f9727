//! A page that holds one of everything.

use ots_atlas::scene::{Affine, BezPath, Color, Dropped, Font, Group, Point, Rect, Scene, Shape, Size, Stroke, shape};

pub const PAPER: Color = Color::rgb(0xFB, 0xF9, 0xF4);
pub const WATER: Color = Color::rgb(0xE4, 0xEC, 0xEE);
pub const LAND: Color = Color::rgb(0xF4, 0xF0, 0xE7);
pub const MEMBER: Color = Color::rgb(0x8C, 0xCF, 0xC8);
pub const LINE: Color = Color::rgb(0x0B, 0x6B, 0x69);
pub const COR: Color = Color::rgb(0xB3, 0x41, 0x0B);
pub const INK: Color = Color::rgb(0x10, 0x28, 0x2B);

/// A ring through points.
pub fn ring(points: &[(f64, f64)]) -> BezPath {
    let mut path = open(points);
    path.close_path();
    path
}

/// A line through points.
pub fn open(points: &[(f64, f64)]) -> BezPath {
    let mut path = BezPath::new();
    path.move_to(points[0]);
    for point in &points[1..] {
        path.line_to(*point);
    }
    path
}

/// A ring with ragged edges about a point.
pub fn island(x: f64, y: f64, radius: f64, points: u32, turn: f64) -> BezPath {
    let corners: Vec<(f64, f64)> = (0..points)
        .map(|i| {
            let angle = turn * std::f64::consts::TAU * f64::from(i) / f64::from(points);
            let r = radius * (1.0 + 0.12 * (5.0 * angle).sin() + 0.04 * (23.0 * angle).cos());
            (x + r * angle.cos(), y + r * angle.sin())
        })
        .collect();
    ring(&corners)
}

/// A circle.
pub fn disc(x: f64, y: f64, radius: f64) -> BezPath {
    use kurbo::Shape as _;
    kurbo::Circle::new((x, y), radius).to_path(0.05)
}

/// A page with one of everything.
pub fn page() -> Scene {
    let mut map = Group::clipped("map", Rect::new(20.0, 60.0, 460.0, 300.0));
    map.path(Rect::new(20.0, 60.0, 460.0, 300.0).to_ring(), Some(WATER), None, Some("furniture:sea".into()));
    map.path(island(420.0, 250.0, 90.0, 400, 1.0), Some(LAND), None, None);
    let mut kz = island(180.0, 180.0, 95.0, 300, 1.0);
    kz.extend(island(150.0, 170.0, 25.0, 60, -1.0));
    let kz = Shape::new(kz);
    let big = Affine::translate((10.0, 0.0));
    map.shape(&kz, big, Some(MEMBER), None, Some("state:KZ".into()));
    map.shape(&kz, big, None, Some(Stroke::solid(1.0, LINE)), Some("state:KZ".into()));
    let mut hatch = BezPath::new();
    for i in 0..12 {
        let x = 300.0 + 6.0 * f64::from(i);
        hatch.extend(open(&[(x, 140.0), (x + 40.0, 100.0)]));
    }
    let hu = ring(&[(300.0, 90.0), (410.0, 95.0), (405.0, 145.0), (295.0, 150.0)]);
    map.path(hu, Some(Color::rgb(0xE3, 0xF1, 0xEE)), Some(Stroke::solid(1.0, LINE)), Some("state:HU".into()));
    map.path(hatch, None, Some(Stroke::solid(1.4, Color::rgb(0x5F, 0xAF, 0xA8))), Some("state:HU".into()));
    let bent = [(40.0, 280.0), (120.0, 220.0), (140.0, 90.0), (230.0, 230.0), (300.0, 200.0), (470.0, 230.0)];
    map.path(open(&bent), None, Some(Stroke::solid(5.8, PAPER)), None);
    map.path(open(&bent), None, Some(Stroke::solid(3.2, COR)), Some("segment:KZ01".into()));
    let dash = Stroke::dashed(1.5, COR, &[7.0, 4.0]);
    map.path(open(&[(30.0, 100.0), (200.0, 80.0), (440.0, 170.0)]), None, Some(dash), Some("segment:KZ02".into()));
    let dots = Stroke { round: true, ..Stroke::dashed(2.0, INK, &[0.1, 4.0]) };
    map.path(open(&[(30.0, 110.0), (200.0, 90.0), (440.0, 180.0)]), None, Some(dots), None);
    for (x, y, tag) in [(120.0, 220.0, "node:a"), (230.0, 230.0, "node:b")] {
        map.path(disc(x, y, 2.7), Some(PAPER), Some(Stroke::solid(1.2, INK)), Some(tag.into()));
    }
    let cyprus = ring(&[(60.0, 150.0), (75.0, 146.0), (74.0, 152.0)]);
    map.path(cyprus, Some(LINE), None, Some("state:TRNC".into()));
    map.path(ring(&[(250.0, 268.0), (257.4, 260.6), (264.8, 268.0), (257.4, 275.4)]), Some(INK), None, None);
    let caps = Font::new(13.0, 650).tracked(2.0);
    map.text(Point::new(150.0, 150.0), shape("QAZAQSTAN", caps), INK, Some((MEMBER, 1.5)), Some("state:KZ".into()));
    let city = shape("Oʻzbekiston ə ₺ – Aqtaý", Font::new(11.0, 500));
    map.text(Point::new(128.0, 216.0), city, INK, Some((PAPER, 1.6)), Some("node:a".into()));
    let sea = shape("Каспий теңізі", Font::new(11.0, 450).italic().tracked(0.6));
    map.text(Point::new(330.0, 290.0), sea, Color::rgb(0x44, 0x65, 0x6F), Some((LAND, 1.25)), None);
    let mut root = Group::new("page");
    root.group(map);
    root.path(open(&[(20.0, 60.0), (460.0, 60.0)]), None, Some(Stroke::solid(1.0, INK)), None);
    root.text(Point::new(20.0, 40.0), shape("Türk Devletleri Teşkilatı", Font::new(22.0, 650)), INK, None, None);
    Scene {
        size: Size::new(480.0, 320.0),
        background: PAPER,
        title: "One of everything".into(),
        description: "A page for tests".into(),
        lang: "en".into(),
        root,
        dropped: vec![Dropped { text: "Aqsay".into(), at: Point::ZERO, matters: true }],
    }
}

/// A rectangle as a path.
pub trait ToRing {
    fn to_ring(&self) -> BezPath;
}

impl ToRing for Rect {
    fn to_ring(&self) -> BezPath {
        ring(&[(self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1)])
    }
}
