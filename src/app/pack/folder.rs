//! The folder that takes a pack, with the folders that were made for it.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use crate::app::keep::files::{self, Failure};

/// Numbers that are tried for a name that is taken.
const TRIES: u32 = 10_000;

/// A folder that is there.
#[derive(Debug)]
pub struct Folder {
    /// Where it lies.
    pub path: PathBuf,
    /// Folders that were made for it, the innermost first.
    made: Vec<PathBuf>,
}

impl Folder {
    /// A folder as it is, made where it is missing.
    ///
    /// # Errors
    /// Where it cannot be made; then nothing of it is left.
    pub fn at(path: &Path) -> Result<Self, Failure> {
        let mut folder = Self { path: path.to_owned(), made: Vec::new() };
        folder.make_all(path).map_err(|why| folder.fail(&why))?;
        if path.is_dir() { Ok(folder) } else { Err(folder.fail(&Error::from(ErrorKind::NotADirectory))) }
    }

    /// A folder that was not there before, with a number where the name is taken: two programs never get the same one.
    ///
    /// # Errors
    /// Where it cannot be made; then nothing of it is left.
    pub fn fresh(path: PathBuf) -> Result<Self, Failure> {
        let mut folder = Self { path: path.clone(), made: Vec::new() };
        let above = path.parent().map_or(Ok(()), |above| folder.make_all(above));
        above.map_err(|why| folder.fail(&why))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for number in 1..TRIES {
            if number > 1 {
                folder.path = path.with_file_name(format!("{name}-{number}"));
            }
            match fs::create_dir(&folder.path) {
                Ok(()) => {
                    folder.made.insert(0, folder.path.clone());
                    return Ok(folder);
                }
                Err(why) if why.kind() == ErrorKind::AlreadyExists => {}
                Err(why) => return Err(folder.fail(&why)),
            }
        }
        Err(folder.fail(&Error::from(ErrorKind::AlreadyExists)))
    }

    /// Makes a folder and those above it, and remembers which.
    fn make_all(&mut self, path: &Path) -> Result<(), Error> {
        let missing = |path: &&Path| **path != *"" && fs::symlink_metadata(path).is_err();
        let mut missing: Vec<&Path> = path.ancestors().take_while(missing).collect();
        while let Some(next) = missing.pop() {
            match fs::create_dir(next) {
                Ok(()) => self.made.insert(0, next.to_owned()),
                Err(why) if why.kind() == ErrorKind::AlreadyExists && next.is_dir() => {}
                Err(why) => return Err(why),
            }
        }
        Ok(())
    }

    /// Removes the folders that were made for it, as far as nothing lies in them.
    pub fn take_back(&self) {
        self.made.iter().for_each(|folder| drop(fs::remove_dir(folder)));
    }

    /// What stood against it, in words, with everything taken back.
    fn fail(&self, why: &Error) -> Failure {
        self.take_back();
        Failure { path: self.path.clone(), verb: "make", why: files::plain(why) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_taken_back_and_nothing_else() {
        let root = std::env::temp_dir().join(format!("ots-atlas-folder-{}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        let deep = Folder::at(&root.join("a/b/c")).unwrap();
        assert!(deep.path.is_dir());
        fs::write(root.join("a/mine"), b"").unwrap();
        deep.take_back();
        assert!(root.join("a/mine").exists() && !root.join("a/b").exists());
        Folder::at(&root.join("a")).unwrap().take_back();
        assert!(root.join("a").exists(), "it was there before");
        assert_eq!(Folder::at(&root.join("a/mine")).unwrap_err().why, "a part of its path is a file, not a folder");
        assert!(Folder::at(&root.join("x/y\0z")).is_err() && !root.join("x").exists(), "nothing is left of a failure");
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn many_at_a_time_get_folders_of_their_own() {
        let root = std::env::temp_dir().join(format!("ots-atlas-fresh-{}", std::process::id()));
        let fresh = || Folder::fresh(root.join("new/pack")).unwrap().path;
        let mut paths: Vec<PathBuf> = std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(fresh)).collect();
            all.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), 8);
        assert!(paths.contains(&root.join("new/pack")) && paths.contains(&root.join("new/pack-8")), "{paths:?}");
        fs::remove_dir_all(root).unwrap();
    }
}
