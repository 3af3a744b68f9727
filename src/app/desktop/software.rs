//! Whether OpenGL is done by the processor.

use eframe::glow::{Context, HasContext as _, RENDERER};

/// Names of renderers that paint on the processor.
const NAMES: [&str; 4] = ["llvmpipe", "softpipe", "swiftshader", "software rasterizer"];

/// Whether this context paints without a graphics card.
#[must_use]
pub fn paints(gl: &Context) -> bool {
    is_software(&renderer(gl))
}

/// What the driver calls itself.
#[expect(unsafe_code, reason = "the only question to OpenGL itself; egui does not pass the answer on")]
fn renderer(gl: &Context) -> String {
    // SAFETY: the context was made current by the caller's window on this very thread, and the call only reads a
    // constant string of the driver.
    unsafe { gl.get_parameter_string(RENDERER) }
}

/// Whether a name is one of a renderer on the processor.
fn is_software(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.iter().any(|known| name.contains(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known() {
        assert!(is_software("llvmpipe (LLVM 15.0.6, 256 bits)"));
        assert!(is_software("Google SwiftShader"));
        assert!(!is_software("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
    }
}
