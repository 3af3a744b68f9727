//! The table for other programs: text, CSV, Markdown, JSON. Every part carries role, date, confidence and sources.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::lang::Lang;
use crate::story::plain::confidence;
use crate::story::{plain, words as of};
use crate::world::Role;

use super::{Matrix, words};

/// Forms of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For reading in a terminal.
    Text,
    /// For spreadsheets: one row for each part.
    Csv,
    /// For papers: the table, then its sources.
    Markdown,
    /// For programs.
    Json,
}

/// A role in one word, the same in every language.
fn word(role: Role) -> &'static str {
    match role {
        Role::Member => "member",
        Role::Observer => "observer",
        Role::Signatory => "signatory",
        Role::Universities => "universities",
        Role::Draft => "draft",
        Role::Host => "host",
        Role::Acceding => "acceding",
    }
}

/// The table in a form.
#[must_use]
pub fn write(matrix: &Matrix, lang: &Lang, form: Form) -> String {
    match form {
        Form::Text => text(matrix, lang),
        Form::Csv => csv(matrix, lang),
        Form::Markdown => markdown(matrix, lang),
        Form::Json => serde_json::to_string_pretty(&json(matrix, lang)).unwrap_or_default() + "\n",
    }
}

/// The note on the observer entity, where it has a column.
fn note<'m>(matrix: &'m Matrix, lang: &Lang) -> Option<&'m str> {
    matrix.world.note("northern_cyprus", lang.code()).filter(|_| matrix.has_entity())
}

/// Title and day.
fn heading(matrix: &Matrix, lang: &Lang) -> [String; 2] {
    let date = lang.date_long(matrix.day);
    let values = [("bodies", matrix.rows.len().into()), ("states", matrix.columns.len().into()), ("date", date.into())];
    [lang.text("matrix-title"), lang.format("matrix-subtitle", &values)]
}

/// Letter and year of a part, as the drawing has them; a question mark where it may not hold yet.
fn short(matrix: &Matrix, row: usize, column: usize) -> String {
    let Some(cell) = matrix.rows.get(row).and_then(|row| *row.cells.get(column)?) else { return "–".to_owned() };
    let doubt = if cell.certain { "" } else { "?" };
    let year = cell.part.from.map(|from| format!(" {}", from.year())).unwrap_or_default();
    format!("{}{doubt}{year}", words::letter(cell.part.role))
}

/// What each letter stands for, of those that occur.
fn legend(matrix: &Matrix, lang: &Lang) -> Vec<String> {
    let occurs = |role: &Role| matrix.parts().any(|cell| cell.part.role == *role);
    let named = Role::ALL.into_iter().filter(occurs);
    let mut all: Vec<String> =
        named.map(|role| format!("{} {}", words::letter(role), lang.text(of::role(role)))).collect();
    if matrix.parts().any(|cell| !cell.certain) {
        all.push(format!("? {}", lang.text("matrix-legend-uncertain")));
    }
    all.push(format!("– {}", lang.text("matrix-legend-none")));
    all
}

/// Keys of states across; a star leads to the note.
fn heads(matrix: &Matrix) -> Vec<String> {
    let star = |key: &str| if matrix.world.is_entity(key) { "*" } else { "" };
    matrix.columns.iter().map(|it| format!("{}{}", it.state.key, star(&it.state.key))).collect()
}

/// For a terminal.
fn text(matrix: &Matrix, lang: &Lang) -> String {
    let [title, subtitle] = heading(matrix, lang);
    let mut out = format!("{title}\n{subtitle}\n\n");
    let names: Vec<String> = matrix.rows.iter().map(|row| words::body(matrix, lang, row.body)[0].clone()).collect();
    let first = names.iter().map(|name| name.chars().count()).max().unwrap_or_default().min(48);
    let _ = write!(out, "{:first$}", "");
    for head in heads(matrix) {
        let _ = write!(out, "  {head:7}");
    }
    out.push('\n');
    for (at, name) in names.iter().enumerate() {
        let name: String = name.chars().take(first).collect();
        let cells: String =
            (0..matrix.columns.len()).map(|column| format!("  {:7}", short(matrix, at, column))).collect();
        let _ = writeln!(out, "{}", format!("{name:first$}{cells}").trim_end());
    }
    let _ = writeln!(out, "\n{}", legend(matrix, lang).join(" · "));
    if let Some(note) = note(matrix, lang) {
        let _ = writeln!(out, "* {note}");
    }
    let _ = writeln!(out, "{}", lang.text("matrix-more"));
    out
}

