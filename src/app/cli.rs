//! The command line: what can be asked for, and the view that its options describe.

mod view;

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::date::Date;
use crate::export::Size;
use crate::style::Theme;

pub use view::{View, day};
pub(super) use view::{date, language, one_of, theme};

/// A desktop atlas of the Organization of Turkic States.
#[derive(Debug, Parser)]
#[command(name = "ots-atlas", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
#[command(after_help = "Without a command the window opens. IDs are such as KZ, TITR or state:KZ; `ots-atlas list` \
                        names them all, and `ots-atlas route --help` the options of a command.\n\
                        No network is ever used. Exit codes: 0 done, 1 failed, 2 wrong use.")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// Picture of the atlas to open again, or folder of another edition of the facts
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
        /// Picture of the atlas to open again, or folder of another edition of the facts
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
        /// Show what differs from another edition of the facts: a folder as for check
        #[arg(long, value_name = "FOLDER", group = "subject", conflicts_with_all = ["strip", "beside"])]
        edition: Option<PathBuf>,
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
    /// Tells what changed between two days, or between two editions of the facts
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

/// Letters by which a word may differ from the command that is meant.
const SLIPS: usize = 2;

/// What clap says about wrong use of these arguments, as one line that says where to read more, or which command may be
/// meant.
#[must_use]
pub fn sentence(error: &clap::Error, arguments: &[String]) -> String {
    let first = arguments.first();
    let is_word =
        matches!(error.kind(), ErrorKind::InvalidSubcommand | ErrorKind::UnknownArgument | ErrorKind::ArgumentConflict);
    if let Some(advice) = first.filter(|word| is_word && !Path::new(word).exists()).and_then(|word| meant(word)) {
        return advice;
    }
    let text = error.to_string();
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
        .filter(|line| !line.is_empty())
        .collect();
    let line = lines.join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    let command = Arguments::command();
    let verb = first.filter(|word| command.find_subcommand(word).is_some());
    let help = verb.map_or_else(|| "ots-atlas --help".to_owned(), |verb| format!("ots-atlas {verb} --help"));
    format!("{line} ({help} tells more)")
}

/// For a word that is no command, but nearly one, what may be meant.
#[must_use]
pub fn meant(word: &str) -> Option<String> {
    let command = Arguments::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    let (slips, name) = names.map(|name| (strsim::damerau_levenshtein(word, name), name)).min()?;
    (1..=SLIPS)
        .contains(&slips)
        .then(|| format!("“{word}” is no command; ots-atlas {name} may be meant (ots-atlas --help lists all)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
        let wrong = Arguments::try_parse_from(["x", "--themes", "dark"]).unwrap_err();
        let line = sentence(&wrong, &["--themes".to_owned(), "dark".to_owned()]);
        assert!(line.contains("--themes") && !line.contains('\n') && !line.starts_with("error"), "{line}");
    }
}
