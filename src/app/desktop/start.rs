//! What can stand against a window, told in one sentence each: no display, a missing library, no OpenGL.

use std::ffi::OsString;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

/// Ends every sentence: what works where no window can be opened.
const WITHOUT: &str = "a picture needs no window: ots-atlas export -o map.png";

/// Where the window is going to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// As the window library chooses.
    Usual,
    /// On X11, because the Wayland session does not answer.
    X11,
}

/// Libraries that are looked up at the start, and the package of Debian and Ubuntu that brings each.
const LIBRARIES: [(&str, &str); 16] = [
    ("libX11-xcb.so", "libx11-xcb1"),
    ("libX11.so", "libx11-6"),
    ("libXcursor.so", "libxcursor1"),
    ("libXi.so", "libxi6"),
    ("libXext.so", "libxext6"),
    ("libXrandr.so", "libxrandr2"),
    ("libXrender.so", "libxrender1"),
    ("libxcb.so", "libxcb1"),
    ("libxkbcommon-x11.so", "libxkbcommon-x11-0"),
    ("libxkbcommon.so", "libxkbcommon0"),
    ("libwayland-client.so", "libwayland-client0"),
    ("libwayland-cursor.so", "libwayland-cursor0"),
    ("libwayland-egl.so", "libwayland-egl1"),
    ("libEGL.so", "libegl1"),
    ("libGLX.so", "libgl1"),
    ("libGL.so", "libgl1"),
];

/// Looks for a display before anything else is done.
///
/// # Errors
/// A sentence, where there is none.
pub fn display(var: impl Fn(&str) -> Option<OsString>) -> Result<Display, String> {
    let set = |name: &str| var(name).filter(|value| !value.is_empty());
    let x11 = set("DISPLAY").is_some();
    if set("WAYLAND_SOCKET").is_some() {
        return Ok(Display::Usual);
    }
    let Some(name) = set("WAYLAND_DISPLAY") else {
        if x11 {
            return Ok(Display::Usual);
        }
        return Err(format!("there is no desktop session (neither DISPLAY nor WAYLAND_DISPLAY is set); {WITHOUT}"));
    };
    // An absolute name stands for itself; any other lies in the runtime folder.
    let socket = set("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default().join(&name);
    match UnixStream::connect(&socket) {
        Ok(_) => Ok(Display::Usual),
        Err(_) if x11 => Ok(Display::X11),
        Err(_) => Err(format!("the Wayland session {} does not answer; {WITHOUT}", name.to_string_lossy())),
    }
}

/// Why the window could not be opened, from what the libraries say.
#[must_use]
pub fn sentence(error: &eframe::Error) -> String {
    let said = format!("{error} {error:?}");
    match error {
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => no_gl(&said),
        _ => because(&said),
    }
}

/// The same for a text: a library that is missing, a display that does not answer, or the text itself.
#[must_use]
pub fn because(said: &str) -> String {
    if let Some((library, package)) = LIBRARIES.iter().find(|(library, _)| said.contains(library)) {
        return format!("{library} is missing (on Debian and Ubuntu: sudo apt install {package}); {WITHOUT}");
    }
    if said.contains("XOpenDisplayFailed") || said.contains("XNotSupported") {
        let name = std::env::var_os("DISPLAY").unwrap_or_default();
        return format!("the X display {} does not answer; {WITHOUT}", name.to_string_lossy());
    }
    let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(160).collect();
    format!("the window cannot be opened ({said}); {WITHOUT}")
}

/// OpenGL is missing or of no use.
fn no_gl(said: &str) -> String {
    let missing = LIBRARIES.iter().find(|(library, _)| said.contains(library)).map_or("libgl1", |(_, package)| package);
    format!(
        "OpenGL is missing or cannot be used (on Debian and Ubuntu: sudo apt install {missing} libgl1-mesa-dri); {WITHOUT}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Result<Display, String> {
        display(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| OsString::from(value)))
    }

    #[test]
    fn finds_the_display() {
        assert_eq!(with(&[("DISPLAY", ":0")]), Ok(Display::Usual));
        assert_eq!(with(&[("WAYLAND_SOCKET", "5")]), Ok(Display::Usual));
        for nothing in [&[][..], &[("DISPLAY", "")], &[("DISPLAY", ""), ("WAYLAND_DISPLAY", "")]] {
            assert!(with(nothing).unwrap_err().starts_with("there is no desktop session"));
        }
    }

    #[test]
    fn a_stale_wayland_socket_falls_back() {
        let folder = std::env::temp_dir().join(format!("ots-atlas-start-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let runtime = folder.to_str().unwrap();
        let wayland = [("WAYLAND_DISPLAY", "wayland-9"), ("XDG_RUNTIME_DIR", runtime)];
        let both = [("DISPLAY", ":0"), wayland[0], wayland[1]];
        assert!(with(&wayland).unwrap_err().starts_with("the Wayland session wayland-9 does not answer"));
        assert_eq!(with(&both), Ok(Display::X11));
        let listener = std::os::unix::net::UnixListener::bind(folder.join("wayland-9")).unwrap();
        assert_eq!(with(&both), Ok(Display::Usual));
        assert_eq!(with(&[("WAYLAND_DISPLAY", &format!("{runtime}/wayland-9"))]), Ok(Display::Usual));
        drop(listener);
        // The file of the socket is still there, but nobody listens.
        assert_eq!(with(&both), Ok(Display::X11));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn names_the_package() {
        let said = because("Library libxkbcommon-x11.so could not be loaded.");
        assert!(said.contains("apt install libxkbcommon-x11-0)"), "{said}");
        let said = because("opening library failed (libXcursor.so.1: cannot open shared object file)");
        assert!(said.contains("apt install libxcursor1)"), "{said}");
        let said = because("XNotSupported(XOpenDisplayFailed)");
        assert!(said.contains("does not answer"), "{said}");
        assert!(because("what\n else").contains("(what else)"));
    }
}