/// For spreadsheets.
fn csv(matrix: &Matrix, lang: &Lang) -> String {
    const COLUMNS: [&str; 14] = [
        "as_of",
        "institution",
        "institution_name",
        "founded",
        "state",
        "state_name",
        "role",
        "certain",
        "from",
        "by",
        "wording",
        "note",
        "confidence",
        "sources",
    ];
    let mut rows: Vec<[String; 14]> = vec![COLUMNS.map(str::to_owned)];
    let date = |date: Option<crate::date::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    for row in &matrix.rows {
        for (column, cell) in matrix.columns.iter().zip(&row.cells) {
            let part = cell.map(|cell| cell.part);
            let evidence = part.map(|part| &part.evidence);
            rows.push([
                matrix.day.to_string(),
                row.body.key.clone(),
                words::body(matrix, lang, row.body)[1].clone(),
                date(row.body.begun()),
                column.state.key.clone(),
                words::state(matrix, lang, column.state),
                part.map_or("none found", |part| word(part.role)).to_owned(),
                cell.map_or("", |cell| if cell.certain { "yes" } else { "no" }).to_owned(),
                date(part.and_then(|part| part.from)),
                date(part.and_then(|part| part.by)),
                part.and_then(|part| part.wording.clone()).unwrap_or_default(),
                evidence.and_then(|it| it.note.clone()).unwrap_or_default(),
                evidence.map_or("", |it| confidence(it.confidence)).to_owned(),
                evidence.map(|it| it.sources.join(" ")).unwrap_or_default(),
            ]);
        }
    }
    plain::rows(rows.iter().map(|row| row.each_ref().map(String::as_str)))
}

/// Words inside a cell of a Markdown table.
fn inside(words: &str) -> String {
    words.replace('|', "\\|").replace('\n', " ")
}

/// For papers: numbers of sources in each cell, the sources below.
fn markdown(matrix: &Matrix, lang: &Lang) -> String {
    let [title, subtitle] = heading(matrix, lang);
    let mut out = format!("# {title}\n\n{subtitle}\n\n| |");
    for head in heads(matrix) {
        let _ = write!(out, " {} |", head.replace('*', "\\*"));
    }
    let _ = write!(out, "\n|---|{}", "---|".repeat(matrix.columns.len()));
    let mut cited: Vec<&str> = Vec::new();
    for (at, row) in matrix.rows.iter().enumerate() {
        let [short_name, _] = words::body(matrix, lang, row.body);
        let _ = write!(out, "\n| {} |", inside(&short_name));
        for (column, cell) in row.cells.iter().enumerate() {
            let _ = write!(out, " {}", short(matrix, at, column));
            for key in cell.iter().flat_map(|cell| &cell.part.evidence.sources) {
                let known = cited.iter().position(|it| it == key);
                let number = known.unwrap_or_else(|| {
                    cited.push(key);
                    cited.len() - 1
                });
                let _ = write!(out, " \\[{}\\]", number + 1);
            }
            out.push_str(" |");
        }
    }
    let _ = writeln!(out, "\n\n{}", legend(matrix, lang).join(" · "));
    if let Some(note) = note(matrix, lang) {
        let _ = writeln!(out, "\n\\* {note}");
    }
    let _ = writeln!(out, "\n## {}\n", lang.text("kinds-source"));
    for (number, key) in (1..).zip(cited) {
        let label = words::sources(matrix, lang, &[key.to_owned()]).join("");
        let url = matrix.world.source(key).map(|it| it.url.clone()).filter(|url| !url.is_empty());
        let _ = writeln!(out, "{number}. {label}{}", url.map(|url| format!(" <{url}>")).unwrap_or_default());
    }
    out
}

/// For programs.
fn json(matrix: &Matrix, lang: &Lang) -> Value {
    let columns = matrix.columns.iter().map(|column| {
        json!({
            "state": column.state.key,
            "name": words::state(matrix, lang, column.state),
            "standing": column.standing.map(|it| lang.text(of::status(it.status))),
        })
    });
    let rows = matrix.rows.iter().map(|row| {
        let cells = matrix.columns.iter().zip(&row.cells).map(|(column, cell)| {
            let cell = cell.map(|cell| {
                json!({
                    "role": word(cell.part.role),
                    "certain": cell.certain,
                    "from": cell.part.from.map(|it| it.to_string()),
                    "by": cell.part.by.map(|it| it.to_string()),
                    "wording": cell.part.wording,
                    "note": cell.part.evidence.note,
                    "confidence": confidence(cell.part.evidence.confidence),
                    "sources": cell.part.evidence.sources,
                })
            });
            (column.state.key.clone(), json!(cell))
        });
        json!({
            "institution": row.body.key,
            "name": words::body(matrix, lang, row.body)[1],
            "founded": row.body.begun().map(|it| it.to_string()),
            "cells": cells.collect::<serde_json::Map<_, _>>(),
        })
    });
    let keys = matrix.parts().flat_map(|cell| &cell.part.evidence.sources);
    let sources: BTreeMap<&String, Value> = keys
        .filter_map(|key| {
            let source = matrix.world.source(key)?;
            Some((
                key,
                json!({ "label": words::sources(matrix, lang, std::slice::from_ref(key)).join(""), "url": source.url }),
            ))
        })
        .collect();
    json!({
        "as_of": matrix.day.to_string(),
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "note": note(matrix, lang),
        "sources": sources,
    })
}
