//! The base map under the window: the far scale at once, the near one and other projections from a thread.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::app::load;
use crate::map::Base;
use crate::projection::{self, Projection};
use crate::world::{Land, World};

/// The base map in the projection of the session, as far as it is ready.
pub struct Ground {
    world: Arc<World>,
    base: Arc<Base>,
    /// Land at the near scale, once it is read.
    near: Option<Arc<Land>>,
    /// Base maps with the near scale, from threads.
    ready: (Sender<Ready>, Receiver<Ready>),
    /// How far the near scale is.
    near_scale: NearScale,
}

/// The near scale waits for the first frame, which needs the processor for itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NearScale {
    /// Nothing was shown yet.
    Waits,
    /// The first frame is being made.
    Next,
    /// A thread is at it, or done.
    Begun,
}

/// What a thread brings.
struct Ready {
    near: Arc<Land>,
    base: Base,
}

/// The projection of that id, or the usual one.
pub(super) fn by_id(id: &str) -> &'static dyn Projection {
    projection::by_id(id).unwrap_or(projection::ALL[0])
}

impl Ground {
    /// Takes the far scale; the near one follows after the first frame.
    pub fn new(world: Arc<World>, base: Arc<Base>) -> Self {
        Self { world, base, near: None, ready: channel(), near_scale: NearScale::Waits }
    }

    /// The base map as it is now.
    #[must_use]
    pub fn base(&self) -> &Arc<Base> {
        &self.base
    }

    /// Takes what threads have brought and turns to another projection if need be; called once a frame. `wake` is
    /// called when there is more to take.
    pub fn turn_to(&mut self, projection: &str, wake: impl FnOnce() + Send + 'static) {
        let wanted = by_id(projection);
        while let Ok(Ready { near, base }) = self.ready.1.try_recv() {
            self.near = Some(near);
            if base.projection().id() == self.base.projection().id() {
                self.base = Arc::new(base);
            }
        }
        if self.base.projection().id() != wanted.id() {
            self.base = Arc::new(Base::new(&self.world, wanted));
            self.near_scale = NearScale::Next;
        }
        match self.near_scale {
            NearScale::Waits => {
                self.near_scale = NearScale::Next;
                wake();
            }
            NearScale::Next => {
                self.near_scale = NearScale::Begun;
                self.fetch(wake);
            }
            NearScale::Begun => {}
        }
    }

    /// Whether the first frame is over.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.near_scale == NearScale::Begun
    }

    /// Has a thread lay out both scales.
    fn fetch(&self, wake: impl FnOnce() + Send + 'static) {
        let (world, near, ready) = (Arc::clone(&self.world), self.near.clone(), self.ready.0.clone());
        let projection = self.base.projection();
        let work = move || {
            let near = near.unwrap_or_else(load::near);
            let mut base = Base::new(&world, projection);
            base.add_near(&near);
            base.lay_out();
            // The window may be gone by now.
            let _ = ready.send(Ready { near, base });
            wake();
        };
        // Without the thread the map stays at the far scale.
        let _ = std::thread::Builder::new().name("near scale".to_owned()).spawn(work);
    }
}
