//! The way between two places on the command line.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{cli, load, print};
use crate::lang::Lang;
use crate::network::{Aim, Avoid, Network, NoWay, Place, Query, Reach};
use crate::story::plain;
use crate::story::route;
use crate::world::{Id, Kind, Unresolved, World};

/// What is asked.
#[derive(Debug, Args)]
#[command(
    after_help = "Places are nodes, states and other countries of the map, such as Altynkol, node:tr_kars, KZ or \
                        Iran; of a country the node counts that gives the best way. Lengths are never travel times."
)]
pub struct Options {
    /// Where it begins
    #[arg(long, value_name = "PLACE")]
    from: String,
    /// Where it ends
    #[arg(long, value_name = "PLACE")]
    to: String,
    /// What it passes; repeat it for several places in this order
    #[arg(long, value_name = "PLACE")]
    via: Vec<String>,
    /// What it does not touch: a place or a segment such as KZ02; may be repeated
    #[arg(long, value_name = "ID")]
    avoid: Vec<String>,
    /// What it may use: today, construction, planned; each includes those before
    #[arg(long, value_name = "REACH", default_value = "today", value_parser = reach)]
    reach: Reach,
    /// Use only what operates today, which is the default
    #[arg(long, conflicts_with = "reach")]
    operational: bool,
    /// Use suspended services too
    #[arg(long)]
    suspended: bool,
    /// Do not go by ship
    #[arg(long)]
    no_sea: bool,
    /// What it has least of: shortest (kilometres), gauge (changes of gauge), borders
    #[arg(long, value_name = "AIM", default_value = "shortest", value_parser = aim)]
    aim: Aim,
    /// How many alternatives are looked for
    #[arg(long, value_name = "N", default_value_t = Query::ALTERNATIVES as u8, value_parser = clap::value_parser!(u8).range(0..=9))]
    alternatives: u8,
    /// Language of the text
    #[arg(long, value_name = "CODE", default_value = "en", value_parser = cli::language)]
    language: String,
    /// Form of the output
    #[arg(long, default_value = "table")]
    format: Format,
}

/// Form of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// Reads a reach.
fn reach(text: &str) -> Result<Reach, String> {
    cli::one_of(text, Reach::ALL.iter().map(|(_, word)| *word)).map(|at| Reach::ALL[at].0)
}

/// Reads an aim.
fn aim(text: &str) -> Result<Aim, String> {
    cli::one_of(text, Aim::ALL.iter().map(|(_, word)| *word)).map(|at| Aim::ALL[at].0)
}

/// Answers.
pub fn run(options: &Options) -> ExitCode {
    let world = load::world();
    match answered(options, &world) {
        Ok(text) => print::done(print::out(&text)),
        Err(sentence) => print::fail(&sentence),
    }
}

/// The answer as text; that there is no way under the choices is one, too.
fn answered(options: &Options, world: &World) -> Result<String, String> {
    let lang = Lang::new(&options.language).unwrap_or_default();
    let query = query(options, world)?;
    let answer = Network::new(world).find(&query);
    if let Err(why) = &answer {
        let sentence = route::sentence(world, &query, why, &lang);
        match why {
            NoWay::Closed { .. } if options.format == Format::Csv => print::note(&sentence),
            NoWay::Closed { .. } => {}
            NoWay::SamePlace | NoWay::Unknown(_) | NoWay::Avoided(_) => return Err(sentence),
        }
    }
    Ok(match options.format {
        Format::Table => {
            let story = route::tell(world, &query, &answer, world.as_of(None), &lang);
            plain::text(&story, &lang)
        }
        Format::Json => {
            let json = route::json(world, &query, &answer, &lang);
            serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
        }
        Format::Csv => route::csv(world, &answer, &lang),
    })
}

/// The question behind the options.
fn query(options: &Options, world: &World) -> Result<Query, String> {
    let reach = if options.operational { Reach::Today } else { options.reach };
    Ok(Query {
        via: options.via.iter().map(|text| place(world, text)).collect::<Result<_, _>>()?,
        avoid: options.avoid.iter().map(|text| avoid(world, text)).collect::<Result<_, _>>()?,
        reach,
        suspended: options.suspended,
        sea: !options.no_sea,
        aim: options.aim,
        alternatives: usize::from(options.alternatives),
        ..Query::new(place(world, &options.from)?, place(world, &options.to)?)
    })
}

/// The place that a text names.
fn place(world: &World, text: &str) -> Result<Place, String> {
    let id = thing(world, text, &[Kind::Node, Kind::State])?;
    Ok(if id.kind == Kind::Node { Place::Node(id.key) } else { Place::Area(id.key) })
}

/// The thing to be avoided that a text names.
fn avoid(world: &World, text: &str) -> Result<Avoid, String> {
    let id = thing(world, text, &[Kind::Node, Kind::State, Kind::Segment])?;
    Ok(match id.kind {
        Kind::Node => Avoid::Node(id.key),
        Kind::Segment => Avoid::Segment(id.key),
        _ => Avoid::Area(id.key),
    })
}

/// The thing of one of some kinds that a text names; countries of the map that are no states of the atlas count as
/// states. Where a text means several things or only a part of a name, it may still mean one of these kinds only.
fn thing(world: &World, text: &str, kinds: &[Kind]) -> Result<Id, String> {
    let country = || world.country(text).map(|area| Id::new(Kind::State, area));
    match world.resolve(text) {
        Ok(id) if kinds.contains(&id.kind) => Ok(id),
        Ok(id) => country().ok_or_else(|| {
            let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
            format!("“{text}” is {id}; here only these can be named: {}", words.join(", "))
        }),
        Err(error) => {
            let ids = match &error {
                Unresolved::Unknown(_, ids) | Unresolved::Ambiguous(_, ids) => ids.as_slice(),
                Unresolved::Edition(_) => &[],
            };
            let mut fitting = ids.iter().filter(|id| kinds.contains(&id.kind));
            let only = fitting.next().filter(|_| fitting.next().is_none()).cloned();
            country().or(only).ok_or_else(|| error.to_string())
        }
    }
}
