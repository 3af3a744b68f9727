//! In which order the table of roles stands.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::world::{Id, Kind, World};

/// An order of the institutions, or of the states, of the table of roles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Order {
    /// That of the facts.
    #[default]
    Facts,
    /// By name.
    Name,
    /// By the day of founding, or of the first standing, the earliest first; what is not dated last.
    Founded,
    /// By how many parts there are, most first.
    Parts,
    /// By the role of a state, or in an institution: members first, the longest among them before the others.
    Role(String),
    /// By the day on which the role of a state, or in an institution, began.
    Since(String),
}

/// The order of the table: of its rows and of its columns, which stay in their groups.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sorting {
    /// Of the institutions; a key is that of a state.
    pub bodies: Order,
    /// Of the states; a key is that of an institution.
    pub states: Order,
}

/// Why a text is no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoOrder;

impl fmt::Display for NoOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("choose one of facts, name, founded, parts, role:ID, since:ID")
    }
}

impl std::error::Error for NoOrder {}

impl Order {
    /// Every order without a key, with its word.
    pub const PLAIN: [(Self, &'static str); 4] =
        [(Self::Facts, "facts"), (Self::Name, "name"), (Self::Founded, "founded"), (Self::Parts, "parts")];

    /// The key that it asks for.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Role(key) | Self::Since(key) => Some(key),
            Self::Facts | Self::Name | Self::Founded | Self::Parts => None,
        }
    }

    /// The same order with the key of the thing of a kind that a person means by it.
    ///
    /// # Errors
    /// A sentence, where there is no such thing.
    pub fn resolved(self, kind: Kind, world: &World) -> Result<Self, String> {
        let Some(key) = self.key() else { return Ok(self) };
        let typed = format!("{}:{key}", kind.word());
        let found = world.resolve(&typed).map_err(|error| error.to_string())?;
        Ok(if matches!(self, Self::Role(_)) { Self::Role(found.key) } else { Self::Since(found.key) })
    }
}

impl Sorting {
    /// Whether both orders are those of the facts.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Both orders with the kind of the thing that each may ask for.
    #[must_use]
    pub fn both(&self) -> [(&Order, Kind); 2] {
        [(&self.bodies, Kind::State), (&self.states, Kind::Institution)]
    }

    /// The orders as far as what they ask for is known.
    #[must_use]
    pub fn known(self, world: &World) -> Self {
        let known = |order: Order, kind: Kind| {
            let exists = order.key().is_none_or(|key| world.exists(&Id::new(kind, key)));
            if exists { order } else { Order::Facts }
        };
        Self { bodies: known(self.bodies, Kind::State), states: known(self.states, Kind::Institution) }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(key) => write!(f, "role:{key}"),
            Self::Since(key) => write!(f, "since:{key}"),
            plain => f.write_str(Self::PLAIN.iter().find(|(it, _)| it == plain).map_or("facts", |(_, word)| word)),
        }
    }
}

impl FromStr for Order {
    type Err = NoOrder;

    fn from_str(text: &str) -> Result<Self, NoOrder> {
        let plain = || Self::PLAIN.into_iter().find(|(_, word)| *word == text).map(|(order, _)| order);
        match text.split_once(':') {
            Some(("role", key)) if !key.is_empty() => Ok(Self::Role(key.to_owned())),
            Some(("since", key)) if !key.is_empty() => Ok(Self::Since(key.to_owned())),
            _ => plain().ok_or(NoOrder),
        }
    }
}

impl From<Order> for String {
    fn from(order: Order) -> Self {
        order.to_string()
    }
}

impl TryFrom<String> for Order {
    type Error = NoOrder;

    fn try_from(text: String) -> Result<Self, NoOrder> {
        text.parse()
    }
}
