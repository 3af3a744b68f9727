//! The command line: what can be asked for, and the view that its options describe.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::date::{Date, Day};
use crate::export::Size;
use crate::lang;
use crate::projection::{self, Viewport};
use crate::session::{Layer, Session, code};
use crate::style::Theme;
use crate::world::{Id, World};

/// A desktop atlas of the Organization of Turkic States.
#[derive(Debug, Parser)]
#[command(name = "ots-atlas", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
#[command(after_help = "Without a command the window opens. IDs are such as KZ, TITR or state:KZ; `ots-atlas list` \
                        names them all.\nNo network is ever used. Exit codes: 0 done, 1 failed, 2 wrong use.")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// Picture of the atlas to open again
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// View of the window.
    #[command(flatten)]
    pub view: View,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Opens the window
    Window {
        /// Picture of the atlas to open again
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        /// What it shows first.
        #[command(flatten)]
        view: View,
    },
    /// Writes a picture of the map, without a window
    Export {
        /// Picture of the atlas whose view is shown
        #[arg(long, value_name = "FILE")]
        open: Option<PathBuf>,
        /// What it shows.
        #[command(flatten)]
        view: View,
        /// 3840x2160, 210x297mm, slide, slide-4k, slide-4x3, square, a4, a4-portrait, a3, a3-portrait
        #[arg(long, value_name = "SIZE", default_value = "slide", value_parser = Size::parse)]
        size: Size,
        /// File to write or to replace, such as kz.png, kz.svg or kz.pdf; - for a PNG on standard output
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Leave the view out of the file and its code off the picture
        #[arg(long)]
        unmarked: bool,
        /// Write caption, description and sources into a file beside it
        #[arg(long)]
        caption: bool,
        /// Print what a press office would object to
        #[arg(long)]
        press: bool,
    },
    /// Writes the chainage strip of one corridor, or of two below each other, without a window
    Strip {
        /// Corridors, such as TITR, or TITR BTK
        #[arg(required = true, num_args = 1..=2, value_name = "ID")]
        corridors: Vec<String>,
        /// Language: en, tr
        #[arg(long, value_name = "CODE", default_value = "en", value_parser = language)]
        language: String,
        /// Colours: light, dark, print, greyscale
        #[arg(long, value_name = "NAME", default_value = "light", value_parser = theme)]
        theme: Theme,
        /// 1920x480, 297x105mm, or a name as for export
        #[arg(long, value_name = "SIZE", default_value = "1920x480", value_parser = Size::parse)]
        size: Size,
        /// File to write, such as titr.png, titr.svg or titr.pdf; - for a PNG on standard output
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Makes pictures, captions, facts and a briefing from one file
    Pack {
        /// File that describes the pack, such as brief.toml
        file: PathBuf,
        /// Folder to write into
        #[arg(short, long, value_name = "FOLDER")]
        output: PathBuf,
        /// Pictures that are made at a time; one for each core without it
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=64))]
        jobs: Option<u16>,
        /// Replace files in the folder that no earlier pack has made; its own it always replaces
        #[arg(long)]
        force: bool,
    },
    /// Prints what is known about a thing
    Show {
        /// Which thing, such as KZ or TITR
        id: String,
        /// Day to look from, such as 2022-11-11
        #[arg(long, value_name = "DATE", value_parser = date)]
        as_of: Option<Date>,
        /// Language of the text
        #[arg(long, value_name = "CODE", default_value = "en", value_parser = language)]
        language: String,
        /// Form of the output
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Finds the way between two places
    Route(super::route::Options),
    /// Tells what changed between two days
    Changes(super::changes::Options),
    /// Shows who sits in which institution
    Matrix(super::matrix::Options),
    /// Lists what there is
    List {
        /// One kind only: state, institution, corridor, segment, node, event, measure, source
        kind: Option<String>,
        /// Form of the output
        #[arg(long, default_value = "text")]
        format: Format,
    },
    /// Checks assets that were edited
    Check {
        /// The edited copy of the folder `assets`; the built-in ones without it
        folder: Option<PathBuf>,
    },
}

/// Form of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading.
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// For papers.
    Markdown,
}

