//! The program: window, frame loop, files, clock, clipboard, jobs and the command line.

mod changes;
mod cli;
mod desktop;
mod keep;
mod load;
mod matrix;
mod pack;
mod print;
mod route;
mod strip;
mod verbs;
mod window;

use std::process::ExitCode;
use std::time::Instant;

use clap::Parser as _;

use cli::{Arguments, Verb};

/// Does what the command line asks for.
#[must_use]
pub fn run() -> ExitCode {
    let start = Instant::now();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            let words: Vec<String> = std::env::args_os().skip(1).map(|it| it.to_string_lossy().into_owned()).collect();
            return print::wrong_use(&cli::sentence(&error, &words));
        }
        Err(help) => return print::done(print::out(&help.to_string())),
    };
    let slip =
        arguments.file.as_ref().filter(|file| !file.exists()).and_then(|file| cli::meant(&file.to_string_lossy()));
    if let Some(sentence) = slip {
        return print::wrong_use(&sentence);
    }
    match arguments.verb {
        None => window::run(arguments.file.as_deref(), &arguments.view, start),
        Some(Verb::Window { file, view }) => window::run(file.as_deref(), &view, start),
        Some(Verb::Export { open, edition, view, size, output, unmarked, caption, press }) => {
            let (open, edition, view, output) = (open.as_deref(), edition.as_deref(), &view, output.as_path());
            verbs::export(&verbs::Wanted { open, edition, view, size, output, unmarked, caption, press })
        }
        Some(Verb::Strip { corridors, language, theme, size, output }) => {
            let (corridors, language, output) = (corridors.as_slice(), language.as_str(), output.as_path());
            strip::run(&strip::Wanted { corridors, language, theme, size, output })
        }
        Some(Verb::Pack { file, output, jobs, force }) => pack::run(&file, &output, jobs.map(usize::from), force),
        Some(Verb::Show { id, as_of, language, format }) => verbs::show(&id, as_of, &language, format),
        Some(Verb::Route(options)) => route::run(&options),
        Some(Verb::Changes(options)) => changes::run(&options),
        Some(Verb::Matrix(options)) => matrix::run(&options),
        Some(Verb::List { kind, format }) => verbs::list(kind.as_deref(), format),
        Some(Verb::Check { folder }) => verbs::check(folder.as_deref()),
    }
}
