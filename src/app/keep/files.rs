//! Writing files so that a reader finds the old content or the new one and never a part.

use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::export::{Carried, FILE_LIMIT, Opened};
use crate::world::World;

/// Temporary files of this program begin with this and the number of its process.
const PREFIX: &str = ".ots-atlas-";

/// Temporary files end with this.
const SUFFIX: &str = ".tmp";

/// Why a file could not be written or read, in words for the reader.
#[derive(Debug)]
pub struct Failure {
    /// The file.
    pub path: PathBuf,
    /// What was tried: "write", "read".
    pub verb: &'static str,
    /// What stood against it.
    pub why: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} {}: {}", self.verb, self.path.display(), self.why)
    }
}

impl std::error::Error for Failure {}

/// A system error in plain words.
#[must_use]
pub fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::QuotaExceeded => "the disk quota is used up".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::InvalidFilename => "the name is too long".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::NotADirectory => "a part of its path is a file, not a folder".to_owned(),
        // No error of the system, but a sentence of the program.
        _ if error.raw_os_error().is_none() => error.to_string(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}

/// Replaces the content of a file in one step, through a temporary file beside it.
///
/// A link is followed, the permissions of an existing file are kept, and a device or a pipe is written to as it is.
///
/// # Errors
/// Where any step fails; the old file is then untouched and the temporary one is gone.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_with(path, |file| file.write_all(bytes))
}

