//! What changed between two days, or between two editions of the facts, on the command line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::cli::{self, Format};
use super::{load, print};
use crate::date::Date;
use crate::lang::Lang;
use crate::story::plain::{self, Table};
use crate::story::{self, Story};
use crate::world::{Period, World};

/// What is asked.
#[derive(Debug, Args)]
#[command(
    after_help = "The ends of both days are compared: what happened on the first day is not told, what happened \
                        on the second one is. A picture of it: ots-atlas export --select changes:DAY~DAY -o FILE, or export --edition FOLDER."
)]
pub struct Options {
    /// Earlier day, such as 2019-10-14; a year or a month stands for its last day
    #[arg(long, value_name = "DATE", value_parser = cli::date, required_unless_present = "edition")]
    from: Option<Date>,
    /// Later day; that of the edition without it
    #[arg(long, value_name = "DATE", value_parser = cli::date)]
    to: Option<Date>,
    /// Another edition of the facts, a folder as for check: tells what the facts say otherwise
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["from", "to"])]
    edition: Option<PathBuf>,
    /// Language of the text
    #[arg(long, value_name = "CODE", default_value = "en", value_parser = cli::language)]
    language: String,
    /// Form of the output
    #[arg(long, default_value = "text")]
    format: Format,
}

/// Answers.
pub fn run(options: &Options) -> ExitCode {
    let answer = match (&options.edition, options.from) {
        (Some(folder), _) => revised(options, folder),
        (None, Some(from)) => answered(options, from, &load::world()),
        (None, None) => Err("name the earlier day".to_owned()),
    };
    match answer {
        Ok(text) => print::done(print::out(&text)),
        Err(sentence) => print::fail(&sentence),
    }
}

/// The answer as text.
fn answered(options: &Options, from: Date, world: &World) -> Result<String, String> {
    let from = cli::day(from, world.edition)?;
    let to = options.to.map(|date| cli::day(date, world.edition)).transpose()?;
    let to = world.as_of(to);
    let period =
        Period::new(from, to).ok_or_else(|| format!("{from} is not before {to}; name the earlier day first"))?;
    let lang = Lang::new(&options.language).unwrap_or_default();
    let story = story::tell(world, &period.id(), to, &lang).ok_or("nothing is known about these days")?;
    Ok(written(&story, options, &lang))
}

/// What the facts say otherwise than those of a folder, as text.
fn revised(options: &Options, folder: &Path) -> Result<String, String> {
    let world = load::edition(folder, &Lang::default())?;
    let lang = Lang::new(&options.language).unwrap_or_default();
    let id = world.revision.as_ref().map(|revision| revision.id()).ok_or("there is no other edition")?;
    let story = story::tell(&world, &id, world.as_of(None), &lang).ok_or("nothing can be compared")?;
    Ok(written(&story, options, &lang))
}

/// A page in the form that is asked for.
fn written(story: &Story, options: &Options, lang: &Lang) -> String {
    match options.format {
        Format::Text => plain::text(story, lang),
        Format::Json => Table::Json.write(story, lang),
        Format::Csv => Table::Csv.write(story, lang),
        Format::Markdown => Table::Markdown.write(story, lang),
    }
}
