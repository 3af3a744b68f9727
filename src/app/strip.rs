//! The chainage strip of corridors as a picture of its own, without a window.

use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;

use super::keep::files;
use super::{load, print};
use crate::export::{self, Print, Size};
use crate::lang::Lang;
use crate::network::Network;
use crate::strip;
use crate::style::Theme;
use crate::world::{Kind, World};

/// Width and height in points that a sheet takes at scale 1, with one strip and with two.
const WIDTH: f64 = 1000.0;
const HEIGHTS: [f64; 2] = [384.0, 574.0];

/// A strip as the command line asks for it.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Corridors, one or two, as they were typed.
    pub corridors: &'a [String],
    /// Language of the words.
    pub language: &'a str,
    /// Colours.
    pub theme: Theme,
    /// How large it is.
    pub size: Size,
    /// File to write.
    pub output: &'a Path,
}

/// Writes the strip.
pub fn run(wanted: &Wanted) -> ExitCode {
    match picture(wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => print::fail(&sentence),
    }
}

/// Paints the strip and writes it to a file or to standard output.
fn picture(wanted: &Wanted) -> Result<(), String> {
    let format = format(wanted.output)?;
    let world = load::world();
    let lang = Lang::new(wanted.language).unwrap_or_default();
    let chains = wanted.corridors.iter().map(|typed| chain(&world, typed, &lang)).collect::<Result<Vec<_>, _>>()?;
    // A slide is painted point by pixel; paper has points of its own.
    let (page, paper) = wanted.size.page();
    let is_paper = matches!(wanted.size, Size::Paper(_));
    let pixels = wanted.size.pixels();
    let (width, height, per_point) = if is_paper {
        (page.size.width, page.size.height, paper)
    } else {
        (f64::from(pixels.width()), f64::from(pixels.height()), 1.0)
    };
    let scale = (width / WIDTH).min(height / HEIGHTS[chains.len().clamp(1, 2) - 1]);
    let scene = strip::sheet(&chains, &world, &lang, wanted.theme, width, height, scale);
    let print = Print { per_point, per_inch: wanted.size.per_inch(per_point), view: None };
    let bytes = format.write(&scene, &print).map_err(|error| error.to_string())?;
    write(wanted.output, &bytes)
}

/// The format of a picture by the name of its file; PNG for standard output, which must not be a terminal.
pub(super) fn format(output: &Path) -> Result<&'static export::Format, String> {
    if output == Path::new("-") {
        if std::io::stdout().is_terminal() {
            return Err("a picture does not fit on a terminal; name a file after -o".to_owned());
        }
        return Ok(&export::FORMATS[0]);
    }
    export::Format::of(output).ok_or_else(|| {
        let endings: Vec<String> = export::FORMATS.iter().map(|format| format!(".{}", format.extension)).collect();
        format!("the name {} does not end in {}", output.display(), endings.join(" or "))
    })
}

/// Writes a picture to a file, or to standard output.
pub(super) fn write(output: &Path, bytes: &[u8]) -> Result<(), String> {
    if output == Path::new("-") {
        return print::bytes(bytes)
            .map_err(|error| format!("cannot write to standard output: {}", files::plain(&error)));
    }
    super::verbs::put(output, bytes)
}

/// The main line of a corridor that was typed, or the way of a route.
fn chain(world: &World, typed: &str, lang: &Lang) -> Result<strip::Chain, String> {
    let id = world.resolve(typed).map_err(|error| error.to_string())?;
    if let Some(query) = world.route(&id.key).filter(|_| id.kind == Kind::Route) {
        let ways = Network::new(world).find(&query).unwrap_or_default();
        let way = ways.get(query.chosen).or(ways.first());
        return way
            .map(|way| strip::told(way, world, lang))
            .ok_or_else(|| format!("{id} has no way under these choices"));
    }
    if id.kind != Kind::Corridor {
        return Err(format!("{id} is no corridor and no route; `ots-atlas list corridors` names the corridors"));
    }
    strip::main_line(world, &id.key).ok_or_else(|| format!("{id} has no segments"))
}
