//! Made-up scenarios, most of them a step away from working or from failing.

mod answers;
mod random;
mod requests;
mod shrink;

use cors_engine::scenario::{FurtherSend, Page, Profile, Scenario};
use cors_engine::trace::Outcome;
use cors_engine::{PreflightCache, evaluate};

use random::Random;
pub use shrink::shrink;

/// Makes scenario number `number` of the ones that `seed` stands for, so that runs can be divided
/// and taken up again. No page can do what some draws say; those are drawn again.
pub fn scenario(seed: u64, number: u64) -> Scenario {
    let mut random = Random::new(seed, number);
    loop {
        let scenario = draw(&mut random);
        if evaluate(&scenario, &PreflightCache::new()).outcome != Outcome::Invalid {
            return scenario;
        }
    }
}

const PAGES: &[&str] = &[
    "https://app.example/",
    "https://app.example/",
    "https://app.example/",
    "http://app.example/",
    "https://app.example:8443/deep/page?query",
    "http://localhost:3000/",
    "http://127.0.0.1:5173/",
    "file:///home/me/index.html",
    "data:text/html,page",
];

fn draw(random: &mut Random) -> Scenario {
    let page = Page {
        url: random.one_of(PAGES).to_owned(),
        opaque: random.one_in(10),
    };
    let request = requests::draw(random);
    let hops = answers::draw(random, &page, &request);
    let mut scenario = Scenario {
        title: String::new(),
        page,
        request,
        hops,
        then: Vec::new(),
        profile: Profile::Chromium,
    };
    if random.one_in(8) {
        // The same again asks the preflight cache; another request shows what it does not cover.
        let request = match random.one_in(2) {
            true => scenario.request.clone(),
            false => requests::draw_like(random, &scenario.request),
        };
        let hops = answers::draw(random, &scenario.page, &request);
        scenario.then.push(FurtherSend {
            wait_s: 0,
            request,
            hops,
        });
    }
    scenario
}
