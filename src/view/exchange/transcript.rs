//! The wire as text, equal in content to the picture.

use super::{Gate, Lit, MessageView, Reach, Travel, What, WireRow, WireView};

impl WireView {
    /// A line for each row, in order.
    pub fn transcript(&self) -> Vec<String> {
        self.rows.iter().map(|row| self.in_words(row)).collect()
    }

    fn in_words(&self, row: &WireRow) -> String {
        match &row.what {
            What::Gate(gate) => decision(gate),
            What::Message(message) => self.message(message),
        }
    }

    fn message(&self, message: &MessageView) -> String {
        let mut text = String::from(message.travel.in_words(self.client));
        text.push_str(&message.title);
        if let Some(server) = message.server_of(self).filter(|_| self.servers.len() > 1) {
            text.push_str(" (");
            text.push_str(server);
            text.push(')');
        }
        let missing = |lit| match lit {
            Lit::Missing => "no ",
            _ => "",
        };
        let lines = message
            .lines
            .iter()
            .map(|line| (missing(line.lit), &line.text));
        for (no, line) in lines.chain(message.folded.iter().map(|line| ("", line))) {
            text.push_str("; ");
            text.push_str(no);
            text.push_str(line);
        }
        for note in [message.cookies, message.note, reach(message.reach)]
            .into_iter()
            .flatten()
        {
            text.push_str("; ");
            text.push_str(note);
        }
        text.push('.');
        text
    }
}

impl MessageView {
    /// The host of the server that takes part, if one does.
    pub fn server_of<'a>(&self, wire: &'a WireView) -> Option<&'a str> {
        let server = match self.travel {
            Travel::PageToBrowser | Travel::BrowserToPage => return None,
            Travel::ServerToThirdParty | Travel::ThirdPartyToServer => self.third_party,
            Travel::BrowserToServer | Travel::ServerToBrowser => self.server,
        };
        wire.servers.get(server).map(String::as_str)
    }
}

fn decision(gate: &Gate) -> String {
    let end = if gate.text.ends_with('.') { "" } else { "." };
    format!(
        "Browser decides. {} {} {}{end}",
        gate.name,
        gate.tone.sign(),
        gate.text
    )
}

fn reach(reach: Reach) -> Option<&'static str> {
    match reach {
        Reach::Withheld => Some("it stops in the browser"),
        _ => None,
    }
}
