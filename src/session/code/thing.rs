//! Things and days in a view code: each thing stands by a digest of its id.

use crate::date::Day;
use crate::session::Order;
use crate::world::{Id, Kind, Period, World};

use super::row::{Bits, fnv};
use super::{BadCode, bits};

/// Writes an order of the table, with the thing that it asks for.
pub(super) fn put_order(pen: &mut Bits, order: &Order, kind: Kind) {
    let plain = Order::PLAIN.iter().position(|(it, _)| it == order);
    let keyed = Order::PLAIN.len() + usize::from(matches!(order, Order::Since(_)));
    pen.put(plain.unwrap_or(keyed) as u64, bits::ORDER);
    order.key().into_iter().for_each(|key| put_thing(pen, &Id::new(kind, key)));
}

/// Reads an order of the table.
pub(super) fn take_order(eye: &mut Bits, world: &World) -> Result<Order, BadCode> {
    let at = eye.take(bits::ORDER)? as usize;
    if let Some((order, _)) = Order::PLAIN.get(at) {
        return Ok(order.clone());
    }
    let key = take_thing(eye, world)?.key;
    match at - Order::PLAIN.len() {
        0 => Ok(Order::Role(key)),
        1 => Ok(Order::Since(key)),
        _ => Err(BadCode::Unknown),
    }
}

/// What stands for anything of a kind that is asked for, before the question itself.
pub(super) fn any(kind: Kind) -> u64 {
    digest(&Id::new(kind, ""))
}

/// Writes a day.
pub(super) fn put_day(pen: &mut Bits, day: Day) {
    pen.put(day.year() as u64, bits::YEAR);
    pen.put(day.month().into(), bits::MONTH);
    pen.put(day.day().into(), bits::DAY);
}

/// Reads a day.
pub(super) fn take_day(eye: &mut Bits) -> Result<Day, BadCode> {
    let [year, month, day] = [eye.take(bits::YEAR)?, eye.take(bits::MONTH)?, eye.take(bits::DAY)?];
    Day::new(year as i16, month as u8, day as u8).ok_or(BadCode::Garbled)
}

/// Writes a thing; a route with all of its question, changes with their days, another edition by its digest, a role with its state and
/// its institution.
pub(super) fn put_thing(pen: &mut Bits, id: &Id) {
    if id.kind == Kind::Role {
        pen.put(any(Kind::Role), bits::THING);
        let (state, body) = id.key.split_once('~').unwrap_or_default();
        pen.put(digest(&Id::new(Kind::State, state)), bits::THING);
        return pen.put(digest(&Id::new(Kind::Institution, body)), bits::THING);
    }
    if id.kind == Kind::Edition {
        pen.put(any(Kind::Edition), bits::THING);
        return pen.put(digest(id), bits::THING);
    }
    if id.kind == Kind::Changes {
        pen.put(any(Kind::Changes), bits::THING);
        id.key.split('~').filter_map(|day| day.parse().ok()).for_each(|day| put_day(pen, day));
        return;
    }
    let is_listed = matches!(id.kind, Kind::Route | Kind::Comparison);
    let Some(key) = is_listed.then_some(&id.key) else { return pen.put(digest(id), bits::THING) };
    pen.put(any(id.kind), bits::THING);
    // The words of a key have no digits to count on: each part stands by its digest, their number first.
    let parts: Vec<&str> = key.split('~').collect();
    pen.put(parts.len() as u64, bits::PARTS);
    parts.iter().for_each(|part| pen.put(digest_of(part), bits::THING));
}

/// Reads a thing.
pub(super) fn take_thing(eye: &mut Bits, world: &World) -> Result<Id, BadCode> {
    let thing = eye.take(bits::THING)?;
    if thing == any(Kind::Changes) {
        let period = Period::new(take_day(eye)?, take_day(eye)?).ok_or(BadCode::Garbled)?;
        return world.period(&period.id().key).map(|period| period.id()).ok_or(BadCode::Unknown);
    }
    if thing == any(Kind::Edition) {
        let named = eye.take(bits::THING)?;
        let open = world.revision.as_ref().map(|revision| revision.id());
        return open.filter(|id| digest(id) == named).ok_or(BadCode::Edition);
    }
    if thing == any(Kind::Role) {
        let (state, body) = (take_thing(eye, world)?, take_thing(eye, world)?);
        let role = World::role_id(&state.key, &body.key);
        return Some(role).filter(|id| world.exists(id)).ok_or(BadCode::Unknown);
    }
    let Some(kind) = [Kind::Route, Kind::Comparison].into_iter().find(|kind| any(*kind) == thing) else {
        return world.ids().find(|id| digest(id) == thing).ok_or(BadCode::Unknown);
    };
    let parts = eye.take(bits::PARTS)?;
    let known: Vec<String> = match kind {
        Kind::Comparison => world.states.iter().map(|state| state.key.clone()).collect(),
        _ => world.route_words().collect(),
    };
    let part = |eye: &mut Bits| {
        let part = eye.take(bits::THING)?;
        known.iter().find(|word| digest_of(word) == part).map(String::as_str).ok_or(BadCode::Unknown)
    };
    let parts = (0..parts).map(|_| part(eye)).collect::<Result<Vec<_>, _>>()?;
    Some(Id::new(kind, parts.join("~"))).filter(|id| world.exists(id)).ok_or(BadCode::Unknown)
}

/// What stands for a thing: its digest, so that the code survives other things that come and go.
pub(super) fn digest(id: &Id) -> u64 {
    digest_of(&id.to_string())
}

/// The digest of a text.
pub(super) fn digest_of(text: &str) -> u64 {
    let hash = fnv(text.bytes());
    (hash ^ hash >> 32) & ((1 << bits::THING) - 1)
}
