//! What came of it, as a table.

/// The columns in their order; what stands in none of the rows is left out.
const COLUMNS: [&str; 13] = [
    "all",
    "simple",
    "preflighted",
    "credentials",
    "any origin",
    "other origin",
    "401",
    "404",
    "500",
    "Vary",
    "odd names",
    "odder names",
    "forwarded",
];

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Yes,
    /// The code says in a sentence that it cannot be written.
    Refused(String),
    /// Nobody asked, for this reason.
    Skipped(String),
    No(String),
}

/// One stack.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    /// What it was proven with.
    pub(super) with: String,
    cells: Vec<(&'static str, Cell)>,
}

impl Row {
    pub(super) fn new(name: &str) -> Row {
        Row {
            name: name.to_owned(),
            with: String::new(),
            cells: Vec::new(),
        }
    }

    /// Enters one more thing that was seen.
    pub(super) fn enter(&mut self, column: &'static str, cell: Cell) {
        self.cells.push((column, cell));
    }

    /// A proof that could not even be made.
    pub(super) fn fail(&mut self, why: String) {
        self.enter("all", Cell::No(why));
    }

    fn of(&self, column: &str) -> Vec<&Cell> {
        let cells = self.cells.iter().filter(|(name, _)| *name == column);
        cells.map(|(_, cell)| cell).collect()
    }

    fn word(&self, column: &str) -> &'static str {
        let cells = self.of(column);
        let has_no = cells.iter().any(|cell| matches!(cell, Cell::No(_)));
        let has_yes = cells.iter().any(|cell| **cell == Cell::Yes);
        match (has_no, has_yes, cells.first()) {
            (true, _, _) => "NO",
            (false, true, _) => "yes",
            (false, false, Some(Cell::Skipped(_))) => "skipped",
            (false, false, Some(_)) => "refused",
            (false, false, None) => "",
        }
    }

    /// Everything that did not hold, a line each.
    pub(super) fn failures(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for (column, cell) in &self.cells {
            if let Cell::No(why) = cell {
                lines.push(format!("{}, {column}: {why}", self.name));
            }
        }
        lines.dedup();
        lines
    }

    fn remarks(&self) -> Vec<String> {
        let remarks = self.cells.iter().filter_map(|(column, cell)| match cell {
            Cell::Refused(why) | Cell::Skipped(why) => {
                Some(format!("{}, {column}: {why}", self.name))
            }
            _ => None,
        });
        remarks.collect()
    }
}

/// The table, then why some were not asked, then what did not hold.
pub(super) fn table(rows: &[Row]) -> String {
    let is_used = |column: &&str| rows.iter().any(|row| !row.of(column).is_empty());
    let columns: Vec<&str> = COLUMNS.into_iter().filter(is_used).collect();
    let head = ["stack", "with"].into_iter().chain(columns.iter().copied());
    let mut lines = vec![head.map(String::from).collect::<Vec<_>>()];
    for row in rows {
        let words = columns.iter().map(|column| row.word(column).to_owned());
        let start = [row.name.clone(), row.with.clone()];
        lines.push(start.into_iter().chain(words).collect());
    }
    let mut text = aligned(&lines);
    for line in rows.iter().flat_map(Row::remarks) {
        text.push_str(&format!("\n{line}"));
    }
    for line in rows.iter().flat_map(Row::failures) {
        text.push_str(&format!("\n{line}"));
    }
    text
}

fn aligned(lines: &[Vec<String>]) -> String {
    let count = lines.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let cells = lines.iter().map(|line| line[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let cells = line.iter().zip(&widths);
        let cells = cells.map(|(cell, width)| format!("{cell:width$}"));
        let line = cells.collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_no_outweighs_all() {
        let mut one = Row::new("A");
        one.with = "a 1".to_owned();
        one.enter("404", Cell::Yes);
        one.enter("404", Cell::No("why".to_owned()));
        one.enter("odd names", Cell::Refused("it cannot".to_owned()));
        let mut two = Row::new("Bee");
        two.enter("404", Cell::Yes);
        assert_eq!(
            table(&[one, two]),
            "stack  with  404  odd names\n\
             A      a 1   NO   refused\n\
             Bee          yes\n\
             \n\
             A, odd names: it cannot\n\
             A, 404: why"
        );
    }
}
