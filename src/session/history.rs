//! Undo and redo over whole sessions, and the trail of pages that back and forward walk.

use super::{Change, Session};
use crate::world::Id;

/// Sessions that undo keeps at most.
const DEPTH: usize = 200;

/// A session with its past and its undone future.
#[derive(Debug, Clone, Default)]
pub struct History {
    now: Session,
    past: Vec<Session>,
    future: Vec<Session>,
    /// Pages visited, oldest first.
    trail: Vec<Option<Id>>,
    /// Page of the trail that is shown.
    at: usize,
}

impl History {
    /// Starts with a session.
    #[must_use]
    pub fn new(now: Session) -> Self {
        let trail = vec![now.selection.clone()];
        Self { now, past: Vec::new(), future: Vec::new(), trail, at: 0 }
    }

    /// The session as it is now.
    #[must_use]
    pub fn now(&self) -> &Session {
        &self.now
    }

    /// Applies a change; one that alters nothing leaves no trace, and looking around, or through time, is one step until
    /// something else is done.
    pub fn apply(&mut self, change: Change) {
        let looks = matches!(change, Change::Look(_));
        let dates = matches!(change, Change::AsOf(_));
        let selects = matches!(change, Change::Select(_));
        let before = self.now.clone();
        self.now.apply(change);
        if self.now == before {
            return;
        }
        let continues = self.past.last().is_some_and(|past| {
            (looks && Session { viewport: before.viewport, ..past.clone() } == before)
                || (dates && Session { as_of: before.as_of, ..past.clone() } == before)
        });
        if !continues {
            self.past.push(before);
            if self.past.len() > DEPTH {
                self.past.remove(0);
            }
        }
        self.future.clear();
        if selects {
            self.trail.truncate(self.at + 1);
            self.trail.push(self.now.selection.clone());
            self.at = self.trail.len() - 1;
        }
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Goes one change back.
    pub fn undo(&mut self) {
        if let Some(past) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, past));
        }
    }

    /// Takes the last undo back.
    pub fn redo(&mut self) {
        if let Some(future) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, future));
        }
    }

    /// Whether there is an earlier page.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// Whether there is a later page.
    #[must_use]
    pub fn can_go_forward(&self) -> bool {
        self.at + 1 < self.trail.len()
    }

    /// Shows the page before.
    pub fn back(&mut self) {
        if self.can_go_back() {
            self.show(self.at - 1);
        }
    }

    /// Shows the page after.
    pub fn forward(&mut self) {
        if self.can_go_forward() {
            self.show(self.at + 1);
        }
    }

    /// Shows a page of the trail; undo takes it back like any selection.
    fn show(&mut self, at: usize) {
        let Some(page) = self.trail.get(at).cloned() else { return };
        self.at = at;
        if self.now.selection != page {
            self.past.push(self.now.clone());
            self.future.clear();
            self.now.selection = page;
        }
    }
}
