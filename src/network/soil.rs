//! Whose soil a segment lies on: a segment across a border is divided by its drawn line.

use geo::{Contains, Coord, Distance, Haversine, InterpolatePoint, LineString, MultiPolygon, Point, Polygon};

use crate::world::{Ring, Segment, World};

/// The drawn line is looked at once in so many kilometres.
const STEP: f64 = 1.0;

/// A part of a segment on the soil of one country.
#[derive(Debug, Clone, PartialEq)]
pub struct Soil {
    /// Area id of the country, whoever administers the place: `KZ`, `IR`, `CY` also in the north of Cyprus.
    pub area: String,
    /// Share of the length, 0 to 1.
    pub share: f64,
}

/// The countries of a segment in the order from its start to its end; none at sea.
///
/// One country has all of it. Several share it as its drawn line lies on their areas at the far scale; where the line
/// touches none of them, they share alike. The line is schematic, so the shares are no better than the line.
pub(super) fn of(world: &World, segment: &Segment) -> Vec<Soil> {
    if segment.mode.is_sea() {
        return Vec::new();
    }
    let [_, _, ..] = segment.countries[..] else {
        return segment.countries.iter().map(|area| Soil { area: area.clone(), share: 1.0 }).collect();
    };
    let areas: Vec<MultiPolygon> = segment.countries.iter().map(|area| shape(world, area)).collect();
    let found = shares(&segment.line, &areas);
    segment.countries.iter().zip(found).map(|(area, share)| Soil { area: area.clone(), share }).collect()
}

/// The polygons of an area at the far scale.
fn shape(world: &World, area: &str) -> MultiPolygon {
    let line = |ring: &Ring| ring.iter().map(|at| Coord::from(*at)).collect::<LineString>();
    let polygons = world.geography.far.areas.get(area).into_iter().flatten().map(|rings| {
        let (outer, holes) = rings.split_first().map_or((LineString::new(Vec::new()), &[][..]), |(o, h)| (line(o), h));
        Polygon::new(outer, holes.iter().map(line).collect())
    });
    polygons.collect()
}

/// The share of each area in a line; together they are 1.
fn shares(line: &[[f64; 2]], areas: &[MultiPolygon]) -> Vec<f64> {
    let mut km = vec![0.0; areas.len()];
    // What lies on none of the areas, such as a river between them, goes with what came before it.
    let (mut last, mut touched) = (0, false);
    for (a, b) in line.iter().zip(line.iter().skip(1)) {
        let (a, b) = (Point::from(*a), Point::from(*b));
        let length = Haversine.distance(a, b) / 1000.0;
        let steps = (length / STEP).ceil().max(1.0);
        for step in 0..steps as usize {
            let at = Haversine.point_at_ratio_between(a, b, (step as f64 + 0.5) / steps);
            let found = areas.iter().position(|area| area.contains(&at));
            touched |= found.is_some();
            last = found.unwrap_or(last);
            if let Some(km) = km.get_mut(last) {
                *km += length / steps;
            }
        }
    }
    let whole: f64 = km.iter().sum();
    let alike = 1.0 / areas.len() as f64;
    km.iter().map(|km| if touched && whole > 0.0 { km / whole } else { alike }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_divided_where_the_areas_meet() {
        let square = |west: f64, east: f64| {
            let ring = [[west, 0.0], [east, 0.0], [east, 1.0], [west, 1.0]].map(Coord::from);
            MultiPolygon::from(Polygon::new(LineString::from(ring.to_vec()), Vec::new()))
        };
        let found = shares(&[[0.25, 0.5], [2.0, 0.5]], &[square(0.0, 1.0), square(1.0, 3.0)]);
        assert!((found[0] - 3.0 / 7.0).abs() < 0.01 && (found[0] + found[1] - 1.0).abs() < 1e-9, "{found:?}");
        assert_eq!(shares(&[[5.0, 5.0], [5.0, 5.0]], &[square(0.0, 1.0), square(1.0, 3.0)]), [0.5, 0.5]);
    }
}
