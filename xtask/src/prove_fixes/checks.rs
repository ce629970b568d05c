//! What is asked of a server that runs with the code of one case.

use anyhow::Result;
use cors_engine::scenario::lines;
use cors_stacks::Kind;

use super::cases::Case;
use super::http::{Request, Response, ask};
use super::judge::{Played, play};
use super::report::{Cell, Row};

const STRANGER: &str = "https://stranger.example";
const ALLOW_ORIGIN: &str = "Access-Control-Allow-Origin";

/// Puts the server at `port` to a case, and enters what came of it.
pub(super) fn run(kind: Kind, case: &Case, port: u16, row: &mut Row) -> Result<()> {
    if kind == Kind::Proxy {
        return forwarded(case, port, row);
    }
    readable(case, port, row)?;
    strangers(case, port, row)?;
    errors(case, port, row)?;
    if case.name == "simple" {
        varies(case, port, row)?;
    }
    if case.scenario.request.url == "/private" {
        without_a_token(case, port, row)?;
    }
    Ok(())
}

/// The page reads the answer and its exposed header; the handler never saw a preflight.
fn readable(case: &Case, port: u16, row: &mut Row) -> Result<()> {
    let played = play(case.scenario.clone(), port)?;
    let is_read = played.status() == Some(200) && played.shows("X-Total-Count");
    row.enter(
        case.name,
        check(is_read, &played, "it should be read, with X-Total-Count"),
    );
    if let Some(preflight) = &played.preflight {
        let is_answered = matches!(preflight.status, 200 | 204);
        let is_handled = preflight.header("X-Handler").is_some();
        let wanted = "a preflight should be answered 200 or 204 without the handler";
        row.enter(
            case.name,
            check(is_answered && !is_handled, &played, wanted),
        );
    }
    let allows = played.response.as_ref();
    let allows = allows.and_then(|it| it.header("Access-Control-Allow-Credentials"));
    let wants = case
        .policy(Kind::Server, port)
        .credentials
        .then_some("true");
    row.enter(
        case.name,
        check(allows == wants, &played, "credentials only where needed"),
    );
    Ok(())
}

/// Another page reads nothing, unless every page may.
fn strangers(case: &Case, port: u16, row: &mut Row) -> Result<()> {
    let mut scenario = case.scenario.clone();
    scenario.page.url = format!("{STRANGER}/");
    scenario.page.opaque = false;
    let played = play(scenario, port)?;
    if case.scenario.page.opaque {
        let answer = played.response.as_ref();
        let is_star = answer.and_then(|it| it.header(ALLOW_ORIGIN)) == Some("*");
        let is_read = played.is_readable() && is_star;
        row.enter(
            case.name,
            check(is_read, &played, "any page should read it, by a star"),
        );
        return Ok(());
    }
    let is_refused = !played.is_readable();
    row.enter(
        "other origin",
        check(is_refused, &played, "it should not be read"),
    );
    Ok(())
}

fn errors(case: &Case, port: u16, row: &mut Row) -> Result<()> {
    let rows = [
        ("404", "/missing", 404..=404),
        ("500", "/broken", 500..=599),
    ];
    for (column, path, statuses) in rows {
        let mut scenario = case.scenario.clone();
        scenario.request.url = path.to_owned();
        let played = play(scenario, port)?;
        let is_read = played.status().is_some_and(|it| statuses.contains(&it));
        row.enter(column, check(is_read, &played, "the error should be read"));
    }
    Ok(())
}

fn without_a_token(case: &Case, port: u16, row: &mut Row) -> Result<()> {
    let mut scenario = case.scenario.clone();
    scenario
        .request
        .headers
        .retain(|(name, _)| name != "Authorization");
    let played = play(scenario, port)?;
    let is_read = played.status() == Some(401);
    row.enter("401", check(is_read, &played, "the refusal should be read"));
    Ok(())
}

/// Whatever a cache keeps, it keeps for one origin, if answers differ by origin.
fn varies(case: &Case, port: u16, row: &mut Row) -> Result<()> {
    let origins = [Some("https://app.example"), Some(STRANGER), None];
    let mut answers = Vec::new();
    for origin in origins {
        let headers = origin.map(|origin| lines(&[("Origin", origin)]));
        answers.push(ask(
            port,
            &Request {
                method: "GET",
                path: &case.scenario.request.url,
                headers: headers.unwrap_or_default(),
                body: "",
            },
        )?);
    }
    let allowed = |answer: &Response| answer.header(ALLOW_ORIGIN).map(str::to_owned);
    let is_same = answers.iter().all(|it| allowed(it) == allowed(&answers[0]));
    for (answer, origin) in answers.iter().zip(origins) {
        let is_told = answer.headers.iter().any(|(name, value)| {
            name.eq_ignore_ascii_case("Vary") && value.to_ascii_lowercase().contains("origin")
        });
        row.enter(
            "Vary",
            match is_same || is_told {
                true => Cell::Yes,
                false => Cell::No(format!("no Vary: Origin for the origin {origin:?}")),
            },
        );
    }
    Ok(())
}

/// The page asks its own server, and reads what the API behind it answers.
fn forwarded(case: &Case, port: u16, row: &mut Row) -> Result<()> {
    let mut scenario = case.scenario.clone();
    scenario.page.url = format!("http://127.0.0.1:{port}/");
    let played = play(scenario, port)?;
    let is_of_api = played
        .response
        .as_ref()
        .is_some_and(|it| it.rest.contains("PUT /users/7"));
    let is_read = played.status() == Some(200) && played.preflight.is_none() && is_of_api;
    row.enter(
        case.name,
        check(is_read, &played, "the API's answer should be read"),
    );
    Ok(())
}

fn check(holds: bool, played: &Played, wanted: &str) -> Cell {
    match holds {
        true => Cell::Yes,
        false => Cell::No(format!("{wanted}: {}", played.story())),
    }
}
