//! What happens when the program must end against its will: a mistake in it, or a signal of the system.

use std::backtrace::Backtrace;
use std::fs;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::app::keep::memory;
use crate::app::keep::saver::Saver;
use crate::app::print;
use crate::assets;

/// The log of mistakes begins anew at this size.
const LOG_LIMIT: u64 = 256 * 1024;

/// A mistake within this time from the start is laid to the session, which is then put aside.
const EARLY: Duration = Duration::from_secs(4);

/// Time for the window to close after a signal.
const GRACE: Duration = Duration::from_millis(700);

/// Whether a window has been shown; before that, mistakes are told as reasons for there being none.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// What the last mistake said.
static SAID: Mutex<Option<String>> = Mutex::new(None);

/// Marks that the window has been shown.
pub fn shown() {
    SHOWN.store(true, Ordering::Relaxed);
}

/// What the last mistake said, if there was one.
#[must_use]
pub fn said() -> Option<String> {
    SAID.try_lock().ok()?.clone()
}

/// Whether a window has been shown.
#[must_use]
pub fn was_shown() -> bool {
    SHOWN.load(Ordering::Relaxed)
}

/// From now on a mistake is logged, the session is saved, and one sentence is said instead of a report.
pub fn on_mistake(saver: Saver, state: Option<PathBuf>) {
    let start = Instant::now();
    std::panic::set_hook(Box::new(move |info| {
        let what = describe(info);
        if let Ok(mut said) = SAID.try_lock() {
            *said = Some(what.clone());
        }
        if !was_shown() {
            return;
        }
        let log = state.as_deref().and_then(|state| log(state, &what));
        if std::thread::current().name() != Some("main") {
            return;
        }
        let kept = if start.elapsed() < EARLY {
            state.as_deref().is_some_and(|state| memory::set_aside(state).is_some())
        } else {
            saver.rescue()
        };
        let kept = match (kept, start.elapsed() < EARLY) {
            (true, false) => "; the session is saved",
            (true, true) => "; the session is put aside",
            (false, _) => "",
        };
        let log = log.map_or_else(String::new, |log| format!("; the report is in {}", log.display()));
        print::note(&format!("ots-atlas: ended by a mistake in the program: {what}{kept}{log}"));
    }));
}

/// The mistake and its place, in one line.
fn describe(info: &PanicHookInfo) -> String {
    let payload = info.payload();
    let what = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no reason given".to_owned());
    let place = info.location().map_or_else(String::new, |place| {
        let file = Path::new(place.file()).components().rev().take(2).collect::<Vec<_>>();
        let file: PathBuf = file.into_iter().rev().collect();
        format!(" ({}:{})", file.display(), place.line())
    });
    let what: Vec<&str> = what.split_whitespace().collect();
    format!("{}{place}", what.join(" "))
}

/// Appends a report to the log in the state folder.
fn log(state: &Path, what: &str) -> Option<PathBuf> {
    let path = state.join("mistakes.log");
    let full = fs::metadata(&path).is_ok_and(|found| found.len() > LOG_LIMIT);
    let mut file = fs::OpenOptions::new().create(true).write(true).append(!full).truncate(full).open(&path).ok()?;
    let (version, facts) = (env!("CARGO_PKG_VERSION"), assets::DIGEST);
    writeln!(file, "ots-atlas {version}, assets {facts}: {what}\n{}", Backtrace::force_capture()).ok()?;
    Some(path)
}

/// From now on a request of the system to end saves the session, closes the window and ends the program in time.
pub fn on_signal(saver: Saver, close: impl Fn() + Send + 'static) {
    let Ok(mut signals) = Signals::new([SIGTERM, SIGINT, SIGHUP]) else { return };
    let watch = move || {
        if signals.forever().next().is_none() {
            return;
        }
        saver.flush();
        close();
        std::thread::sleep(GRACE);
        saver.flush();
        std::process::exit(0);
    };
    // Without the thread a signal ends the program at once and a second of changes is lost.
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(watch);
}
