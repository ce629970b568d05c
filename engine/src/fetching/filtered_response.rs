//! [Filtered responses](https://fetch.spec.whatwg.org/#concept-filtered-response): what script may see.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Response;
use crate::infrastructure::headers::{
    HeaderList, byte_lowercase, is_cors_safelisted_response_header_name,
    is_forbidden_response_header_name,
};
use crate::infrastructure::requests::Request;
use crate::rules::Rule;
use crate::scenario::HeaderLines;
use crate::trace::{Choice, Finding, Message, Recorder, ResponseType, Visible};

const EXPOSE_HEADERS: &str = "Access-Control-Expose-Headers";

/// A [basic filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response-basic): all
/// but `Set-Cookie`.
pub(crate) fn basic_filtered_response(trace: &mut Recorder, mut response: Response) -> Response {
    trace.message = Message::Response;
    trace.decide(Rule::ResponseVisible, Choice::Yes, Finding::none());
    for header in &response.header_list.0 {
        if is_forbidden_response_header_name(&header.name) {
            let value = response.header_list.get(&header.name).unwrap_or_default();
            let field = response.header_list.field(&header.name);
            hide(trace, &header.name, Finding::made(&value).field(field));
        }
    }
    response
        .header_list
        .delete(&is_forbidden_response_header_name);
    response.response_type = Some(ResponseType::Basic);
    response
}

/// A [CORS filtered response](https://fetch.spec.whatwg.org/#concept-filtered-response-cors):
/// safelisted headers, and those that the server exposes.
pub(crate) fn cors_filtered_response(
    trace: &mut Recorder,
    request: &Request,
    mut response: Response,
) -> Response {
    trace.message = Message::Response;
    trace.decide(Rule::ResponseVisible, Choice::Yes, Finding::none());
    let exposed = cors_exposed_header_name_list(trace, request, &response.header_list);
    let is_visible = |name: &str| {
        let is_exposed = exposed.iter().any(|item| item.eq_ignore_ascii_case(name));
        !is_forbidden_response_header_name(name)
            && (is_exposed || is_cors_safelisted_response_header_name(name))
    };
    let mut combined = response.header_list.clone();
    combined.combine_repeated();
    for header in &combined.0 {
        let finding = Finding::made(&header.value).field(header.field());
        match is_visible(&header.name) {
            true => {
                let finding = finding.header(&header.name);
                trace.decide(Rule::HeaderExposed, Choice::Yes, finding);
            }
            false => hide(trace, &header.name, finding),
        }
    }
    response.header_list.delete(&|name| !is_visible(name));
    response.response_type = Some(ResponseType::Cors);
    response
}

/// The [CORS-exposed header-name list](https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list)
/// that main fetch, step 14.1, gives a response.
///
/// A value that is no list of names exposes nothing: the standard sets the list to "failure" there,
/// which no later step can read.
fn cors_exposed_header_name_list(
    trace: &mut Recorder,
    request: &Request,
    headers: &HeaderList,
) -> Vec<String> {
    // 14.1.1. Extract the values of `Access-Control-Expose-Headers`.
    let names = match headers.extract_header_list_values(EXPOSE_HEADERS) {
        Ok(None) => return Vec::new(),
        Ok(Some(names)) => names,
        Err(not_a_list) => {
            let (from, to) = not_a_list.bytes;
            let finding = Finding::made(&not_a_list.header.value)
                .header(EXPOSE_HEADERS)
                .field(not_a_list.header.field())
                .bytes(from, to);
            trace.decide(Rule::ExposeHeadersParses, Choice::No, finding);
            return Vec::new();
        }
    };
    let value = headers.get(EXPOSE_HEADERS).unwrap_or_default();
    let finding = Finding::made(&value)
        .header(EXPOSE_HEADERS)
        .field(headers.field(EXPOSE_HEADERS));
    trace.decide(Rule::ExposeHeadersParses, Choice::Yes, finding);

    // 14.1.2. Without credentials, `*` stands for all names there are.
    if !request.includes_credentials() && names.iter().any(|name| name == "*") {
        return headers.0.iter().map(|it| it.name.clone()).collect();
    }
    // 14.1.3. Otherwise the list is what the header says; `*` is a name like others.
    names
}

fn hide(trace: &mut Recorder, name: &str, finding: Finding) {
    let finding = finding.header(name);
    // What nothing can expose has nothing that would pass.
    let finding = match is_forbidden_response_header_name(name) {
        true => finding,
        false => finding.wanted(&format!("{EXPOSE_HEADERS}: {name}")),
    };
    trace.decide(Rule::HeaderExposed, Choice::No, finding);
}

/// What `response.status` and `[...response.headers]` give: names in lower case, sorted, values of
/// one name combined.
pub(crate) fn visible(response: &Response) -> Visible {
    Visible {
        status: response.status,
        headers: sort_and_combine(&response.header_list),
        body: response.body.clone(),
    }
}

/// [Sorts and combines](https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine) a list.
///
/// No exception for `Set-Cookie`, whose lines stay apart: no list that comes here has one.
fn sort_and_combine(headers: &HeaderList) -> HeaderLines {
    let mut lines = HeaderLines::new();
    for header in &headers.0 {
        let name = byte_lowercase(&header.name);
        match lines.binary_search_by(|(earlier, _)| earlier.cmp(&name)) {
            Ok(place) => {
                let (_, value) = &mut lines[place];
                value.push_str(", ");
                value.push_str(&header.value);
            }
            Err(place) => lines.insert(place, (name, header.value.clone())),
        }
    }
    lines
}
