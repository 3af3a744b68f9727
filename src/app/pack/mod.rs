//! Makes a briefing pack: on all cores, whole or not at all, nowhere but below its folder.

mod folder;
mod studio;
mod survey;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::keep::files;
use super::{load, print};
use crate::assets;
use crate::date::Day;
use crate::export::press::{self, Finding};
use crate::export::{Format, Item, Order, Pack, Subject, briefing, caption};
use crate::lang::Lang;
use crate::paint::png::Easel;
use crate::session::{Session, code};
use crate::story;
use crate::world::World;

use studio::Studio;

pub use folder::Folder;
pub use survey::Surveyor;

/// Largest file that is read as a pack, in bytes.
const LIMIT: u64 = 1 << 20;

/// Folders in which files lie until all are there begin with this and the number of their process; no file of a pack
/// is called so.
const STAGE: &str = ".ots-atlas-pack-";

/// Memory that the pictures may take together, in bytes: fewer are painted at a time where they are large.
const MEMORY: u64 = 2 << 30;

/// The list of the files of a pack.
const LIST: &str = "manifest.json";

/// Largest list that is read, in bytes.
const LARGEST_LIST: u64 = 64 << 20;

/// A file of a pack, as its list tells it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Made {
    file: String,
    bytes: usize,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    view: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
}

/// The list of a pack.
#[derive(Serialize)]
struct Manifest<'p> {
    title: &'p str,
    edition: Option<Day>,
    assets: &'static str,
    program: &'static str,
    files: Vec<Made>,
}

/// Reads a file and makes the pack that it describes.
pub fn run(file: &Path, out: &Path, jobs: Option<usize>, force: bool) -> ExitCode {
    let cancel = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
        // Where signals cannot be caught, the stage is removed by the next run.
        let _ = signal_hook::flag::register(signal, Arc::clone(&cancel));
    }
    let watched = print::watched();
    let tell = |done: usize, all: usize| {
        if watched {
            print::note(&format!("{done} of {all} pictures"));
        }
    };
    let world = load::world();
    let made = read(&Order::File(file.to_owned()), &world)
        .and_then(|pack| Ok((pack, Folder::at(out).map_err(|failure| failure.to_string())?)))
        .and_then(|(pack, out)| make(&world, &pack, &out, Manner { jobs, force }, &cancel, &tell));
    match made {
        Ok(Delivered { files, findings, replaced }) => {
            let replaced = if replaced == 0 { String::new() } else { format!(", {replaced} of them replaced") };
            let objections =
                if findings == 0 { String::new() } else { format!(", {findings} findings of the press check") };
            print::done(print::out(&format!("{files} files in {}{replaced}{objections}\n", out.display())))
        }
        Err(sentence) => print::fail(&sentence),
    }
}

/// What became of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivered {
    /// Files that were written.
    pub files: usize,
    /// What the press check found, in all pictures and pages together.
    pub findings: usize,
    /// Files that took the place of others.
    pub replaced: usize,
}

/// How a pack is made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// Pictures that are made at a time; one for each core without it.
    pub jobs: Option<usize>,
    /// Whether files are replaced that no pack of the atlas has put there.
    pub force: bool,
}

/// Reads what a pack is made from. A text comes from bookmarks, a file from whoever wrote it.
///
/// # Errors
/// In words: what cannot be read, or what is wrong with it, with file, line and key.
pub fn read(order: &Order, world: &World) -> Result<Pack, String> {
    match order {
        Order::Text(text) => {
            let pack = Pack::parse_bookmarks(text, world).ok().filter(|pack| !pack.views.is_empty());
            pack.map_or_else(|| Pack::parse(text, world), Ok).map_err(|bad| bad.to_string())
        }
        Order::File(file) => Pack::parse(&text(file)?, world).map_err(|bad| format!("{}: {bad}", file.display())),
    }
}

/// Reads a file of bookmarks.
///
/// # Errors
/// As [`read`]; what compares with an edition that is not open is left out and counted.
pub fn bookmarks(file: &Path, world: &World) -> Result<Pack, String> {
    Pack::parse_bookmarks(&text(file)?, world).map_err(|bad| format!("{}: {bad}", file.display()))
}

/// The text of a file.
fn text(file: &Path) -> Result<String, String> {
    let bytes = files::read(file, LIMIT).map_err(|failure| failure.to_string())?;
    String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8 text", file.display()))
}

/// Makes a pack.
///
/// # Errors
/// In words: what could not be painted or written, or that it was stopped. Nothing of the pack is left then.
pub fn make(
    world: &World,
    pack: &Pack,
    out: &Folder,
    manner: Manner,
    cancel: &AtomicBool,
    tell: &(dyn Fn(usize, usize) + Sync),
) -> Result<Delivered, String> {
    let stage = out.path.join(format!("{STAGE}{}", std::process::id()));
    let done = (|| {
        sweep(&out.path);
        // Not where something lies already: it could be a link to another place.
        fs::create_dir(&stage).map_err(|error| format!("cannot make {}: {}", stage.display(), files::plain(&error)))?;
        let workshop = Workshop { studio: Studio::new(world, pack), stage: &stage, cancel };
        let done = workshop
            .is_clear(&out.path, manner.force)
            .and_then(|()| workshop.all(manner.jobs, tell))
            .and_then(|made| workshop.deliver(&out.path, made, manner.force));
        let _ = fs::remove_dir_all(&stage);
        done
    })();
    if done.is_err() {
        out.take_back();
    }
    done
}

