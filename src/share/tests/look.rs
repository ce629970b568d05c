//! Look.
use super::super::*;
#[test]
fn look() {
    let f = std::env::var("F").unwrap_or_default();
    for format in Format::ALL {
        println!("=== {format:?}");
        let it = Shared {
            fragment: &f,
            address: "https://cors.example/",
            send: 0,
        };
        let text = shared(format, it);
        if let (Format::Svg, Ok(t)) = (format, &text) {
            std::fs::write("/tmp/share.svg", t).unwrap();
            continue;
        }
        match text {
            Ok(t) => println!("{t}"),
            Err(t) => println!("ERR {t}"),
        }
    }
    println!("{}", about(&f));
}