/// Options that describe a view; what is not given stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Args)]
#[command(next_help_heading = "View")]
pub struct View {
    /// Thing to select, such as KZ
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
    /// Bring the selected thing into view
    #[arg(long, requires = "select", conflicts_with = "view")]
    pub fit: bool,
    /// View code, or centre in degrees and kilometres per point: LON,LAT,KM
    #[arg(long, value_name = "CODE", value_parser = place, allow_hyphen_values = true)]
    pub view: Option<Place>,
    /// Language: en, tr
    #[arg(long, value_name = "CODE", value_parser = language)]
    pub language: Option<String>,
    /// Colours: light, dark, print, greyscale
    #[arg(long, value_name = "NAME", value_parser = theme)]
    pub theme: Option<Theme>,
    /// Layers: corridors,seats,cities,nodes,water,labels,graticule,customs
    #[arg(long, value_name = "LIST", value_parser = layers)]
    pub layers: Option<Layers>,
    /// Day to look from, such as 2022-11-11
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<Date>,
    /// Projection: albers, lambert, azimuthal
    #[arg(long, value_name = "NAME", value_parser = projection)]
    pub projection: Option<String>,
    /// Show the chainage strip of the selected corridor or route below the map
    #[arg(long)]
    pub strip: bool,
}

/// Where to look.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// Centre and scale.
    Viewport(Viewport),
    /// A view code.
    Code(String),
}

/// Layers that are on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layers(pub BTreeSet<Layer>);

impl View {
    /// Alters a session as the options say; tells the thing that is to be brought into view. `world` is asked only
    /// where a thing is named.
    ///
    /// # Errors
    /// A sentence, where there is no such thing.
    pub fn apply<'w>(&self, session: &mut Session, world: impl Fn() -> &'w World) -> Result<Option<Id>, String> {
        match &self.view {
            Some(Place::Code(code)) => *session = code::decode(code, world()).map_err(|error| error.to_string())?,
            Some(Place::Viewport(viewport)) => session.viewport = Some(*viewport),
            None => {}
        }
        if let Some(select) = &self.select {
            session.selection = Some(world().resolve(select).map_err(|error| error.to_string())?);
        }
        if let Some(language) = &self.language {
            session.language.clone_from(language);
        }
        if let Some(theme) = self.theme {
            session.theme = theme;
        }
        if let Some(Layers(layers)) = &self.layers {
            session.layers.clone_from(layers);
        }
        if let Some(date) = self.as_of {
            session.as_of = Some(day(date, world().edition)?);
        }
        if let Some(projection) = &self.projection {
            session.projection.clone_from(projection);
        }
        session.strip |= self.strip;
        Ok(session.selection.clone().filter(|_| self.fit))
    }
}

/// The last day of a date, as far as the facts reach.
///
/// # Errors
/// Where all of it lies after the facts.
pub fn day(date: Date, edition: Option<Day>) -> Result<Day, String> {
    match edition {
        Some(edition) if date.earliest() > edition => {
            Err(format!("the facts end on {edition}; nothing is known about {date}"))
        }
        Some(edition) => Ok(date.latest().min(edition)),
        None => Ok(date.latest()),
    }
}

/// Reads a date; a year or a month stands for its last day.
pub(super) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|error: crate::date::NotADate| error.to_string())
}

/// Reads one word out of a list of words.
pub(super) fn one_of<'a>(text: &str, words: impl Iterator<Item = &'a str> + Clone) -> Result<usize, String> {
    words.clone().position(|word| word == text).ok_or_else(|| {
        let all: Vec<&str> = words.collect();
        format!("choose one of {}", all.join(", "))
    })
}

/// Reads a language code.
pub(super) fn language(text: &str) -> Result<String, String> {
    one_of(text, lang::LANGUAGES.iter().map(|language| language.code)).map(|_| text.to_owned())
}

/// Reads a projection id.
fn projection(text: &str) -> Result<String, String> {
    one_of(text, projection::ALL.iter().map(|projection| projection.id())).map(|_| text.to_owned())
}

/// Reads the name of a theme.
pub(super) fn theme(text: &str) -> Result<Theme, String> {
    one_of(text, Theme::ALL.iter().map(|(_, word)| *word)).map(|at| Theme::ALL[at].0)
}

