//! The program `ots-atlas`.

fn main() -> std::process::ExitCode {
    ots_atlas::app::run()
}
