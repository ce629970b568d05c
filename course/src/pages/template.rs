//! The page that the playground was built as, of which the pages of the course are made.

/// Where the text of the course goes.
const COURSE: &str = "<!-- course -->";
/// What stands between these belongs to the stage, which some pages have not.
const STAGE: &str = "<!-- stage -->";
const END_OF_STAGE: &str = "<!-- end of stage -->";

/// A built page with a place for the course.
#[derive(Clone, Debug)]
pub struct Template {
    html: String,
}

/// Whether a page has the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Scenarios are opened on it.
    With,
    /// It is text alone, and loads no wasm.
    Without,
}

/// What makes a page of the course.
pub(super) struct Parts<'a> {
    /// How many folders below the playground it stands.
    pub(super) depth: usize,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// What kind of page it is, for its layout.
    pub(super) kind: &'a str,
    /// The link at the top that leads to where it belongs.
    pub(super) place: &'a str,
    /// What holds of it until a script says otherwise: an attribute of the whole page.
    pub(super) at_first: &'a str,
    pub(super) stage: Stage,
    /// The folder of the course's scripts and styles, and which script runs.
    pub(super) assets: &'a str,
    pub(super) script: Option<&'a str>,
    /// The text of the course, as HTML.
    pub(super) body: &'a str,
}

impl Template {
    /// Takes the built index.html.
    ///
    /// # Errors
    /// It has no place for the course, or no stage: a sentence says what to write into index.html.
    pub fn of_built_page(html: &str) -> Result<Template, String> {
        for (mark, times) in [(COURSE, 1), ("<body>", 1), ("</head>", 1), ("<html ", 1)] {
            if html.matches(mark).count() != times {
                return Err(format!("index.html needs {mark}, once"));
            }
        }
        if html.matches(STAGE).count() != html.matches(END_OF_STAGE).count()
            || !html.contains(STAGE)
        {
            return Err(format!(
                "index.html needs {STAGE} and {END_OF_STAGE} around all that is of the stage"
            ));
        }
        for (from, to) in [("<title>", "</title>"), ("<meta name=\"description\"", ">")] {
            if between(html, from, to).is_none() {
                return Err(format!("index.html needs {from}…{to}"));
            }
        }
        Ok(Template {
            html: html.to_owned(),
        })
    }

    /// A page of the course.
    pub(super) fn page(&self, parts: &Parts) -> String {
        let mut html = match parts.stage {
            Stage::With => self.html.clone(),
            Stage::Without => without_preloads(&without_stage(&self.html)),
        };
        html = replaced(&html, "<title>", "</title>", &super::escape(parts.title));
        let description = format!(" content=\"{}\"", super::escape(parts.description));
        html = replaced(&html, "<meta name=\"description\"", ">", &description);
        let up = "../".repeat(parts.depth);
        // Trunk writes addresses so, and nothing else in the page is an attribute that begins so.
        html = html.replace("=\"./", &format!("=\"{up}"));
        let assets = format!("{up}{}", parts.assets);
        let styles = format!("<link rel=\"stylesheet\" href=\"{assets}/course.css\">");
        html = html.replacen("</head>", &format!("{styles}</head>"), 1);
        if let Some(script) = parts.script {
            // Before all others, so that the app finds the scenario in the address when it starts.
            let script = format!("<script type=\"module\" src=\"{assets}/{script}\"></script>");
            html = html.replacen("<script", &format!("{script}<script"), 1);
        }
        let link = format!("href=\"{up}{}\"", parts.place);
        html = html.replacen(&link, &format!("{link} aria-current=\"true\""), 1);
        html = html.replacen("<html ", &format!("<html {} ", parts.at_first), 1);
        html = html.replacen(
            "<body>",
            &format!("<body data-course=\"{}\">", parts.kind),
            1,
        );
        html.replacen(COURSE, parts.body, 1)
    }
}

fn without_stage(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(STAGE) {
        out.push_str(before);
        rest = after
            .split_once(END_OF_STAGE)
            .map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// A page without what browsers would fetch ahead for the app. Trunk adds it at the end of the head, where no mark can be.
pub fn without_preloads(html: &str) -> String {
    let mut html = html.to_owned();
    for rel in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while let Some(start) = html.find(rel) {
            let end = html[start..]
                .find('>')
                .map_or(html.len(), |end| start + end + 1);
            html.replace_range(start..end, "");
        }
    }
    html
}

/// What stands between two texts: its place.
fn between(html: &str, from: &str, to: &str) -> Option<(usize, usize)> {
    let start = html.find(from)? + from.len();
    let end = start + html[start..].find(to)?;
    Some((start, end))
}

fn replaced(html: &str, from: &str, to: &str, by: &str) -> String {
    match between(html, from, to) {
        None => html.to_owned(),
        Some((start, end)) => [&html[..start], by, &html[end..]].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html lang=\"en\"><head><title>T</title><meta name=\"description\" content=\"D\">\
        <!-- stage --><script src=\"./start.js\"></script><!-- end of stage --><script src=\"./page.js\"></script>\
        <link rel=\"modulepreload\" href=\"./a.js\"><link rel=\"preload\" href=\"./a.wasm\"></head>\
        <body><a href=\"./learn/\">Learn</a><!-- course --><!-- stage --><div id=\"app\"></div><!-- end of stage --></body>";

    fn page(stage: Stage) -> String {
        let template = Template::of_built_page(PAGE).expect("it has all marks");
        template.page(&Parts {
            depth: 2,
            title: "A & B",
            description: "\"C\"",
            kind: "list",
            place: "learn/",
            at_first: "data-asked",
            stage,
            assets: "course-1",
            script: Some("find.js"),
            body: "<p>Text</p>",
        })
    }

    #[test]
    fn a_page_is_what_was_built_with_text_in_it() {
        assert_eq!(
            page(Stage::With),
            "<html data-asked lang=\"en\"><head><title>A &amp; B</title>\
             <meta name=\"description\" content=\"&quot;C&quot;\"><!-- stage -->\
             <script type=\"module\" src=\"../../course-1/find.js\"></script>\
             <script src=\"../../start.js\"></script><!-- end of stage -->\
             <script src=\"../../page.js\"></script>\
             <link rel=\"modulepreload\" href=\"../../a.js\"><link rel=\"preload\" href=\"../../a.wasm\">\
             <link rel=\"stylesheet\" href=\"../../course-1/course.css\"></head>\
             <body data-course=\"list\"><a href=\"../../learn/\" aria-current=\"true\">Learn</a><p>Text</p>\
             <!-- stage --><div id=\"app\"></div><!-- end of stage --></body>"
        );
    }

    #[test]
    fn a_page_of_text_loads_nothing_of_the_stage() {
        assert_eq!(
            page(Stage::Without),
            "<html data-asked lang=\"en\"><head><title>A &amp; B</title>\
             <meta name=\"description\" content=\"&quot;C&quot;\">\
             <script type=\"module\" src=\"../../course-1/find.js\"></script>\
             <script src=\"../../page.js\"></script>\
             <link rel=\"stylesheet\" href=\"../../course-1/course.css\"></head>\
             <body data-course=\"list\"><a href=\"../../learn/\" aria-current=\"true\">Learn</a><p>Text</p></body>"
        );
    }

    #[test]
    fn a_page_without_a_mark_is_refused() {
        for mark in [COURSE, END_OF_STAGE, "<title>", "</head>", "<body>"] {
            let html = PAGE.replace(mark, "");
            let problem = Template::of_built_page(&html).expect_err(mark);
            assert!(problem.starts_with("index.html needs "), "{problem}");
        }
    }
}
