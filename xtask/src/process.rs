//! Other programs: started, waited for, and ended by their id whatever happens.

use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, bail};

/// The ids of the children that run now. Held while one is started, so that none is missed.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn running() -> MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// On Ctrl-C, hang-up or a request to end: ends the children first, then this process.
pub(crate) fn end_children_on_signals() -> Result<()> {
    ctrlc::set_handler(|| {
        let running = running();
        running.iter().copied().for_each(end);
        // The lock is still held: nothing new can start any more.
        std::process::exit(130);
    })
    .context("cannot listen for Ctrl-C")
}

/// Runs a program to its end; what it prints goes to stderr, for stdout belongs to our own answers.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let child = start(command.stdout(io::stderr()))?;
    let status = finish(child).with_context(|| format!("`{}` was lost", line_of(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line_of(command));
    }
    Ok(())
}

/// Runs a program that only answers a question, and gives what it wrote to stdout.
pub(crate) fn answer(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", line_of(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!(
            "`{}` failed ({}): {}",
            line_of(command),
            output.status,
            said.trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A program that runs beside this one, and ends with the value.
pub(crate) struct Background(Child);

impl Background {
    /// Starts the program; its stdout can be read from [`Background::child`] if `command` pipes it.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        start(command).map(Self)
    }

    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        end(self.0.id());
        // Nothing is left to be done about a child that cannot be waited for.
        let _ = self.0.wait();
        forget(self.0.id());
    }
}

fn start(command: &mut Command) -> Result<Child> {
    in_a_group_of_its_own(command.stdin(Stdio::null()));
    let mut running = running();
    let child = command
        .spawn()
        .with_context(|| format!("cannot start `{}`", line_of(command)))?;
    running.push(child.id());
    Ok(child)
}

fn finish(mut child: Child) -> io::Result<std::process::ExitStatus> {
    let status = child.wait();
    forget(child.id());
    status
}

fn forget(id: u32) {
    running().retain(|running| *running != id);
}

/// Lets one signal reach the child's own children too.
#[cfg(unix)]
fn in_a_group_of_its_own(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn in_a_group_of_its_own(_: &mut Command) {}

/// Ends a child and what it started. The standard library sends no signals without `unsafe`.
fn end(id: u32) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("taskkill");
        command.args(["/T", "/F", "/PID", &id.to_string()]);
        command
    } else {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("kill -s TERM -- -{id}")]);
        command
    };
    // A child that has just ended by itself is no failure.
    let _ = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// Where PATH finds `program`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// The command as one would type it.
pub(crate) fn line_of(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Read};

    #[test]
    fn a_program_that_cannot_be_started_is_named() {
        let problem = run(&mut Command::new("no-such-program")).expect_err("it does not exist");
        assert_eq!(problem.to_string(), "cannot start `no-such-program`");
    }

    #[test]
    fn a_failure_says_which_command_failed() {
        let problem = run(Command::new("sh").args(["-c", "exit 3"])).expect_err("status 3");
        assert_eq!(
            problem.to_string(),
            "`sh -c exit 3` failed (exit status: 3)"
        );
    }

    #[test]
    fn a_background_program_ends_with_its_value_and_so_do_its_children() {
        let script = "sleep 1000 & echo started; wait";
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdout(Stdio::piped());
        let mut background = Background::start(&mut command).expect("sh starts");
        let mut lines = BufReader::new(background.child().stdout.take().expect("it is piped"));
        let mut first = String::new();
        lines.read_line(&mut first).expect("it speaks");
        assert_eq!(first, "started\n");

        drop(background);

        // The pipe closes only when the last process that holds it, `sleep`, has ended.
        let mut rest = String::new();
        lines.read_to_string(&mut rest).expect("the pipe closes");
        assert_eq!(rest, "");
    }
}
