//! What is told to the reader, until it is put away.

use crate::ui::Notice;

/// Messages that wait at most; the oldest go first.
const MOST: usize = 8;

/// The messages, newest last.
#[derive(Debug, Default)]
pub struct Notices {
    list: Vec<Notice>,
    serial: usize,
}

impl Notices {
    /// All messages, newest last.
    #[must_use]
    pub fn list(&self) -> &[Notice] {
        &self.list
    }

    /// Adds a message.
    pub fn tell(&mut self, text: String) {
        self.add(false, text);
    }

    /// Adds a message about a failure.
    pub fn warn(&mut self, text: String) {
        self.add(true, text);
    }

    /// The number of the message that was added last.
    #[must_use]
    pub fn last(&self) -> usize {
        self.serial
    }

    /// Puts a message away.
    pub fn dismiss(&mut self, serial: usize) {
        self.list.retain(|notice| notice.serial != serial);
    }

    fn add(&mut self, error: bool, text: String) {
        // The same failure again is no news.
        self.list.retain(|notice| notice.text != text);
        self.serial += 1;
        self.list.push(Notice { serial: self.serial, error, text });
        if self.list.len() > MOST {
            self.list.remove(0);
        }
    }
}
