//! Makes a briefing pack: on all cores, whole or not at all, nowhere but below its folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::keep::files;
use super::{load, print};
use crate::assets;
use crate::date::Day;
use crate::export::press::{self, Finding};
use crate::export::{Format, Item, Order, Pack, Subject, briefing, caption};
use crate::lang::Lang;
use crate::map::Base;
use crate::projection;
use crate::session::{Session, code};
use crate::story;
use crate::world::World;

/// Largest file that is read as a pack, in bytes.
const LIMIT: u64 = 1 << 20;

/// Folders in which files lie until all are there begin with this and the number of their process; no file of a pack
/// is called so.
const STAGE: &str = ".ots-atlas-pack-";

/// Memory that the pictures may take together, in bytes: fewer are painted at a time where they are large.
const MEMORY: u64 = 2 << 30;

/// The list of the files of a pack.
const LIST: &str = "manifest.json";

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
pub fn run(file: &Path, out: &Path, jobs: Option<usize>) -> ExitCode {
    let cancel = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
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
    let made =
        read(&Order::File(file.to_owned()), &world).and_then(|pack| make(&world, &pack, out, jobs, &cancel, &tell));
    match made {
        Ok(Delivered { files, findings }) => {
            let objections =
                if findings == 0 { String::new() } else { format!(", {findings} findings of the press check") };
            print::done(print::out(&format!("{files} files in {}{objections}\n", out.display())))
        }
        Err(sentence) => print::fail(&sentence),
    }
}

/// What became of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivered {
    /// Files that were written.
    pub files: usize,
    /// What the press check found, in all pictures together.
    pub findings: usize,
}

/// Reads what a pack is made from.
///
/// # Errors
/// In words: what cannot be read, or what is wrong with it, with file, line and key.
pub fn read(order: &Order, world: &World) -> Result<Pack, String> {
    match order {
        Order::Text(text) => Pack::parse(text, world).map_err(|bad| bad.to_string()),
        Order::File(file) => {
            let bytes = files::read(file, LIMIT).map_err(|failure| failure.to_string())?;
            let text = String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8 text", file.display()))?;
            Pack::parse(&text, world).map_err(|bad| format!("{}: {bad}", file.display()))
        }
    }
}

