//! A strip as a page of its own: title, strip, what must be known about it, and the edition.

use std::collections::BTreeSet;

use super::{Chain, Course, Setting, draw_in, words};
use crate::lang::Lang;
use crate::scene::{Group, Point, Rect, Scene, Size, Tag, break_lines, elided};
use crate::story;
use crate::style::{NOTE, TITLE, Theme};
use crate::world::{Corridor, Id, Kind, Segment, World};

/// Free space left and right, and the height of the head, at scale 1.
const MARGIN: f64 = 24.0;
const HEAD: f64 = 58.0;

/// Lays out a page of a size in points with one or two strips; type and symbols grow with the scale.
#[must_use]
pub fn sheet(chains: &[Chain], world: &World, lang: &Lang, theme: Theme, width: f64, height: f64, scale: f64) -> Scene {
    let tokens = theme.tokens();
    let set = Setting { world, lang, tokens, day: world.as_of(None), scale };
    let title = title(&set, chains);
    let mut root = Group::new("page");
    let mut furniture = Group::new("furniture");
    let (left, right) = (set.pt(MARGIN), width - set.pt(MARGIN));
    let tick = Rect::new(left, set.pt(14.0), left + set.pt(32.0), set.pt(18.0));
    furniture.path(kurbo::Shape::to_path(&tick, 0.1), Some(tokens.cor), None, None);
    let run = elided(&title, TITLE.font.scaled(scale as f32), (right - left) as f32);
    furniture.text(Point::new(left, set.pt(44.0)), run, tokens.text, None, Some(Tag::from("furniture:title")));
    let font = NOTE.font.scaled(scale as f32);
    let lines: Vec<_> =
        foot(&set, chains).iter().flat_map(|text| break_lines(text, font, (right - left) as f32)).collect();
    let step = set.pt(f64::from(NOTE.line));
    let top = height - set.pt(12.0) - step * lines.len() as f64;
    for (at, run) in lines.into_iter().enumerate() {
        let base = top + step * at as f64 + set.pt(11.5);
        furniture.text(Point::new(left, base), run, tokens.text2, None, Some(Tag::from("furniture:source")));
    }
    let room = Rect::new(left, set.pt(HEAD), right, (top - set.pt(4.0)).max(set.pt(HEAD)));
    // The title of the sheet is not said again above its only strip.
    let mut drawn = chains.to_vec();
    if let [only] = drawn.as_mut_slice()
        && only.title == title
    {
        only.title = lang.text("kind-route");
    }
    root.group(draw_in(&set, &drawn, room));
    root.group(furniture);
    let told: Vec<String> =
        chains.iter().map(|chain| words(chain, world, lang)).map(|(a, b)| format!("{a}: {b}.")).collect();
    Scene {
        size: Size::new(width, height),
        background: tokens.canvas,
        description: format!("{title}. {}", told.join(" ")),
        title,
        lang: lang.code().to_owned(),
        root,
        dropped: Vec::new(),
    }
}

/// The smallest corridor that holds all of a chain, which says most about it; what has a title of its own belongs to
/// none, whichever lines it follows.
fn corridor<'a>(set: &Setting<'a>, chain: &Chain) -> Option<&'a Corridor> {
    if !chain.title.is_empty() {
        return None;
    }
    let segments: Vec<_> = chain.legs.iter().filter_map(|leg| set.world.segment(&leg.segment)).collect();
    let all = |key: &String| !segments.is_empty() && segments.iter().all(|s| s.corridors.contains(key));
    let corridors = set.world.corridors.iter().filter(|corridor| all(&corridor.key));
    corridors.min_by_key(|corridor| set.world.segments_of(&corridor.key).count())
}

/// The corridors of the chains, else their own titles.
fn title(set: &Setting<'_>, chains: &[Chain]) -> String {
    let named = |chain: &Chain| match corridor(set, chain) {
        Some(corridor) => set.world.name(&Id::new(Kind::Corridor, corridor.key.as_str()), set.lang.code()),
        None => words(chain, set.world, set.lang).0,
    };
    let mut names: Vec<String> = chains.iter().map(named).collect();
    names.dedup();
    set.lang.list(&names)
}

/// Sources of a corridor that the foot names, as a map of it does.
const CITED: usize = 2;

/// Where the facts come from: sources of the corridors, and the table of lines.
fn sources(set: &Setting<'_>, chains: &[Chain], segments: &[&Segment]) -> String {
    let corridors = chains.iter().filter_map(|chain| corridor(set, chain));
    let keys: Vec<&String> = corridors.flat_map(|corridor| corridor.evidence.sources.iter().take(CITED)).collect();
    let mut rows: Vec<String> = Vec::new();
    for source in keys.into_iter().filter_map(|key| set.world.source(key)) {
        let label = story::source_label(source, set.lang);
        if !rows.contains(&label) {
            rows.push(label);
        }
    }
    let documents: BTreeSet<&String> = segments.iter().flat_map(|segment| &segment.evidence.sources).collect();
    let newest = segments.iter().filter_map(|segment| segment.status_as_of).max();
    let values = [
        ("segments", segments.len().into()),
        ("documents", documents.len().into()),
        ("newest", newest.map_or_else(|| "none".to_owned(), |date| set.lang.date(date)).into()),
    ];
    rows.push(set.lang.format("map-source-lines", &values));
    format!("{}: {}.", set.lang.text("map-foot-sources"), rows.join("; "))
}

/// Where the facts come from, of when they are, what must be known, and the edition.
fn foot(set: &Setting<'_>, chains: &[Chain]) -> Vec<String> {
    let courses: Vec<Course<'_>> = chains.iter().map(|chain| Course::new(chain, set.world)).collect();
    let segments: Vec<&Segment> = courses.iter().flat_map(|course| &course.pieces).map(|piece| piece.segment).collect();
    let corridors: BTreeSet<&String> = segments.iter().flat_map(|segment| &segment.corridors).collect();
    let held = |key: &&String| segments.iter().all(|segment| segment.corridors.contains(key));
    let notes = corridors.iter().copied().filter(held).filter_map(|key| set.world.corridor(key)?.map_note.clone());
    let asof = set.lang.format("map-as-of", &[("date", set.lang.date_long(set.day).into())]);
    let mut texts = vec![set.lang.format("map-foot-as-of", &[("asof", asof.into())]), set.lang.text("strip-foot")];
    texts.extend(notes.filter_map(|key| set.world.note(&key, set.lang.code()).map(str::to_owned)));
    let edition = set.world.edition.map_or_else(String::new, |day| day.to_string());
    let edition = set.lang.format("map-foot-edition", &[("edition", edition.into())]);
    vec![sources(set, chains, &segments), texts.join(" "), edition]
}
