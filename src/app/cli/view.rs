//! The options that describe a view, and how their values are read.

use std::collections::BTreeSet;

use clap::Args;

use crate::date::{Date, Day};
use crate::lang;
use crate::projection::{self, Viewport};
use crate::session::{Layer, Session, code};
use crate::style::Theme;
use crate::world::{Id, World};

/// Options that describe a view; what is not given stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Args)]
#[command(next_help_heading = "View")]
pub struct View {
    /// Thing to select, such as KZ
    #[arg(long, value_name = "ID", group = "subject")]
    pub select: Option<String>,
    /// Bring the selected thing into view
    #[arg(long, requires = "subject", conflicts_with = "view")]
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
    /// Show that strip, and the one of another corridor or route below it, such as BTK
    #[arg(long, value_name = "ID")]
    pub beside: Option<String>,
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
        if let Some(beside) = &self.beside {
            beside_of(session, world().resolve(beside).map_err(|error| error.to_string())?)?;
        }
        Ok(session.selection.clone().filter(|_| self.fit))
    }
}

/// Puts a second strip below that of what is selected.
fn beside_of(session: &mut Session, id: Id) -> Result<(), String> {
    let alone = session.selection.as_ref().filter(|selected| !selected.has_strip());
    if session.selection.is_none() || alone.is_some() {
        return Err("there is no strip to put another one below; --select a corridor or a route".to_owned());
    }
    if !id.has_strip() {
        return Err(format!("{id} is no corridor and no route; `ots-atlas list corridors` names the corridors"));
    }
    session.strip = true;
    session.beside = Some(id);
    Ok(())
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
pub fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|error: crate::date::NotADate| error.to_string())
}

/// Reads one word out of a list of words.
pub fn one_of<'a>(text: &str, words: impl Iterator<Item = &'a str> + Clone) -> Result<usize, String> {
    words.clone().position(|word| word == text).ok_or_else(|| {
        let all: Vec<&str> = words.collect();
        format!("choose one of {}", all.join(", "))
    })
}

/// Reads a language code.
pub fn language(text: &str) -> Result<String, String> {
    one_of(text, lang::LANGUAGES.iter().map(|language| language.code)).map(|_| text.to_owned())
}

/// Reads a projection id.
fn projection(text: &str) -> Result<String, String> {
    one_of(text, projection::ALL.iter().map(|projection| projection.id())).map(|_| text.to_owned())
}

/// Reads the name of a theme.
pub fn theme(text: &str) -> Result<Theme, String> {
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

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::app::cli::Arguments;
    use crate::world::{Files, load};

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
    fn a_second_strip_needs_a_first_one() {
        let world = load(&Files::Embedded).world;
        let apply = |line: &str| {
            let mut session = Session::default();
            let view = Arguments::parse_from(line.split(' ')).view;
            view.apply(&mut session, || &world).map(|_| session)
        };
        let session = apply("x --select TITR --beside btk").unwrap();
        assert!(session.strip && session.beside == "corridor:BTK".parse().ok(), "{session:?}");
        for (wrong, why) in [
            ("x --beside BTK", "no strip"),
            ("x --select KZ --beside BTK", "no strip"),
            ("x --select TITR --beside KZ", "no corridor"),
            ("x --select TITR --beside Atlantis", "Atlantis"),
        ] {
            assert!(apply(wrong).unwrap_err().contains(why), "{wrong}");
        }
    }
}
