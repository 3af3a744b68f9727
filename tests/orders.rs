//! The table of who sits in what in other orders: by a state, by an institution, by name; said, drawn and carried.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::LazyLock;

use ots_atlas::date::Day;
use ots_atlas::lang::Lang;
use ots_atlas::map::{self, Base, Page, Sheet};
use ots_atlas::matrix::Matrix;
use ots_atlas::paint::dump::dump;
use ots_atlas::projection;
use ots_atlas::session::{Order, Session, Sorting, View};
use ots_atlas::world::{self, Files, World};

static WORLD: LazyLock<World> = LazyLock::new(|| world::load(&Files::Embedded).world);

/// The table of the edition in an order.
fn sorted(bodies: Order, states: Order) -> Matrix<'static> {
    Matrix::new(&WORLD, WORLD.as_of(None), None, &Sorting { bodies, states }, &Lang::default())
}

fn columns(matrix: &Matrix) -> String {
    matrix.columns.iter().map(|it| it.state.key.as_str()).collect::<Vec<_>>().join(" ")
}

/// The page of a window with the table in an order.
fn compose(sorting: Sorting) -> Sheet {
    let base = Base::new(&WORLD, projection::ALL[0]);
    let session = Session { view: View::Matrix, sorting, ..Session::default() };
    map::compose(&WORLD, &base, &session, &Lang::default(), &Page::window(1016.0, 756.0))
}

#[test]
fn it_is_sorted_by_a_state_and_by_an_institution() {
    let by_role = sorted(Order::Role("TM".to_owned()), Order::Facts);
    let of_tm: String = by_role.rows.iter().map(|row| row.cells[6].map_or('-', |it| role(it.part.role))).collect();
    let rank = |letter: char| "MOSUDHA-".find(letter).unwrap();
    assert!(of_tm.chars().map(rank).is_sorted() && of_tm.starts_with("MM") && of_tm.ends_with("--"), "{of_tm}");
    let since = sorted(Order::Since("TM".to_owned()), Order::Facts);
    let days: Vec<Day> =
        since.rows.iter().filter_map(|row| row.cells[6]?.part.from).map(ots_atlas::date::Date::earliest).collect();
    assert!(days.len() > 5 && days.is_sorted(), "{days:?}");
    // Columns keep their groups; TURKPA has members, one that accedes, an observer and others.
    let states = |order: Order| columns(&sorted(Order::Facts, order));
    assert_eq!(states(Order::Name), "AZ KZ KG TR UZ ECO HU TRNC TM");
    assert_eq!(states(Order::Role("turkpa".to_owned())), "AZ KZ KG TR UZ HU TRNC TM ECO");
    assert_eq!(states(Order::Since("tcci".to_owned())).split(' ').count(), 9);
    let parts = sorted(Order::Facts, Order::Parts);
    let counts: Vec<usize> = (5..9)
        .map(|at| parts.rows.iter().filter_map(|row| row.cells[at]).filter(|cell| cell.part.role.takes_part()).count())
        .collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
}

/// The first letter of a role.
fn role(role: world::Role) -> char {
    format!("{role:?}").chars().next().unwrap()
}

#[test]
fn the_order_is_said_drawn_and_carried() {
    let usual = compose(Sorting::default());
    let sorting = Sorting { bodies: Order::Role("KZ".to_owned()), states: Order::Name };
    let sheet = compose(sorting);
    assert!(sheet.summary.contains("Sorted: bodies by the role of Kazakhstan and states by name"), "{}", sheet.summary);
    assert!(!usual.summary.contains("Sorted"));
    let shapes = |sheet: &Sheet| dump(&sheet.scene).lines().filter(|line| line.trim().starts_with("path")).count();
    assert_eq!(shapes(&sheet), shapes(&usual) + 2, "an arrow for each");
    // Every head has a place that sorts, high and wide enough to be hit, inside the page and not on another one.
    assert_eq!(sheet.sorters.len(), 3 + 9 + sorted(Order::Facts, Order::Facts).rows.len());
    for (at, one) in sheet.sorters.iter().enumerate() {
        assert!(one.rect.height() >= 24.0 && one.rect.width() >= 20.0, "{one:?}");
        let others = sheet.sorters.iter().skip(at + 1);
        others.for_each(|other| assert!(one.rect.intersect(other.rect).area() <= 0.0, "{one:?} {other:?}"));
    }
}