/// The same, where the content is written piece by piece.
///
/// # Errors
/// Where any step fails; the old file is then untouched and the temporary one is gone.
pub fn write_with(path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let failure = |why: String| Failure { path: path.to_owned(), verb: "write", why };
    let because = |error: io::Error| failure(plain(&error));
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = target.file_name().ok_or_else(|| failure("this is not the name of a file".to_owned()))?;
    let mut permissions = None;
    match fs::metadata(&target) {
        Ok(found) if found.is_dir() => return Err(failure("it is a folder".to_owned())),
        Ok(found) if !found.is_file() => {
            return OpenOptions::new()
                .write(true)
                .open(&target)
                .and_then(|device| buffered(device, content).map(drop))
                .map_err(because);
        }
        Ok(found) if found.permissions().readonly() => return Err(failure("it is read-only".to_owned())),
        Ok(found) => permissions = Some(found.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(because(error)),
    }
    let folder = folder_of(&target);
    let (temporary, file) = temporary(&folder).map_err(because)?;
    let done = (|| {
        let file = buffered(file, content)?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        file.sync_all()?;
        drop(file);
        fs::rename(&temporary, folder.join(name))
    })();
    if let Err(error) = done {
        let _ = fs::remove_file(&temporary);
        return Err(because(error));
    }
    // The rename itself survives a power cut once the folder is on disk; some file systems cannot say so.
    let _ = File::open(&folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// Writes to a file in pieces of some size.
fn buffered(file: File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<File> {
    let mut file = BufWriter::new(file);
    content(&mut file)?;
    Ok(file.into_inner()?)
}

/// The folder that a file lies in; the current one for a bare name.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A new file beside the target, under a name that nobody else takes and that is short whatever the target is called.
pub(super) fn temporary(folder: &Path) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{PREFIX}{}-{count}{SUFFIX}", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// Removes temporary files in a folder that programs left behind which no longer run.
pub fn sweep(folder: &Path) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if writer_of(&entry.file_name()).is_some_and(|pid| !Path::new(&format!("/proc/{pid}")).exists()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The process that a temporary file belongs to, by its name.
fn writer_of(name: &OsStr) -> Option<u32> {
    name.to_str()?.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.split_once('-')?.0.parse().ok()
}

/// Reads a file of at most so many bytes; more is refused before it is read.
///
/// # Errors
/// Where it cannot be read or is too large.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let failure = |why: String| Failure { path: path.to_owned(), verb: "read", why };
    let because = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => failure("there is no such file".to_owned()),
        _ => failure(plain(&error)),
    };
    let file = File::open(path).map_err(because)?;
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, limit + 1), &mut bytes).map_err(because)?;
    if bytes.len() as u64 > limit {
        return Err(failure(match limit >> 20 {
            0 => format!("it is larger than {} KB", limit >> 10),
            large => format!("it is larger than {large} MB"),
        }));
    }
    Ok(bytes)
}

/// The view of a picture in a file.
///
/// # Errors
/// In words, where the file cannot be read or carries no view.
pub fn view(path: &Path, world: &World) -> Result<Opened, String> {
    let name = path.display();
    let metadata = fs::metadata(path).map_err(|error| format!("cannot read {name}: {}", plain(&error)))?;
    if !metadata.is_file() {
        return Err(format!("{name} is no file"));
    }
    let bytes = read(path, FILE_LIMIT).map_err(|failure| failure.to_string())?;
    Carried::open(&bytes, world).map_err(|why| format!("{name}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test.
    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("ots-atlas-files-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn writes_new_and_replaces_old() {
        let folder = folder("replace");
        let path = folder.join("a.png");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(&folder), ["a.png"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn odd_names_are_names() {
        let folder = folder("odd");
        for name in ["-o.png", " a b .png", "Qırğız-Ўзбек→.png", &"x".repeat(255), "new\nline"] {
            write(&folder.join(name), name.as_bytes()).unwrap();
            assert_eq!(fs::read(folder.join(name)).unwrap(), name.as_bytes());
        }
        assert_eq!(names(&folder).len(), 5);
        let error = write(&folder.join("x".repeat(256)), b"").unwrap_err();
        assert!(error.to_string().ends_with("the name is too long"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn failures_are_sentences_and_leave_nothing() {
        let folder = folder("fail");
        let said = |path: &Path| write(path, b"x").unwrap_err().why;
        assert_eq!(said(&folder), "it is a folder");
        assert_eq!(said(&folder.join("no/such.png")), "there is no such folder");
        write(&folder.join("file"), b"x").unwrap();
        assert_eq!(said(&folder.join("file/below.png")), "a part of its path is a file, not a folder");
        assert_eq!(said(Path::new("/dev/full")), "the disk is full");
        assert_eq!(said(Path::new("/")), "this is not the name of a file");
        let kept = folder.join("kept");
        write(&kept, b"old").unwrap();
        let mut permissions = fs::metadata(&kept).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&kept, permissions).unwrap();
        assert_eq!(said(&kept), "it is read-only");
        assert_eq!(fs::read(&kept).unwrap(), b"old");
        assert_eq!(names(&folder), ["file", "kept"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_picture_that_is_written_piece_by_piece_fails_in_the_same_words() {
        use crate::paint::png::{self, Easel};
        use crate::scene::{Color, Group, Scene, Size};
        let words = || String::from("x");
        let background = Color { r: 9, g: 9, b: 9, a: 255 };
        let (root, dropped) = (Group::default(), Vec::new());
        let scene = |side| Scene {
            size: Size::new(side, 40.0),
            background,
            title: words(),
            description: words(),
            lang: words(),
            root: root.clone(),
            dropped: dropped.clone(),
        };
        let write = |path: &Path, side: f64| {
            let mut easel = Easel::default();
            write_with(path, |file| png::write(&mut easel, &scene(side), 1.0, &[], None, file)).map_err(|it| it.why)
        };
        // Small ones fit into one chunk, large ones do not.
        for side in [4.0, 16_000.0] {
            assert_eq!(write(Path::new("/dev/full"), side), Err("the disk is full".to_owned()));
        }
        let folder = folder("pieces");
        let path = folder.join("a.png");
        write(&path, 16_000.0).unwrap();
        let before = fs::read(&path).unwrap();
        let why = write(&path, 17_000.0).unwrap_err();
        assert!(why.starts_with("a picture of 17000 × 40 pixels is too large"), "{why}");
        assert_eq!((names(&folder), fs::read(&path).unwrap()), (vec!["a.png".to_owned()], before));
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_permissions_kept() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = folder("link");
        let real = folder.join("real");
        write(&real, b"old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, folder.join("link")).unwrap();
        write(&folder.join("link"), b"new").unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(folder.join("link")).unwrap().is_symlink());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn sweeps_what_dead_programs_left() {
        let folder = folder("sweep");
        // No process has the number 0, and this one is alive.
        let (dead, alive) = (folder.join(".ots-atlas-0-1.tmp"), format!(".ots-atlas-{}-1.tmp", std::process::id()));
        fs::write(&dead, b"").unwrap();
        fs::write(folder.join(&alive), b"").unwrap();
        fs::write(folder.join(".ots-atlas-x.tmp"), b"").unwrap();
        sweep(&folder);
        assert_eq!(names(&folder), [alive, ".ots-atlas-x.tmp".to_owned()]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn reading_has_a_limit() {
        let folder = folder("read");
        fs::write(folder.join("a"), b"12345").unwrap();
        assert_eq!(read(&folder.join("a"), 5).unwrap(), b"12345");
        assert!(read(&folder.join("a"), 4).unwrap_err().why.starts_with("it is larger"));
        assert_eq!(read(&folder.join("b"), 4).unwrap_err().why, "there is no such file");
        assert_eq!(read(&folder, 4).unwrap_err().why, "it is a folder");
        fs::remove_dir_all(folder).unwrap();
    }
}
