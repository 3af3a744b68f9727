//! The program `ots-atlas`.

/// Takes memory from the system in large pieces, and hands it out faster than the system's own.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    ots_atlas::app::run()
}
