//! Whether the desktop asks for no movement.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Finds out in a thread and notes the answer; until then things move.
pub fn ask(still: Arc<AtomicBool>) {
    let work = move || {
        if in_settings() || in_gnome() {
            still.store(true, Ordering::Relaxed);
        }
    };
    // Without the thread things move.
    let _ = std::thread::Builder::new().name("motion".to_owned()).spawn(work);
}

/// What the settings file of GTK says, which KDE and Xfce write too.
fn in_settings() -> bool {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".config"));
    let Some(config) = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).or_else(home) else { return false };
    ["gtk-4.0", "gtk-3.0"]
        .iter()
        .filter_map(|version| fs::read_to_string(config.join(version).join("settings.ini")).ok())
        .any(|text| no_animations(&text))
}

/// Whether a settings file switches animations off.
fn no_animations(text: &str) -> bool {
    text.lines().filter_map(|line| line.split_once('=')).any(|(key, value)| {
        key.trim() == "gtk-enable-animations" && matches!(value.trim().to_ascii_lowercase().as_str(), "0" | "false")
    })
}

/// What GNOME says.
fn in_gnome() -> bool {
    let mut asked = Command::new("gsettings");
    asked.args(["get", "org.gnome.desktop.interface", "enable-animations"]).stderr(Stdio::null());
    asked.output().is_ok_and(|answer| answer.stdout.starts_with(b"false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read() {
        assert!(no_animations("[Settings]\ngtk-enable-animations = false\n"));
        assert!(no_animations("gtk-enable-animations=0"));
        assert!(!no_animations("gtk-enable-animations=true\ngtk-theme-name=0"));
        assert!(!no_animations(""));
    }
}
