//! The request: method, address, credentials, headers, the rest, and the code that it amounts to.

use cors_engine::scenario::{
    Api, CredentialsMode, Field as Where, Mode, RedirectMode, ReferrerPolicy, ScenarioRequest,
};

use super::field::{Field, area, field, select, tick};
use super::header_lines::{HeaderLinesProps, header_lines};
use super::region::RequestRegion;
use crate::app::markup::{Dispatch, El, button, card, class, el, sign};
use crate::app::session::{Action, HeaderPlace, Part, Place};
use crate::view::Fields;

/// The request's editor.
pub fn request_editor(region: &RequestRegion, dispatch: &Dispatch) -> El {
    let RequestRegion {
        request, fields, ..
    } = region;
    let text = |place, at, id, label, value| Field {
        problem: fields.problem(at),
        lit: fields.lit(at),
        ..Field::new(place, id, label, value)
    };
    let method = Field {
        list: Some("methods"),
        ..text(
            Place::Method,
            Where::RequestMethod,
            "request-method",
            "Method",
            &request.method,
        )
    };
    let url = Field {
        input_mode: Some("url"),
        ..text(
            Place::RequestUrl,
            Where::RequestUrl,
            "request-url",
            "Request URL",
            &request.url,
        )
    };
    let headers = HeaderLinesProps {
        place: HeaderPlace::Request,
        label: "Request headers",
        lines: &request.headers,
        effects: &region.effects,
        missing: None,
        fields,
        pasting: region.pasting.as_ref(),
        dispatch,
    };
    let reset = button(dispatch, Action::Reset(Part::Request));
    let is_of_page = request.api != Api::Curl;
    card(
        "page-editor",
        "request-heading",
        "Its request",
        Some(reset.set("aria-label", "Reset the request").text("Reset")),
    )
    .child(
        class("div", "pair")
            .child(field(&method, dispatch))
            .child(choice(Place::Api, request, dispatch)),
    )
    .child(field(&url, dispatch))
    .maybe(is_of_page.then(|| {
        class("div", "pair")
            .child(choice(Place::Credentials, request, dispatch))
            .child(choice(Place::Mode, request, dispatch))
    }))
    .maybe(fields.problem(Where::RequestMode).map(problem))
    .child(header_lines(&headers))
    .child(rest(request, fields, dispatch))
    .child(code(&region.code))
}

/// One of the choices.
fn choice(place: Place, request: &ScenarioRequest, dispatch: &Dispatch) -> El {
    let (id, label, words) = match place {
        Place::Api => (
            "request-api",
            "Sent with",
            (Api::TEXTS, request.api.as_str()),
        ),
        Place::Mode => ("request-mode", "Mode", (Mode::TEXTS, request.mode.as_str())),
        Place::Redirect => {
            let words = match (request.api, request.redirect) {
                (Api::Curl, RedirectMode::Follow | RedirectMode::Manual) => &["follow", "manual"],
                _ => RedirectMode::TEXTS,
            };
            let words = (words, request.redirect.as_str());
            ("request-redirect", "Redirects", words)
        }
        Place::ReferrerPolicy => {
            let words = (ReferrerPolicy::TEXTS, request.referrer_policy.as_str());
            ("request-referrer", "Referrer policy", words)
        }
        _ => {
            let words = (CredentialsMode::TEXTS, request.credentials.as_str());
            ("request-credentials", "Credentials", words)
        }
    };
    select(place, id, label, words, dispatch)
}

/// What few requests need.
fn rest(request: &ScenarioRequest, fields: &Fields, dispatch: &Dispatch) -> El {
    let body = Field {
        problem: fields.problem(Where::RequestBody),
        ..Field::new(
            Place::Body,
            "request-body",
            "Body",
            request.body.as_deref().unwrap_or_default(),
        )
    };
    let listener = "Has upload listeners (xhr)";
    // curl has no page for a policy, and nobody to listen.
    let is_of_page = request.api != Api::Curl;
    el("details")
        .child(el("summary").text(match is_of_page {
            true => "Body, redirects, referrer policy",
            false => "Body, redirects",
        }))
        .child(area(&body, dispatch))
        .child(
            class("div", "pair")
                .child(choice(Place::Redirect, request, dispatch))
                .maybe(is_of_page.then(|| choice(Place::ReferrerPolicy, request, dispatch))),
        )
        .maybe(is_of_page.then(|| {
            tick(
                Place::UploadListener,
                listener,
                request.upload_listener,
                dispatch,
            )
        }))
}

fn problem(text: &str) -> El {
    class("p", "problem").child(sign("✕ ")).says(text)
}

/// The code, to copy.
fn code(code: &str) -> El {
    let copy = el("button")
        .set("type", "button")
        .set("data-command", "copy")
        .set("data-copies", "request-code")
        .text("Copy");
    class("details", "code")
        .child(el("summary").text("As code"))
        .child(
            el("pre")
                .set("tabindex", "0")
                .child(el("code").set("id", "request-code").says(code)),
        )
        .child(copy)
}
