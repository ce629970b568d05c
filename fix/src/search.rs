//! The search: each way to the end, then without what was not needed.

use cors_engine::trace::{Outcome, Trace};
use cors_engine::{PreflightCache, Scenario, evaluate};

use crate::advice::advice;
use crate::change::{Change, Kind, Place, is, lines};
use crate::mend::mend;

/// A way to mend a scenario: the one that opens least, and keeps what the page needs, comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// The page does what it should have done.
    Page,
    /// The server lets the page's origin read.
    OneOrigin,
    /// The page asks without cookies.
    PageWithoutCredentials,
    /// The server lets every page read.
    AnyOrigin,
}

const WAYS: [Way; 4] = [
    Way::Page,
    Way::OneOrigin,
    Way::PageWithoutCredentials,
    Way::AnyOrigin,
];

/// More than any chain of rules that can fail one after the other: some ten a hop.
const MOST_CHANGES: usize = 60;

/// A set of changes that makes a scenario readable, none of which can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The way that led to it.
    pub way: Way,
    /// The changes.
    pub changes: Vec<Change>,
    /// What belongs beside them, though the page could read without: `Vary: Origin`.
    pub recommended: Vec<Change>,
    /// The scenario with all of them.
    pub scenario: Scenario,
}

/// What can be done about a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fixes {
    /// The fixes, the safest first; none if the page can read already.
    pub proposals: Vec<Fix>,
    /// What no change of headers does, in sentences.
    pub advice: Vec<&'static str>,
}

/// The fixes of a scenario's first send, by the judge that the scenario names.
pub fn fixes(scenario: &Scenario) -> Fixes {
    let mut scenario = scenario.clone();
    scenario.then.clear();
    let trace = judge(&scenario);
    if trace.outcome == Outcome::Readable {
        return Fixes::default();
    }
    let mut proposals: Vec<Fix> = Vec::new();
    for way in WAYS {
        if let Some(fix) = fix(&scenario, way)
            && !proposals.iter().any(|it| it.changes == fix.changes)
        {
            proposals.push(fix);
        }
    }
    Fixes {
        advice: advice(&scenario, &trace, proposals.is_empty()),
        proposals,
    }
}

pub(crate) fn judge(scenario: &Scenario) -> Trace {
    evaluate(scenario, &PreflightCache::new())
}

fn is_readable(scenario: &Scenario) -> bool {
    judge(scenario).outcome == Outcome::Readable
}

fn fix(scenario: &Scenario, way: Way) -> Option<Fix> {
    let mut mended = scenario.clone();
    let mut changes: Vec<Change> = Vec::new();
    loop {
        let trace = judge(&mended);
        if trace.outcome == Outcome::Readable {
            break;
        }
        let change = mend(&mended, &trace, way)?;
        let is_again = changes.contains(&change);
        if is_again || changes.len() == MOST_CHANGES {
            return None;
        }
        change.apply(&mut mended);
        // A list that grows, and what is set anew, takes the place of what it was.
        changes.retain(|it| !is_same_place(it, &change));
        changes.push(change);
    }
    leave_out_the_needless(scenario, &mut changes);
    let fits = match way {
        // Else it is another way's.
        Way::Page => changes.iter().any(|it| it.place == Place::Page),
        Way::PageWithoutCredentials => changes.iter().any(|it| it.kind == Kind::NoCredentials),
        Way::OneOrigin | Way::AnyOrigin => true,
    };
    if !fits {
        return None;
    }
    let recommended = recommended(&with(scenario, &changes), &changes);
    let mut all = changes.clone();
    all.extend(recommended.iter().cloned());
    Some(Fix {
        way: truly(way, &changes),
        scenario: with(scenario, &all),
        changes,
        recommended,
    })
}

/// Where the page has no origin to name, all may read whatever way it was.
fn truly(way: Way, changes: &[Change]) -> Way {
    let is_any = |change: &Change| matches!(&change.kind, Kind::Header(_, value) if value == "*");
    match changes.iter().any(is_any) {
        true => Way::AnyOrigin,
        false => way,
    }
}

fn is_same_place(one: &Change, other: &Change) -> bool {
    let header = |it: &Change| match it.kind {
        Kind::Header(name, _) => Some(name),
        _ => None,
    };
    one.place == other.place && header(one).is_some() && header(one) == header(other)
}

fn with(scenario: &Scenario, changes: &[Change]) -> Scenario {
    let mut scenario = scenario.clone();
    changes.iter().for_each(|it| it.apply(&mut scenario));
    scenario
}

/// Leaves out one after the other what it goes without, until each is needed.
fn leave_out_the_needless(scenario: &Scenario, changes: &mut Vec<Change>) {
    let mut index = 0;
    while index < changes.len() {
        let mut fewer = changes.clone();
        fewer.remove(index);
        match is_readable(&with(scenario, &fewer)) {
            // Without it, an earlier one may have become needless too.
            true => {
                *changes = fewer;
                index = 0;
            }
            false => index += 1,
        }
    }
}

/// `Vary: Origin` wherever one origin is named: caches must not hand the answer to another.
fn recommended(scenario: &Scenario, changes: &[Change]) -> Vec<Change> {
    let names_one = |change: &&Change| match &change.kind {
        Kind::Header("Access-Control-Allow-Origin", value) => value != "*",
        _ => false,
    };
    let varied = |place: Place| {
        let lines = lines(scenario, place).into_iter().flatten();
        lines
            .filter(|(name, _)| is(name, "Vary"))
            .map(|(_, value)| value.clone())
            .collect::<Vec<_>>()
    };
    let change = |change: &Change| {
        let mut value = varied(change.place).join(", ");
        let mut parts = value.split(',').map(str::trim);
        if parts.any(|part| part == "*" || is(part, "Origin")) {
            return None;
        }
        if !value.is_empty() {
            value.push_str(", ");
        }
        value.push_str("Origin");
        Some(Change::new(change.place, Kind::Header("Vary", value)))
    };
    changes
        .iter()
        .filter(names_one)
        .filter_map(change)
        .collect()
}