/// Makes a pack.
///
/// # Errors
/// In words: what could not be painted or written, or that it was stopped. Nothing of the pack is left then.
pub fn make(
    world: &World,
    pack: &Pack,
    out: &Path,
    jobs: Option<usize>,
    cancel: &AtomicBool,
    tell: &(dyn Fn(usize, usize) + Sync),
) -> Result<Delivered, String> {
    let cannot =
        |path: &Path, error: &std::io::Error| format!("cannot make {}: {}", path.display(), files::plain(error));
    let is_new = !out.exists();
    fs::create_dir_all(out).map_err(|error| cannot(out, &error))?;
    sweep(out);
    let stage = out.join(format!("{STAGE}{}", std::process::id()));
    // Not where something lies already: it could be a link to another place.
    fs::create_dir(&stage).map_err(|error| cannot(&stage, &error))?;
    let workshop = Workshop::new(world, pack, &stage, cancel);
    let done = workshop.all(jobs, tell).and_then(|made| workshop.deliver(out, made));
    let _ = fs::remove_dir_all(&stage);
    if done.is_err() && is_new {
        // Only where nothing lies in it.
        let _ = fs::remove_dir(out);
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

/// Where a pack is made.
struct Workshop<'w> {
    world: &'w World,
    pack: &'w Pack,
    stage: &'w Path,
    cancel: &'w AtomicBool,
    bases: BTreeMap<String, Base>,
}

impl<'w> Workshop<'w> {
    fn new(world: &'w World, pack: &'w Pack, stage: &'w Path, cancel: &'w AtomicBool) -> Self {
        let near = load::near();
        let mut bases = BTreeMap::new();
        for view in &pack.views {
            bases.entry(view.session.projection.clone()).or_insert_with(|| {
                let projection = projection::by_id(&view.session.projection).unwrap_or(projection::ALL[0]);
                let mut base = Base::new(world, projection);
                base.add_near(&near);
                base
            });
        }
        Self { world, pack, stage, cancel, bases }
    }

    /// Makes every picture and the briefings, on so many cores; in the order of the pack.
    fn all(&self, jobs: Option<usize>, tell: &(dyn Fn(usize, usize) + Sync)) -> Result<Vec<Made>, String> {
        let items: Vec<Item> = self.pack.items().collect();
        let languages = if self.pack.briefing.is_some() { self.pack.languages.as_slice() } else { &[] };
        let all = items.len() + languages.len();
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let results: Mutex<BTreeMap<usize, Result<Vec<Made>, String>>> = Mutex::default();
        let work = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= all || self.cancel.load(Ordering::Relaxed) {
                    return;
                }
                let result = match items.get(at) {
                    Some(item) => self.picture(*item),
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
        let largest = self.pack.sizes.iter().map(|size| size.memory()).max().unwrap_or_default().max(1);
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
    fn picture(&self, item: Item) -> Result<Vec<Made>, String> {
        let lang = Lang::new(item.language).unwrap_or_default();
        let mut session = Session { language: item.language.to_owned(), ..item.view.session.clone() };
        let base = self.base(&session)?;
        if let (true, Some(id)) = (item.view.fit, session.selection.clone()) {
            let subject = Subject { world: self.world, base, session: &session, lang: &lang };
            session.viewport = subject.fitted(&id, item.size);
        }
        let subject = Subject { world: self.world, base, session: &session, lang: &lang };
        let laid = subject.picture(item.size, item.view.seen(), true);
        let findings = press::check(self.world, &laid, &lang, self.pack.months);
        let mut made = Vec::new();
        for extension in &self.pack.formats {
            let Some(format) = Format::by_extension(extension) else { continue };
            if self.cancel.load(Ordering::Relaxed) {
                return Ok(made);
            }
            let bytes = subject.write(&laid, format, true).map_err(|error| error.to_string())?;
            let view = Some(code::encode(&laid.session));
            // They are those of the picture, whatever its format.
            let findings = if made.is_empty() { findings.clone() } else { Vec::new() };
            made.push(self.put(&item.file(format), &bytes, view, findings)?);
        }
        if item.is_first && self.pack.captions {
            let text = caption::text(self.world, &laid.sheet, &laid.session, &lang);
            made.push(self.put(&item.beside("caption.txt"), text.as_bytes(), None, Vec::new())?);
        }
        if let (true, Some(id)) = (item.is_first, &session.selection) {
            let Some(story) = story::tell(self.world, id, self.world.as_of(session.as_of), &lang) else {
                return Ok(made);
            };
            for (table, ending) in &self.pack.facts {
                let text = table.write(&story, &lang);
                made.push(self.put(&item.beside(&format!("facts.{ending}")), text.as_bytes(), None, Vec::new())?);
            }
        }
        Ok(made)
    }

    /// Makes the briefing in one language.
    fn briefing(&self, language: &'static str) -> Result<Vec<Made>, String> {
        let Some(size) = self.pack.briefing else { return Ok(Vec::new()) };
        let lang = Lang::new(language).unwrap_or_default();
        let paper = briefing::paper(size);
        let mut scenes = Vec::new();
        for view in &self.pack.views {
            if self.cancel.load(Ordering::Relaxed) {
                return Ok(Vec::new());
            }
            let session = Session { language: language.to_owned(), ..view.session.clone() };
            let base = self.base(&session)?;
            let subject = Subject { world: self.world, base, session: &session, lang: &lang };
            scenes.push(briefing::page(&subject, paper, view.fit).0);
        }
        let Some(first) = self.pack.views.first() else { return Ok(Vec::new()) };
        let session = Session { language: language.to_owned(), ..first.session.clone() };
        let base = self.base(&session)?;
        let subject = Subject { world: self.world, base, session: &session, lang: &lang };
        let names = self.pack.views.iter().map(|view| view.title.clone());
        let titles: Vec<String> =
            names.zip(&scenes).map(|(name, scene)| name.unwrap_or_else(|| scene.title.clone())).collect();
        scenes.insert(0, briefing::title_page(&subject, &self.pack.title, &titles, paper));
        let bytes = briefing::document(&self.pack.title, &scenes).map_err(|error| error.to_string())?;
        Ok(vec![self.put(&format!("briefing-{language}.pdf"), &bytes, None, Vec::new())?])
    }

    /// The base map of a session.
    fn base(&self, session: &Session) -> Result<&Base, String> {
        self.bases.get(&session.projection).ok_or_else(|| format!("there is no projection {}", session.projection))
    }

    /// Writes one file into the stage.
    fn put(&self, name: &str, bytes: &[u8], view: Option<String>, findings: Vec<Finding>) -> Result<Made, String> {
        let path = self.stage.join(name);
        fs::write(&path, bytes)
            .map_err(|error| format!("cannot write {}: {}", path.display(), files::plain(&error)))?;
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Made { file: name.to_owned(), bytes: bytes.len(), sha256, view, findings })
    }

    /// Moves everything to its place, the list last.
    fn deliver(&self, out: &Path, made: Vec<Made>) -> Result<Delivered, String> {
        let manifest = Manifest {
            title: &self.pack.title,
            edition: self.world.edition,
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
        // What stands in the way is found before anything is moved.
        if let Some(folder) = names().map(|name| out.join(name)).find(|path| path.is_dir()) {
            return Err(format!("cannot write {}: it is a folder", folder.display()));
        }
        for name in names() {
            let from = self.stage.join(name);
            fs::File::open(&from).and_then(|file| file.sync_all()).map_err(|error| cannot(&from, error))?;
        }
        // The list of an earlier pack is no longer true from here on.
        let _ = fs::remove_file(out.join(LIST));
        for name in names() {
            let to = out.join(name);
            fs::rename(self.stage.join(name), &to).map_err(|error| cannot(&to, error))?;
        }
        Ok(Delivered { files: manifest.files.len() + 1, findings })
    }
}
