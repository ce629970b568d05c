//! Where in the scenario the next pair belongs: in which send, in which hop.

use cors_engine::scenario::{
    Answer, FurtherSend, HeaderLines, Hop, MOST_HOPS, MOST_SENDS, PreflightAnswer, ScenarioRequest,
};

use crate::number;
use crate::problem::Reason;
use crate::reader::Reader;

/// One send and one hop too many are kept while they are read, so that what is said about them does
/// not land in the one before.
impl Reader {
    /// Begins a further send, which is as the one before until more is said.
    pub(crate) fn further_send(&mut self, wait: &str) -> Result<(), Reason> {
        self.hop = 0;
        let wait_s = number::read(wait);
        let send = FurtherSend {
            wait_s: wait_s.unwrap_or(0),
            request: self.request().clone(),
            hops: self.hops().clone(),
        };
        let then = &mut self.link.scenario.then;
        then.truncate(MOST_SENDS);
        then.push(send);
        if then.len() > MOST_SENDS {
            return Err(Reason::TooManySends);
        }
        wait_s.map(drop).ok_or(Reason::NotSeconds)
    }

    /// Begins the hop with this number.
    pub(crate) fn further_hop(&mut self, number: &str) -> Result<(), Reason> {
        let next = self.hops().len() + 1;
        let named = number::read(number).map_or(0, |number| number as usize);
        let is_fitting = self.hop < named && named <= next;
        let number = match is_fitting {
            true => named,
            false => next.min(self.hop.max(1) + 1),
        };
        self.hop = number.min(MOST_HOPS + 1);
        self.hop();
        match is_fitting {
            false => Err(Reason::NotTheNextHop),
            true if number > MOST_HOPS => Err(Reason::TooManyHops),
            true => Ok(()),
        }
    }

    /// Ends the chain after the hop that is being read; before the first one, there is none.
    pub(crate) fn end_hops(&mut self) {
        let hop = self.hop;
        self.hops().truncate(hop);
    }

    /// The request of the send that is being read.
    pub(crate) fn request(&mut self) -> &mut ScenarioRequest {
        match self.link.scenario.then.last_mut() {
            None => &mut self.link.scenario.request,
            Some(send) => &mut send.request,
        }
    }

    /// Its hops.
    pub(crate) fn hops(&mut self) -> &mut Vec<Hop> {
        match self.link.scenario.then.last_mut() {
            None => &mut self.link.scenario.hops,
            Some(send) => &mut send.hops,
        }
    }

    /// The hop that is being read: the first one, unless another was named.
    pub(crate) fn hop(&mut self) -> &mut Hop {
        self.hop = self.hop.max(1);
        let hop = self.hop;
        let hops = self.hops();
        if hops.len() < hop {
            hops.push(Hop::default());
        }
        &mut hops[hop - 1]
    }

    /// The answer to its preflight. Whoever says something about it gives the server a handler.
    pub(crate) fn preflight(&mut self) -> &mut PreflightAnswer {
        let answer = || PreflightAnswer {
            status: Answer::default().status,
            headers: HeaderLines::new(),
        };
        self.hop().preflight.get_or_insert_with(answer)
    }

    /// The answer to its request.
    pub(crate) fn response(&mut self) -> &mut Answer {
        self.hop().response.get_or_insert_with(Answer::default)
    }
}
