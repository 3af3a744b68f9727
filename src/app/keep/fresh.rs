//! New files under names that nobody has, and what stands against them before they are written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::files::{Failure, folder_of, plain, temporary, write};

/// Numbers that are tried for a name that is taken.
const TRIES: u32 = 10_000;

/// Writes a file under a name that nobody has, in one step: the name that was asked for, or one with a number. Two programs
/// never write the same one.
///
/// # Errors
/// Where any step fails; the temporary file is then gone.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let because = |error: io::Error| Failure { path: path.to_owned(), verb: "write", why: plain(&error) };
    if path.file_name().is_none() {
        return write(path, bytes).map(|()| path.to_owned());
    }
    let (temporary, mut file) = temporary(&folder_of(path)).map_err(because)?;
    let done = (|| {
        file.write_all(bytes)?;
        file.sync_all()?;
        for name in numbered(path) {
            match fs::hard_link(&temporary, &name) {
                Ok(()) => return Ok(name),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) if name_is_at_fault(&error) => return Err(error),
                // Some file systems know no links: there the name is taken first, and then filled.
                Err(_) => match OpenOptions::new().write(true).create_new(true).open(&name) {
                    Ok(_) => return fs::rename(&temporary, &name).map(|()| name),
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                    Err(error) => return Err(error),
                },
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists))
    })();
    let _ = fs::remove_file(&temporary);
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
    done.map_err(because)
}

/// Whether no other way to the same name would help.
fn name_is_at_fault(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, NotFound, ReadOnlyFilesystem, StorageFull};
    matches!(error.kind(), InvalidFilename | NotFound | ReadOnlyFilesystem | StorageFull)
}

/// A path, and after it the same with numbers: `a.png`, `a-2.png`, `a-3.png`.
pub fn numbered(path: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem.to_owned(), format!(".{ending}")),
        _ => (name, String::new()),
    };
    let with = move |number: u32| format!("{stem}-{number}{ending}");
    let path = path.to_owned();
    std::iter::once(path.clone()).chain((2..TRIES).map(move |number| path.with_file_name(with(number))))
}

/// What stands against a new file under a name, as far as it can be told without writing one.
#[must_use]
pub fn obstacle(path: &Path) -> Option<String> {
    match path.file_name() {
        None => Some("this is not the name of a file".to_owned()),
        Some(_) if path.is_dir() => Some("it is a folder".to_owned()),
        Some(_) => closed(&folder_of(path)),
    }
}

/// What stands against files in a folder that may have to be made.
#[must_use]
pub fn obstacle_in(folder: &Path) -> Option<String> {
    let there = folder.ancestors().find(|path| **path != *"" && fs::symlink_metadata(path).is_ok());
    closed(there.unwrap_or(Path::new(".")))
}

/// Why nothing can be put into a folder.
fn closed(folder: &Path) -> Option<String> {
    match fs::metadata(folder) {
        Err(error) => return Some(plain(&error)),
        Ok(found) if !found.is_dir() => return Some("a part of its path is a file, not a folder".to_owned()),
        Ok(_) => {}
    }
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        let allowed = access(folder, Access::WRITE_OK | Access::EXEC_OK);
        allowed.err().map(|error| plain(&error.into()))
    }
    #[cfg(not(unix))]
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test.
    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("ots-atlas-new-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn fresh_files_replace_nothing_however_many_write() {
        let folder = folder("fresh");
        let path = folder.join("a.b.png");
        let write = |text: u8| write_new(&path, &[text; 100]).unwrap();
        let mut written: Vec<PathBuf> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|text| scope.spawn(move || write(text))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        written.sort();
        written.dedup();
        assert_eq!(written.len(), 8, "{written:?}");
        assert_eq!(names(&folder).len(), 8, "no temporary file is left");
        assert!(written.contains(&path) && written.contains(&folder.join("a.b-8.png")), "{written:?}");
        let mut texts: Vec<Vec<u8>> = written.iter().map(|path| fs::read(path).unwrap()).collect();
        texts.sort();
        assert_eq!(texts, (0..8).map(|text| vec![text; 100]).collect::<Vec<_>>());
        assert_eq!(write_new(&folder.join("no/a"), b"").unwrap_err().why, "there is no such folder");
        assert_eq!(numbered(Path::new("x/.hidden")).nth(1), Some(PathBuf::from("x/.hidden-2")));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn obstacles_are_seen_before_anything_is_written() {
        let folder = folder("obstacle");
        fs::write(folder.join("file"), b"").unwrap();
        assert_eq!(obstacle(&folder.join("new.png")), None);
        assert_eq!(obstacle(&folder).as_deref(), Some("it is a folder"));
        assert_eq!(obstacle(&folder.join("no/new.png")).as_deref(), Some("there is no such folder"));
        assert_eq!(obstacle(Path::new("/proc/new.png")).is_some(), obstacle_in(Path::new("/proc/new")).is_some());
        let through = Some("a part of its path is a file, not a folder");
        assert_eq!(obstacle(&folder.join("file/new.png")).as_deref(), through);
        assert_eq!(obstacle_in(&folder.join("a/b/c")), None);
        assert_eq!(obstacle_in(&folder.join("file/a")).as_deref(), through);
        assert_eq!(names(&folder), ["file"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
