//! Sets up, serves and tests the project.

mod args;
mod bench_ui;
mod browser;
mod conformance;
mod fuzz;
mod process;
mod project;
mod prove_fixes;
mod screenshots;
mod serve;
mod setup;
mod site;
mod stages;
#[path = "../../tests/journeys/states.rs"]
mod states;
mod window;

use std::process::ExitCode;

use args::Task;

fn main() -> ExitCode {
    if setup::wasm_opt::is_stand_in() {
        return report(setup::wasm_opt::stand_in());
    }
    let words = std::env::args().skip(1).collect::<Vec<_>>();
    match args::parse(&words) {
        Ok(task) => report(run(task)),
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    process::end_children_on_signals()?;
    match task {
        Task::Help => {
            println!("{}", args::help());
            Ok(())
        }
        Task::Serve(options) => serve::run(&options),
        Task::Build => site::build_for_a_host(),
        Task::Test(stages) => stages::run(&stages),
        Task::Env => setup::print_exports(),
        Task::Screenshots(folder) => screenshots::run(&folder),
        Task::BenchUi => bench_ui::run(),
        Task::Fuzz(target, minutes) => fuzz::run_for(target, minutes),
        Task::Conformance(words) => conformance::run(&words),
        Task::ProveFixes(stacks) => prove_fixes::run(&stacks),
        Task::ProveHosting => prove_fixes::prove_hosting(),
        Task::FinishPage => site::finish_page(),
    }
}

fn report(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
