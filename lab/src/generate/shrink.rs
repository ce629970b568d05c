//! Makes a failing scenario as small as it can be while it still fails.

use cors_engine::scenario::{HeaderLines, Hop, Page, ReferrerPolicy, Scenario, ScenarioRequest};

/// The smallest scenario found for which `fails`. Tries one simplification after the other, until
/// none is left that keeps it failing.
pub fn shrink(scenario: &Scenario, mut fails: impl FnMut(&Scenario) -> bool) -> Scenario {
    let mut smallest = scenario.clone();
    let mut first = 0;
    loop {
        let candidates = simpler(&smallest);
        // Those before the one that succeeded last are tried last: they failed a moment ago.
        let found = (0..candidates.len())
            .map(|offset| (first + offset) % candidates.len())
            .find(|index| candidates[*index] != smallest && fails(&candidates[*index]));
        match found {
            Some(index) => {
                smallest = candidates[index].clone();
                first = index;
            }
            None => return smallest,
        }
    }
}

/// All scenarios that are one step simpler.
fn simpler(scenario: &Scenario) -> Vec<Scenario> {
    let mut all = Vec::new();
    let mut add = |change: &dyn Fn(&mut Scenario)| {
        let mut simpler = scenario.clone();
        change(&mut simpler);
        all.push(simpler);
    };
    add(&|it| it.then.clear());
    if let Some(last) = scenario.then.last() {
        add(&|it| {
            it.request = last.request.clone();
            it.hops = last.hops.clone();
            it.then.clear();
        });
        for change in REQUEST {
            add(&|it| {
                it.then
                    .iter_mut()
                    .for_each(|send| change(&mut send.request))
            });
        }
        add(&|it| it.then.iter_mut().for_each(|send| send.hops.truncate(1)));
        let hops = &scenario.hops;
        add(&|it| {
            it.then
                .iter_mut()
                .for_each(|send| send.hops.clone_from(hops))
        });
    }
    add(&|it| it.hops.truncate(1));
    add(&|it| drop(it.hops.pop()));
    add(&|it| {
        it.page = Page {
            url: "https://app.example/".to_owned(),
            ..it.page.clone()
        }
    });
    add(&|it| it.page.opaque = false);
    add(&|it| it.page.proxy.clear());
    for change in REQUEST {
        add(&|it| change(&mut it.request));
    }
    for line in 0..scenario.request.headers.len() {
        add(&|it| drop(it.request.headers.remove(line)));
    }
    for (index, hop) in scenario.hops.iter().enumerate() {
        for change in HOP {
            add(&|it| change(&mut it.hops[index]));
        }
        let lines = |headers: Option<&HeaderLines>| 0..headers.map_or(0, Vec::len);
        for line in lines(hop.response.as_ref().map(|it| &it.headers)) {
            add(&|it| {
                if let Some(answer) = &mut it.hops[index].response {
                    answer.headers.remove(line);
                }
            });
        }
        for line in lines(hop.preflight.as_ref().map(|it| &it.headers)) {
            add(&|it| {
                if let Some(answer) = &mut it.hops[index].preflight {
                    answer.headers.remove(line);
                }
            });
        }
    }
    all
}

const REQUEST: [fn(&mut ScenarioRequest); 6] = [
    |request| request.body = None,
    |request| request.method = "GET".to_owned(),
    |request| request.referrer_policy = ReferrerPolicy::Default,
    |request| request.upload_listener = false,
    |request| request.credentials = request.api.default_credentials(request.mode),
    |request| request.url = "https://api.example/data".to_owned(),
];

const HOP: [fn(&mut Hop); 3] = [
    |hop| hop.preflight = None,
    |hop| {
        if let Some(answer) = &mut hop.response {
            answer.body = String::new();
        }
    },
    |hop| {
        if let Some(answer) = &mut hop.response {
            answer.status = "200".to_owned();
        }
    },
];
