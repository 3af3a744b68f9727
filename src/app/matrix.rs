//! The table of who sits in what, on the command line: as text, or as a picture.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::cli::{self, Format};
use super::keep::files;
use super::{load, print, strip};
use crate::date::Date;
use crate::export::{Pixels, Size, Subject};
use crate::lang::Lang;
use crate::map::{self, Base, Page};
use crate::matrix::{self, Form, Matrix};
use crate::projection;
use crate::session::{Order, Session, Sorting, View};
use crate::style::Theme;
use crate::world::{Area, Kind, World};

/// What is asked.
#[derive(Debug, Args)]
pub struct Options {
    /// Day to look from, such as 2022-11-11
    #[arg(long, value_name = "DATE", value_parser = cli::date)]
    as_of: Option<Date>,
    /// Institutions of one area of cooperation only, such as trade
    #[arg(long, value_name = "AREA", value_parser = area)]
    area: Option<Area>,
    /// Order of the institutions: facts, name, founded, parts, role:KZ, since:KZ
    #[arg(long, value_name = "ORDER", default_value = "facts")]
    sort: Order,
    /// Order of the states within their groups: facts, name, founded, parts, role:tif, since:tif
    #[arg(long, value_name = "ORDER", default_value = "facts")]
    sort_states: Order,
    /// Language of the words
    #[arg(long, value_name = "CODE", default_value = "en", value_parser = cli::language)]
    language: String,
    /// Form of the text
    #[arg(long, default_value = "text", conflicts_with = "output")]
    format: Format,
    /// Picture to write, such as matrix.png, matrix.svg or matrix.pdf; - for a PNG on standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Colours of the picture: light, dark, print, greyscale
    #[arg(long, value_name = "NAME", default_value = "light", value_parser = cli::theme, requires = "output")]
    theme: Theme,
    /// Size of the picture, as for export; as high as the table needs without it
    #[arg(long, value_name = "SIZE", value_parser = Size::parse, requires = "output")]
    size: Option<Size>,
    /// Leave the view out of the picture and its code off it
    #[arg(long, requires = "output")]
    unmarked: bool,
}

/// Reads an area of cooperation.
fn area(text: &str) -> Result<Area, String> {
    cli::one_of(text, Area::ALL.iter().map(|(_, word)| *word)).map(|at| Area::ALL[at].0)
}

/// The orders of the table, with the keys of what they ask for.
fn sorting(options: &Options, world: &World) -> Result<Sorting, String> {
    let bodies = options.sort.clone().resolved(Kind::State, world)?;
    let states = options.sort_states.clone().resolved(Kind::Institution, world)?;
    Ok(Sorting { bodies, states })
}

/// Answers.
pub fn run(options: &Options) -> ExitCode {
    let world = load::world();
    let done = match &options.output {
        Some(output) => picture(options, &world, output),
        None => text(options, &world).and_then(|text| {
            print::out(&text).map_err(|error| format!("cannot write to standard output: {}", files::plain(&error)))
        }),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => print::fail(&sentence),
    }
}

/// The table as text.
fn text(options: &Options, world: &World) -> Result<String, String> {
    let chosen = options.as_of.map(|date| cli::day(date, world.edition)).transpose()?;
    let lang = Lang::new(&options.language).unwrap_or_default();
    let table = Matrix::new(world, world.as_of(chosen), options.area, &sorting(options, world)?, &lang);
    let form = match options.format {
        Format::Text => Form::Text,
        Format::Json => Form::Json,
        Format::Csv => Form::Csv,
        Format::Markdown => Form::Markdown,
    };
    Ok(matrix::write(&table, &lang, form))
}

/// Writes the table as a picture, which opens again like any other.
fn picture(options: &Options, world: &World, output: &std::path::Path) -> Result<(), String> {
    let format = strip::format(output)?;
    let session = Session {
        view: View::Matrix,
        as_of: options.as_of.map(|date| cli::day(date, world.edition)).transpose()?,
        area: options.area,
        language: options.language.clone(),
        theme: options.theme,
        sorting: sorting(options, world)?,
        ..Session::default()
    };
    let lang = Lang::new(&session.language).unwrap_or_default();
    let base = Base::new(world, projection::ALL[0]);
    let size = match options.size {
        Some(size) => size,
        None => natural(world, &base, &session, &lang)?,
    };
    let subject = Subject { world, base: &base, session: &session, lang: &lang };
    let laid = subject.picture(size, None, !options.unmarked);
    let bytes = subject.write(&laid, format, !options.unmarked).map_err(|error| error.to_string())?;
    strip::write(output, &bytes)?;
    let dropped = laid.sheet.scene.dropped.len();
    if dropped > 0 {
        print::note(&lang.format("matrix-left-out", &[("count", dropped.into())]));
    }
    Ok(())
}

/// A picture as wide as a slide and as high as the table needs.
fn natural(world: &World, base: &Base, session: &Session, lang: &Lang) -> Result<Size, String> {
    let (slide, _) = Page::picture(1920, 1080);
    let page = Page { grows: true, ..slide };
    let height = map::compose(world, base, session, lang, &page).scene.size.height.ceil();
    Pixels::new(1920, height as u32).map(Size::Screen).map_err(|error| error.to_string())
}
