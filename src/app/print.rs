//! The only place that writes to standard output and standard error.

use std::io::{self, Write as _};
use std::process::ExitCode;

/// Exit code of wrong use.
const WRONG_USE: u8 = 2;

/// Writes a text to standard output; a reader that went away is no failure.
///
/// # Errors
/// What the system says, other than a closed pipe.
pub fn out(text: &str) -> io::Result<()> {
    bytes(text.as_bytes())
}

/// Writes bytes to standard output; a reader that went away is no failure.
///
/// # Errors
/// What the system says, other than a closed pipe.
pub fn bytes(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Writes one line to standard error; there is nobody left to tell where that fails.
pub fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// The exit code for what was printed.
pub fn done(printed: io::Result<()>) -> ExitCode {
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("cannot write to standard output: {error}")),
    }
}

/// Says in one sentence what went wrong and gives the exit code for it.
pub fn fail(sentence: &str) -> ExitCode {
    note(&format!("ots-atlas: {sentence}"));
    ExitCode::FAILURE
}

/// Says in one sentence what is wrong with the words of the command line and gives the exit code for it.
pub fn wrong_use(sentence: &str) -> ExitCode {
    note(&format!("ots-atlas: {sentence}"));
    ExitCode::from(WRONG_USE)
}

/// Whether somebody reads standard error on a terminal.
#[must_use]
pub fn watched() -> bool {
    io::IsTerminal::is_terminal(&io::stderr())
}