/// Reads a list of layers; `none` and `all` are lists too.
fn layers(text: &str) -> Result<Layers, String> {
    let words = Layer::ALL.iter().map(|(_, word)| *word);
    match text {
        "none" => Ok(Layers(BTreeSet::new())),
        "all" => Ok(Layers(Layer::ALL.iter().map(|(layer, _)| *layer).collect())),
        _ => text
            .split(',')
            .map(|word| one_of(word.trim(), words.clone()).map(|at| Layer::ALL[at].0))
            .collect::<Result<_, _>>()
            .map(Layers)
            .map_err(|error| format!("{error}, or none, or all")),
    }
}

/// Reads a view code, or centre and scale.
fn place(text: &str) -> Result<Place, String> {
    if text.contains(',') { viewport(text).map(Place::Viewport) } else { Ok(Place::Code(text.to_owned())) }
}

/// Reads centre and scale of a view.
fn viewport(text: &str) -> Result<Viewport, String> {
    let numbers: Vec<f64> = text.split(',').filter_map(|part| part.trim().parse().ok()).collect();
    let given = text.split(',').count();
    match numbers[..] {
        [lon, lat, km] if given == 3 => {
            let view = Viewport { center: [lon, lat], km_per_point: km };
            let [low, high] = Viewport::LIMITS;
            let [west, south, east, north] = Viewport::REACH;
            if view.sane() == view {
                Ok(view)
            } else {
                Err(format!(
                    "the atlas reaches from longitude {west} to {east}, latitude {south} to {north}, with {low} to {high} km per point"
                ))
            }
        }
        _ => Err("write longitude, latitude and kilometres per point, such as 66.5,48,3".to_owned()),
    }
}

/// What clap says about wrong use, as one line without its advice on where to read more.
#[must_use]
pub fn sentence(error: &clap::Error) -> String {
    let text = error.to_string();
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
        .filter(|line| !line.is_empty())
        .collect();
    let line = lines.join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    format!("{line} (ots-atlas --help tells more)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_read() {
        let view = viewport("66.5, 48,3").unwrap();
        assert_eq!(view, Viewport { center: [66.5, 48.0], km_per_point: 3.0 });
        for wrong in ["", "1,2", "1,2,3,4", "a,2,3", "1,2,NaN", "1,2,inf", "0,0,3", "66,48,1000", "66,48,3,x"] {
            assert!(viewport(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn lists_are_read() {
        assert_eq!(layers("water, labels").unwrap().0, [Layer::Water, Layer::Labels].into());
        assert_eq!(layers("none").unwrap().0, BTreeSet::new());
        assert_eq!(layers("all").unwrap().0.len(), Layer::ALL.len());
        assert!(layers("watr").unwrap_err().contains("corridors, seats"));
        assert_eq!(theme("dark"), Ok(Theme::Dark));
        assert!(theme("Dark").is_err());
        assert!(language("xx").unwrap_err().contains("en, tr"));
        assert!(projection("mercator").unwrap_err().contains("albers, lambert, azimuthal"));
    }

    #[test]
    fn every_option_alters_its_part() {
        let arguments = Arguments::parse_from(
            "x --view 60,45,2 --language tr --theme dark --layers water --as-of 2022 --projection lambert --strip"
                .split(' '),
        );
        let mut session = Session::default();
        let nothing = World::default();
        arguments.view.apply(&mut session, || &nothing).unwrap();
        let expected = Session {
            viewport: Some(Viewport { center: [60.0, 45.0], km_per_point: 2.0 }),
            language: "tr".to_owned(),
            theme: Theme::Dark,
            layers: [Layer::Water].into(),
            as_of: Some("2022-12-31".parse().unwrap()),
            projection: "lambert".to_owned(),
            strip: true,
            ..Session::default()
        };
        assert_eq!(session, expected);
    }

    #[test]
    fn the_definition_is_sound() {
        use clap::CommandFactory as _;
        Arguments::command().debug_assert();
        let wrong = Arguments::try_parse_from(["x", "--themes", "dark"]).unwrap_err();
        let line = sentence(&wrong);
        assert!(line.contains("--themes") && !line.contains('\n') && !line.starts_with("error"), "{line}");
    }
}
