//! What the command line does without a window.

use std::io::{self, IsTerminal as _, Write};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;

use super::cli::{Format, View};
use super::keep::files;
use super::{load, print};
use crate::date::Date;
use crate::export::{self, Laid, Seen, Size, Subject, caption, press};
use crate::lang::Lang;
use crate::map::{self, Base};
use crate::paint::png::Easel;
use crate::projection;
use crate::session::Session;
use crate::story::{self, plain::Table};
use crate::world::{self, Files, Id, Kind, World};

/// A picture as the command line asks for it.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Picture whose view is shown.
    pub open: Option<&'a Path>,
    /// Folder of another edition of the facts that is compared with.
    pub edition: Option<&'a Path>,
    /// What else it shows.
    pub view: &'a View,
    /// How large it is.
    pub size: Size,
    /// File to write.
    pub output: &'a Path,
    /// Whether it carries no view and no code.
    pub unmarked: bool,
    /// Whether caption, description and sources are written beside it.
    pub caption: bool,
    /// Whether the press check is printed.
    pub press: bool,
}

/// Writes a picture.
pub fn export(wanted: &Wanted) -> ExitCode {
    match picture(wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => print::fail(&sentence),
    }
}

/// Paints a picture and writes it to a file or to standard output.
fn picture(wanted: &Wanted) -> Result<(), String> {
    let Wanted { size, output, view, .. } = *wanted;
    let to_standard_output = output == Path::new("-");
    if to_standard_output && wanted.caption {
        return Err("a caption needs the name of a file after -o".to_owned());
    }
    let format = if to_standard_output {
        if io::stdout().is_terminal() {
            return Err("a picture does not fit on a terminal; name a file after -o".to_owned());
        }
        &export::FORMATS[0]
    } else {
        export::Format::of(output).ok_or_else(|| {
            let endings: Vec<String> = export::FORMATS.iter().map(|format| format!(".{}", format.extension)).collect();
            format!("the name {} does not end in {}", output.display(), endings.join(" or "))
        })?
    };
    // The process ends with the picture: to give back every piece of memory one by one would be for nobody.
    let world = ManuallyDrop::new(match wanted.edition {
        Some(folder) => load::edition(folder, &Lang::default())?,
        None => load::world(),
    });
    let opened = wanted.open.map(|file| opened(file, &world)).transpose()?;
    let (mut session, seen) = opened.unwrap_or_default();
    view.apply(&mut session, || &*world)?;
    if let Some(revision) = &world.revision {
        // Whatever a code selects, what was asked for is the comparison.
        session.selection = Some(revision.id());
    }
    let fit = session.selection.clone().filter(|_| view.fit);
    let seen = seen.filter(|_| view.view.is_none());
    let projection = projection::by_id(&session.projection).unwrap_or(projection::ALL[0]);
    let mut base = ManuallyDrop::new(Base::new(&world, projection));
    let lang = Lang::new(&session.language).unwrap_or_default();
    if let Some(id) = fit {
        let subject = Subject { world: &world, base: &base, session: &session, lang: &lang };
        session.viewport = subject.fitted(&id, size);
    }
    // Without a chosen view, insets may look closer than the page itself.
    let needs_near = session.viewport.is_none_or(|view| view.km_per_point < map::NEAR_BELOW);
    if needs_near {
        base.add_near(&load::near());
    }
    let subject = Subject { world: &world, base: &base, session: &session, lang: &lang };
    if print::watched() && !to_standard_output {
        print::note(&format!("Writing {} …", output.display()));
    }
    let laid = ManuallyDrop::new(subject.picture(size, seen, !wanted.unmarked));
    if to_standard_output {
        let bytes = subject.write(&laid, format, !wanted.unmarked).map_err(|error| error.to_string())?;
        print::bytes(&bytes).map_err(|error| format!("cannot write to standard output: {}", files::plain(&error)))?;
    } else {
        put_with(output, |file| subject.write_to(file, &mut Easel::default(), &laid, format, !wanted.unmarked))?;
    }
    beside(wanted, &world, &laid, &lang)
}

/// Writes a file, and says so where it takes the place of another one.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    put_with(path, |file| file.write_all(bytes))
}

/// The same, where the content is written piece by piece.
fn put_with(path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), String> {
    let replaces = path.is_file();
    files::write_with(path, content).map_err(|failure| failure.to_string())?;
    // What one that was broken off has left.
    files::sweep(&files::folder_of(path));
    if replaces {
        print::note(&format!("Replaced {}", path.display()));
    }
    Ok(())
}

/// Writes the caption into a file beside a picture, and prints what the press check says, where they are asked for.
fn beside(wanted: &Wanted, world: &World, laid: &Laid, lang: &Lang) -> Result<(), String> {
    if wanted.caption {
        let text = caption::text(world, &laid.sheet, &laid.session, lang);
        put(&wanted.output.with_extension("caption.txt"), text.as_bytes())?;
    }
    if wanted.press {
        let found = press::check(world, laid, lang, press::MONTHS);
        let lines: String = found.iter().map(|finding| format!("{}\n", finding.text)).collect();
        let lines = if found.is_empty() { format!("{}\n", lang.text("ui-press-nothing")) } else { lines };
        // Standard output may be the picture itself.
        if wanted.output == Path::new("-") {
            print::note(lines.trim_end());
        } else {
            print::out(&lines).map_err(|error| format!("cannot write to standard output: {}", files::plain(&error)))?;
        }
    }
    Ok(())
}

