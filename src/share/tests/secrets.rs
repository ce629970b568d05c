//! Secrets stay.

use super::*;

const SECRETS: &str = "v=1&method=PUT&header=authorization:%20bearer%20s3cret-1&header=X-A:%201\
    &header=Proxy-Authorization:%20Digest%20s3cret-2&header=Cookie:%20id=s3cret-3\
    &pre=204&pre-header=Access-Control-Allow-Origin:%20*&pre-header=Access-Control-Allow-Methods:%20PUT\
    &pre-header=Access-Control-Allow-Headers:%20authorization,x-a&then=1&header=Authorization:%20s3cret-4";

#[test]
fn no_format_holds_a_secret() {
    for format in Format::ALL {
        for send in 0..2 {
            for api in ["", "&api=xhr", "&api=curl"] {
                let fragment = SECRETS.replacen("v=1", &format!("v=1{api}"), 1);
                let told = in_format(format, &fragment, send);
                assert!(!told.contains("s3cret"), "{format:?}, {api}: {told}");
            }
        }
    }
    let about = super::super::about(SECRETS);
    assert!(!about.contains("s3cret"), "{about}");
    assert!(
        about.contains("header=authorization:%20bearer%20***"),
        "{about}"
    );
    let names = r#""masked":["authorization","Proxy-Authorization","Cookie"]"#;
    assert!(about.contains(names), "{about}");
}

#[test]
fn what_a_link_has_left_out_is_told_as_well() {
    let about = super::super::about("v=1&header=Authorization:%20***");
    assert!(about.contains(r#""masked":["Authorization"]"#), "{about}");
    let about = super::super::about("v=1&header=Authorization:%20&header=X-A:%20***");
    assert!(about.contains(r#""masked":[]"#), "{about}");
}
