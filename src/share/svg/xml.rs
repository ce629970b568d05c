//! An [SVG](https://svgwg.org/svg2-draft/) in the making, element by element. All texts are escaped.

use crate::share::plain::{plain, shortened};

/// A point or an extent, in pixels: along, down.
pub(super) type Point = (usize, usize);

/// How a text lies at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Font {
    pub(super) size: usize,
    pub(super) weight: Weight,
    pub(super) family: Family,
    pub(super) colour: &'static str,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Heavy,
}

/// Whether all letters are as wide as each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Words,
    Code,
}

/// The picture so far.
#[derive(Default)]
pub(super) struct Svg(String);

impl Svg {
    /// The whole picture, with words for those who do not see it.
    pub(super) fn finish(self, (width, height): Point, title: &str, description: &str) -> String {
        let mut out = Svg(String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"",
        ));
        out.number("width", width);
        out.number("height", height);
        out.attribute(
            "font-family",
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
        );
        out.0.push_str(">\n<title id=\"title\">");
        out.escaped(plain(title));
        out.0.push_str("</title>\n<desc id=\"desc\">");
        out.escaped(plain(description));
        out.0.push_str("</desc>\n");
        out.0.push_str(&self.0);
        out.0.push_str("</svg>\n");
        out.0
    }

    /// Draws this after all that is drawn so far.
    pub(super) fn append(&mut self, other: Svg) {
        self.0.push_str(&other.0);
    }

    pub(super) fn rect(
        &mut self,
        (x, y): Point,
        (width, height): Point,
        fill: &str,
        line: Option<&str>,
    ) {
        self.0.push_str("<rect");
        self.number("x", x);
        self.number("y", y);
        self.number("width", width);
        self.number("height", height);
        self.attribute("fill", fill);
        if let Some(line) = line {
            self.number("rx", 7);
            self.attribute("stroke", line);
        }
        self.0.push_str("/>\n");
    }

    pub(super) fn circle(&mut self, (x, y): Point, fill: &str, line: &str) {
        self.0.push_str("<circle");
        self.number("cx", x);
        self.number("cy", y);
        self.number("r", 10);
        self.attribute("fill", fill);
        self.attribute("stroke", line);
        self.number("stroke-width", 2);
        self.0.push_str("/>\n");
    }

    /// A line from one point to another; `dashes` as SVG has them, empty for none.
    pub(super) fn line(
        &mut self,
        from: Point,
        to: Point,
        colour: &str,
        width: usize,
        dashes: &str,
    ) {
        self.0.push_str("<line");
        self.number("x1", from.0);
        self.number("y1", from.1);
        self.number("x2", to.0);
        self.number("y2", to.1);
        self.attribute("stroke", colour);
        self.number("stroke-width", width);
        if !dashes.is_empty() {
            self.attribute("stroke-dasharray", dashes);
        }
        self.0.push_str("/>\n");
    }

    /// The head of an arrow, whose point is here and whose back is at `back`.
    pub(super) fn head(&mut self, (x, y): Point, back: usize, colour: &str) {
        let path = format!("M{back} {}L{x} {y}L{back} {}Z", y - 5, y + 5);
        self.0.push_str("<path");
        self.attribute("d", &path);
        self.attribute("fill", colour);
        self.0.push_str("/>\n");
    }

    /// At most so many characters of a text. It stands out from the lines behind it.
    pub(super) fn text(
        &mut self,
        (x, y): Point,
        anchor: Anchor,
        font: Font,
        text: &str,
        most: usize,
    ) {
        self.0.push_str("<text");
        self.number("x", x);
        self.number("y", y);
        self.number("font-size", font.size);
        self.attribute("fill", font.colour);
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.attribute("text-anchor", "middle"),
            Anchor::End => self.attribute("text-anchor", "end"),
        }
        if font.weight == Weight::Heavy {
            self.number("font-weight", 650);
        }
        if font.family == Family::Code {
            self.attribute("font-family", "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace");
        }
        self.0.push('>');
        self.escaped(shortened(text, most).chars());
        self.0.push_str("</text>\n");
    }

    fn number(&mut self, name: &str, value: usize) {
        self.attribute(name, &value.to_string());
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.escaped(value.chars());
        self.0.push('"');
    }

    fn escaped(&mut self, text: impl Iterator<Item = char>) {
        for character in text {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(character),
            }
        }
    }
}