/// Removes what programs left behind which no longer run.
fn sweep(out: &Path) {
    for entry in fs::read_dir(out).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(STAGE)).and_then(|pid| pid.parse::<u32>().ok());
        let is_ours = |pid: u32| pid == std::process::id() || !Path::new(&format!("/proc/{pid}")).exists();
        if owner.is_some_and(is_ours) && Path::new("/proc/self").exists() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Names of the files that an earlier pack has put into a folder, after its list.
fn earlier(out: &Path) -> BTreeSet<String> {
    /// A list as far as it matters here.
    #[derive(Deserialize)]
    struct List {
        files: Vec<Named>,
    }
    #[derive(Deserialize)]
    struct Named {
        file: String,
    }
    let text = files::read(&out.join(LIST), LARGEST_LIST).ok();
    let list: Option<List> = text.and_then(|text| serde_json::from_slice(&text).ok());
    list.map(|list| list.files.into_iter().map(|it| it.file).chain([LIST.to_owned()]).collect()).unwrap_or_default()
}

/// Where a pack is made.
struct Workshop<'w> {
    studio: Studio<'w>,
    stage: &'w Path,
    cancel: &'w AtomicBool,
}

impl Workshop<'_> {
    /// Makes every picture and the briefings, on so many cores; in the order of the pack.
    fn all(&self, jobs: Option<usize>, tell: &(dyn Fn(usize, usize) + Sync)) -> Result<Vec<Made>, String> {
        let items: Vec<Item> = self.studio.pack.items().collect();
        let languages = if self.studio.pack.briefing.is_some() { self.studio.pack.languages.as_slice() } else { &[] };
        let all = items.len() + languages.len();
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let results: Mutex<BTreeMap<usize, Result<Vec<Made>, String>>> = Mutex::default();
        let work = || {
            let mut easel = Easel::default();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= all || self.cancel.load(Ordering::Relaxed) {
                    return;
                }
                let result = match items.get(at) {
                    Some(item) => self.picture(&mut easel, *item),
                    None => self.briefing(languages[at - items.len()]),
                };
                if result.is_err() {
                    // The others need not go on.
                    next.store(all, Ordering::Relaxed);
                }
                results.lock().unwrap_or_else(PoisonError::into_inner).insert(at, result);
                tell(done.fetch_add(1, Ordering::Relaxed) + 1, all);
            }
        };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let largest = self.studio.pack.sizes.iter().map(|size| size.memory()).max().unwrap_or_default().max(1);
        let within = usize::try_from(MEMORY / largest).unwrap_or(usize::MAX).max(1);
        let workers = jobs.unwrap_or(cores).min(within).clamp(1, all);
        std::thread::scope(|scope| {
            for _ in 1..workers {
                scope.spawn(work);
            }
            work();
        });
        if self.cancel.load(Ordering::Relaxed) {
            return Err("stopped; nothing was written".to_owned());
        }
        let results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut made = Vec::new();
        for result in results.into_values() {
            made.extend(result?);
        }
        Ok(made)
    }

    /// Makes one picture in every format, and what lies beside it.
    fn picture(&self, easel: &mut Easel, item: Item) -> Result<Vec<Made>, String> {
        let (world, pack) = (self.studio.world, self.studio.pack);
        let draft = self.studio.picture(item)?;
        let (subject, laid, lang) = (draft.subject(world), &draft.laid, &draft.lang);
        let findings = press::check(world, laid, lang, pack.months);
        let mut made = Vec::new();
        for extension in &pack.formats {
            let Some(format) = Format::by_extension(extension) else { continue };
            if self.cancel.load(Ordering::Relaxed) {
                return Ok(made);
            }
            let mut bytes = Vec::new();
            let written = subject.write_to(&mut bytes, easel, laid, format, true);
            written.map_err(|error| error.to_string())?;
            let view = Some(code::encode(&laid.session));
            // They are those of the picture, whatever its format.
            let findings = if made.is_empty() { findings.clone() } else { Vec::new() };
            made.push(self.put(&item.file(format), &bytes, view, findings)?);
        }
        if item.is_first && pack.captions {
            let text = caption::text(world, &laid.sheet, &laid.session, lang);
            made.push(self.put(&item.beside("caption.txt"), text.as_bytes(), None, Vec::new())?);
        }
        if let (true, Some(id)) = (item.is_first, &draft.session.selection) {
            let Some(story) = story::tell(world, id, world.as_of(draft.session.as_of), lang) else { return Ok(made) };
            for (table, ending) in &pack.facts {
                let text = table.write(&story, lang);
                made.push(self.put(&item.beside(&format!("facts.{ending}")), text.as_bytes(), None, Vec::new())?);
            }
        }
        Ok(made)
    }

    /// Makes the briefing in one language.
    fn briefing(&self, language: &'static str) -> Result<Vec<Made>, String> {
        let (world, pack) = (self.studio.world, self.studio.pack);
        let (Some(size), Some(first)) = (pack.briefing, pack.views.first()) else { return Ok(Vec::new()) };
        let lang = Lang::new(language).unwrap_or_default();
        let (mut parts, mut titles, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        // The title page is the first one.
        let mut number = 2;
        for (view, part) in pack.views.iter().zip(self.studio.parts(language)) {
            if self.cancel.load(Ordering::Relaxed) {
                return Ok(Vec::new());
            }
            let part = part?;
            findings.extend(part.check(world, &lang, pack.months, number));
            titles.push((number, view.title.clone().unwrap_or_else(|| part.laid.sheet.scene.title.clone())));
            number += part.pages().count();
            parts.push(part);
        }
        let session = Session { language: language.to_owned(), ..first.session.clone() };
        let subject = Subject { world, base: self.studio.base(&session)?, session: &session, lang: &lang };
        let title = briefing::title_page(&subject, &pack.title, &titles, briefing::paper(size));
        let pages = std::iter::once(&title).chain(parts.iter().flat_map(briefing::Part::pages));
        let bytes = briefing::document(&pack.title, pages).map_err(|error| error.to_string())?;
        Ok(vec![self.put(&format!("briefing-{language}.pdf"), &bytes, None, findings)?])
    }

    /// Writes one file into the stage.
    fn put(&self, name: &str, bytes: &[u8], view: Option<String>, findings: Vec<Finding>) -> Result<Made, String> {
        let path = self.stage.join(name);
        // On the disk at once, while others paint: in the end nothing is left but to move.
        fs::File::create_new(&path)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .map_err(|error| format!("cannot write {}: {}", path.display(), files::plain(&error)))?;
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Made { file: name.to_owned(), bytes: bytes.len(), sha256, view, findings })
    }

    /// Names of all files that it makes, but for the list.
    fn names(&self) -> Vec<String> {
        let pack = self.studio.pack;
        let mut names: Vec<String> = Vec::new();
        for item in pack.items() {
            names.extend(pack.formats.iter().filter_map(|it| Some(item.file(Format::by_extension(it)?))));
            if item.is_first && pack.captions {
                names.push(item.beside("caption.txt"));
            }
            if item.is_first && item.view.session.selection.is_some() {
                names.extend(pack.facts.iter().map(|(_, ending)| item.beside(&format!("facts.{ending}"))));
            }
        }
        let languages = pack.languages.iter().filter(|_| pack.briefing.is_some());
        names.extend(languages.map(|language| format!("briefing-{language}.pdf")));
        names
    }

    /// Looks whether everything can be moved to its place.
    ///
    /// # Errors
    /// Where a folder stands in the way, or a file that no pack has put there.
    fn is_clear(&self, out: &Path, force: bool) -> Result<(), String> {
        let ours = earlier(out);
        for name in self.names().into_iter().chain([LIST.to_owned()]) {
            let path = out.join(&name);
            if path.is_dir() {
                return Err(format!("cannot write {}: it is a folder", path.display()));
            }
            if !force && !ours.contains(&name) && fs::symlink_metadata(&path).is_ok() {
                return Err(format!(
                    "cannot write {}: there is such a file, and no earlier pack made it; --force replaces it",
                    path.display()
                ));
            }
        }
        Ok(())
    }

    /// Moves everything to its place, the list last.
    fn deliver(&self, out: &Path, made: Vec<Made>, force: bool) -> Result<Delivered, String> {
        let manifest = Manifest {
            title: &self.studio.pack.title,
            edition: self.studio.world.edition,
            assets: assets::DIGEST,
            program: env!("CARGO_PKG_VERSION"),
            files: made,
        };
        let text = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
        let findings = manifest.files.iter().map(|made| made.findings.len()).sum();
        let cannot = |path: &PathBuf, error: std::io::Error| {
            format!("cannot write {}: {}", path.display(), files::plain(&error))
        };
        files::write(&self.stage.join(LIST), text.as_bytes()).map_err(|failure| failure.to_string())?;
        let names = || manifest.files.iter().map(|made| made.file.as_str()).chain([LIST]);
        // What stands in the way by now is found before anything is moved.
        self.is_clear(out, force)?;
        let replaced = names().filter(|name| fs::symlink_metadata(out.join(name)).is_ok()).count();
        // The list of an earlier pack is no longer true from here on.
        let _ = fs::remove_file(out.join(LIST));
        for name in names() {
            let to = out.join(name);
            fs::rename(self.stage.join(name), &to).map_err(|error| cannot(&to, error))?;
        }
        Ok(Delivered { files: manifest.files.len() + 1, findings, replaced })
    }
}
