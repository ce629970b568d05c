//! A file's two parts: data between lines of `+++`, as TOML, then prose, as Markdown.

use serde::de::DeserializeOwned;

const FENCE: &str = "+++\n";

/// The data of a file, and its prose.
///
/// # Errors
/// There is no such part, or it is not what is asked for.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<(T, &str), String> {
    let rest = text
        .strip_prefix(FENCE)
        .ok_or("it should begin with a line `+++`")?;
    let (data, prose) = rest
        .split_once("\n+++\n")
        .ok_or("its data should end with a line `+++`")?;
    let data = toml::from_str(data).map_err(|error| error.to_string())?;
    Ok((data, prose))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Data {
        title: String,
    }

    #[test]
    fn data_and_prose_are_told_apart() {
        let (data, prose) =
            read::<Data>("+++\ntitle = \"A\"\n+++\n\nSome **prose**.\n").expect("both");
        assert_eq!(data.title, "A");
        assert_eq!(prose, "\nSome **prose**.\n");
    }

    #[test]
    fn what_is_missing_is_said() {
        let rows = [
            ("title = 1", "it should begin with a line `+++`"),
            (
                "+++\ntitle = \"A\"\n",
                "its data should end with a line `+++`",
            ),
            ("+++\nname = \"A\"\n+++\n", "missing field `title`"),
        ];
        for (text, wanted) in rows {
            let problem = read::<Data>(text).expect_err(text);
            assert!(problem.contains(wanted), "{text:?}: {problem}");
        }
    }
}
