//! The command `cors-lab`: checks scenarios, and runs them for real.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args = std::env::args().skip(1).collect();
    match command::run(args) {
        Ok(status) => ExitCode::from(status as u8),
        Err(message) => {
            eprintln!("cors-lab: {message}");
            ExitCode::from(command::Status::Unusable as u8)
        }
    }
}
