//! The press check of a whole pack before anything of it is made, in a thread of its own.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::studio::Studio;
use crate::export::press::{self, Finding, Survey};
use crate::export::{Order, Pack};
use crate::lang::Lang;
use crate::world::World;

/// A press check that goes on.
pub struct Surveyor {
    found: Arc<Mutex<Survey>>,
    stop: Arc<AtomicBool>,
}

impl Surveyor {
    /// Begins in a thread; `wake` is called whenever more was found.
    pub fn begin(order: Order, world: Arc<World>, lang: Lang, wake: impl Fn() + Send + 'static) -> Self {
        let (found, stop) = (Arc::<Mutex<Survey>>::default(), Arc::<AtomicBool>::default());
        let surveyor = Self { found: Arc::clone(&found), stop: Arc::clone(&stop) };
        let work = move || {
            let read = super::read(&order, &world);
            let told = read.and_then(|pack| look(&world, &Arc::new(pack), &lang, &stop, &found, &wake));
            if let Err(why) = told {
                lock(&found).trouble = Some(why);
            }
            wake();
        };
        // Where no thread can be had, the list of the pack tells what is found, and nothing does before.
        let _ = std::thread::Builder::new().name("press check".to_owned()).spawn(work);
        surveyor
    }

    /// What was found so far.
    #[must_use]
    pub fn found(&self) -> Survey {
        lock(&self.found).clone()
    }
}

impl Drop for Surveyor {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// What was found; a mistake elsewhere leaves it as it is.
fn lock(found: &Mutex<Survey>) -> MutexGuard<'_, Survey> {
    found.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Looks at every picture and at every view of the document, until it is stopped.
fn look(
    world: &World,
    pack: &Arc<Pack>,
    lang: &Lang,
    stop: &AtomicBool,
    found: &Mutex<Survey>,
    wake: &impl Fn(),
) -> Result<(), String> {
    *lock(found) = Survey::of(Arc::clone(pack));
    let studio = Studio::new(world, pack);
    let take = |at: usize, findings: Vec<Finding>| {
        lock(found).take(at, findings);
        wake();
    };
    for item in pack.items() {
        if stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        let at = pack.views.iter().position(|view| std::ptr::eq(view, item.view)).unwrap_or_default();
        take(at, press::check(world, &studio.picture(item)?.laid, lang, pack.months));
    }
    for language in pack.languages.iter().copied() {
        for (at, part) in studio.parts(language).enumerate() {
            if stop.load(Ordering::Relaxed) {
                return Ok(());
            }
            take(at, part?.check(world, lang, pack.months, 1));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Flaw;
    use std::time::{Duration, Instant};

    /// What is found in a pack in the end.
    fn surveyed(text: &str) -> Survey {
        let world = Arc::new(crate::app::load::world());
        let surveyor = Surveyor::begin(Order::Text(text.to_owned()), world, Lang::default(), || {});
        let begun = Instant::now();
        while !surveyor.found().is_whole() && begun.elapsed() < Duration::from_mins(1) {
            std::thread::sleep(Duration::from_millis(5));
        }
        surveyor.found()
    }

    #[test]
    fn every_picture_and_page_is_looked_at() {
        let pack = "title = \"a\"\nsizes = [\"slide\", \"200x120\"]\nlanguages = [\"en\", \"tr\"]\nbriefing = \"a4\"\n\
                    [[view]]\nname = \"ots\"\n[[view]]\nname = \"kz\"\nselect = \"KZ\"\nfit = true\n";
        let found = surveyed(pack);
        assert_eq!((found.looked_at, found.all, &found.trouble), (12, 12, &None));
        assert_eq!(found.views.len(), 2);
        for list in &found.views {
            let small = list.iter().filter(|(it, _)| it.flaw == Flaw::SmallText).map(|(_, count)| count);
            assert!(small.sum::<usize>() >= 2, "the small picture in two languages: {list:?}");
            assert!(list.iter().any(|(it, count)| it.flaw == Flaw::Unconfirmed && *count > 1), "{list:?}");
        }
    }

    #[test]
    fn what_is_no_pack_is_told() {
        let found = surveyed("title = \"a\"\nview = []\n");
        assert!(found.trouble.as_ref().is_some_and(|why| why.contains("line 1")), "{found:?}");
    }
}
