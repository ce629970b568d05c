//! The table that both URL parsers are held against: natively here, in a browser by the app's tests.

use cors_engine::url::Url;

/// Checks every row.
pub(crate) fn check_url_table() {
    let rows = include_str!("../urls.txt").lines();
    let rows: Vec<&str> = rows.filter(|line| !line.starts_with('#')).collect();
    assert!(rows.len() > 60);
    for row in rows {
        let [input, base, wanted] = columns(row);
        let url = match base.as_str() {
            "" => Url::parse(&input),
            base => Url::parse(base).and_then(|base| base.join(&input)),
        };
        let found = url.map_or(String::from("failure"), |url| url.as_str().to_owned());
        assert_eq!(found, wanted, "{input:?} against {base:?}");
    }
}

/// Input, base and serialization of a row.
pub(crate) fn columns(row: &str) -> [String; 3] {
    let read = |text: &str| {
        let text = text.replace("\\t", "\t").replace("\\n", "\n");
        text.replace("\\\\", "\\")
    };
    let columns: Vec<String> = row.split('\t').map(read).collect();
    columns.try_into().expect("a row has three columns")
}