/// The view of a picture in a file, with notes on what differs.
fn opened(file: &Path, world: &World) -> Result<(Session, Option<Seen>), String> {
    let found = files::view(file, world)?;
    if let Some((edition, count)) = found.differs {
        let edition = edition.map(|day| day.to_string()).unwrap_or_default();
        let facts = if count == 1 { "1 page differs" } else { &format!("{count} pages differ") };
        print::note(&format!("Made with edition {edition}: {facts} now."));
    }
    if let Some(id) = found.missing {
        print::note(&format!("This view compares with another edition of the facts, {id}; --edition FOLDER names it."));
    }
    if found.is_partial {
        print::note("Something in this view is not known here and was left out.");
    }
    Ok((found.session, found.seen))
}

/// Prints what the inspector says.
pub fn show(typed: &str, as_of: Option<Date>, language: &str, format: Format) -> ExitCode {
    let world = load::world();
    let lang = Lang::new(language).unwrap_or_default();
    let day = match as_of.map(|date| super::cli::day(date, world.edition)).transpose() {
        Ok(chosen) => world.as_of(chosen),
        Err(sentence) => return print::fail(&sentence),
    };
    let told = world
        .resolve(typed)
        .map_err(|error| error.to_string())
        .and_then(|id| story::tell(&world, &id, day, &lang).ok_or_else(|| format!("nothing is known about {id}")));
    match told {
        Ok(story) => {
            let text = match format {
                Format::Text => story::plain::text(&story, &lang),
                Format::Json => Table::Json.write(&story, &lang),
                Format::Csv => Table::Csv.write(&story, &lang),
                Format::Markdown => Table::Markdown.write(&story, &lang),
            };
            print::done(print::out(&text))
        }
        Err(sentence) => print::fail(&sentence),
    }
}

/// Prints ids and names.
pub fn list(kind: Option<&str>, format: Format) -> ExitCode {
    let kinds: Vec<Kind> = match kind {
        None => Kind::LISTED.to_vec(),
        Some(word) => {
            let singular = word.strip_suffix('s').unwrap_or(word);
            match Kind::LISTED.iter().copied().find(|kind| kind.word() == word || kind.word() == singular) {
                Some(kind) => vec![kind],
                None => {
                    let words: Vec<&str> = Kind::LISTED.iter().map(|kind| kind.word()).collect();
                    let sentence = format!("“{word}” is no kind of thing; choose one of {}", words.join(", "));
                    return print::wrong_use(&sentence);
                }
            }
        }
    };
    let world = load::world();
    let listed = world.ids().filter(|id| kinds.contains(&id.kind));
    let note = world.note("recognition", "en").unwrap_or_default();
    let name = |id: &Id| match world.name(id, "en") {
        // The observer entity is never named without its note.
        name if id.kind == Kind::State && world.is_entity(&id.key) => format!("{name} ({note})"),
        name => name,
    };
    let entries: Vec<(String, String)> = listed.map(|id| (id.to_string(), name(&id))).collect();
    let text = match format {
        Format::Text => {
            let width = entries.iter().map(|(id, _)| id.chars().count()).max().unwrap_or_default();
            entries.iter().map(|(id, name)| format!("{id:width$}  {name}\n")).collect()
        }
        Format::Json => {
            let rows: Vec<serde_json::Value> =
                entries.iter().map(|(id, name)| serde_json::json!({ "id": id, "name": name })).collect();
            serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"
        }
        Format::Csv => {
            let rows = entries.iter().map(|(id, name)| [id.as_str(), name.as_str()]);
            story::plain::rows([["id", "name"]].into_iter().chain(rows))
        }
        Format::Markdown => entries.iter().map(|(id, name)| format!("- `{id}` {name}\n")).collect(),
    };
    print::done(print::out(&text))
}

/// Runs the loader's checks on the assets inside the program, or on a folder of edited ones.
pub fn check(folder: Option<&Path>) -> ExitCode {
    if let Some(missing) = folder.filter(|folder| !folder.is_dir()) {
        return print::fail(&format!("there is no folder {}", missing.display()));
    }
    let files = folder.map_or(Files::Embedded, |folder| Files::Folder(folder.to_owned()));
    let mut problems = world::load(&files).problems;
    problems.extend(world::load_near(&files).1);
    if problems.is_empty() {
        return print::done(print::out("No problems found.\n"));
    }
    let lines: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
    if let Err(error) = print::out(&lines) {
        return print::done(Err(error));
    }
    print::fail(&match problems.len() {
        1 => "1 problem found".to_owned(),
        count => format!("{count} problems found"),
    })
}
