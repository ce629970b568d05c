//! Further hops and further sends, written as what differs from those before.

use super::*;

#[test]
fn redirects() {
    check(&[
        (
            "v=1&status=302&res-header=Location:%20/b&hop=2&hop=3&pre=204&status=404",
            |it| {
                it.hops = vec![
                    Hop {
                        preflight: None,
                        response: Some(answer("302", &[("Location", "/b")])),
                    },
                    Hop::default(),
                    Hop {
                        preflight: preflight("204", &[]),
                        response: Some(answer("404", &[])),
                    },
                ];
            },
        ),
        ("v=1&hop=2&status", |it| {
            it.hops.push(Hop {
                preflight: None,
                response: None,
            });
        }),
    ]);
}

#[test]
fn further_sends() {
    check(&[
        ("v=1&method=PUT&then=3&then=0", |it| {
            it.request.method = "PUT".into();
            then(it, 3, |_| {});
            then(it, 0, |_| {});
        }),
        (
            "v=1&method=PUT&body=x&then=4294967295&method=GET&body&then=1&body=",
            |it| {
                it.request.method = "PUT".into();
                it.request.body = Some("x".into());
                then(it, u32::MAX, |send| {
                    send.request.method = "GET".into();
                    send.request.body = None;
                });
                then(it, 1, |send| send.request.body = Some(String::new()));
            },
        ),
        // Lists are written whole, or as none.
        (
            "v=1&header=A:%201&header=B:%202&then=0&header=A:%201&then=0&header",
            |it| {
                it.request.headers = lines(&[("A", "1"), ("B", "2")]);
                then(it, 0, |send| send.request.headers = lines(&[("A", "1")]));
                then(it, 0, |send| send.request.headers.clear());
            },
        ),
        // The modes stay as they were, whatever the API.
        (
            "v=1&api=xhr&upload=true&then=0&api=img&upload=false&then=0&mode=no-cors&credentials=include",
            |it| {
                it.request.api = Api::Xhr;
                it.request.upload_listener = true;
                then(it, 0, |send| {
                    send.request.api = Api::Img;
                    send.request.upload_listener = false;
                });
                then(it, 0, |send| {
                    send.request.mode = Mode::NoCors;
                    send.request.credentials = CredentialsMode::Include;
                });
            },
        ),
    ]);
}

#[test]
fn answers_to_further_sends() {
    check(&[
        (
            "v=1&pre=204&res-header=A:%201&then=5&status=500&res-header&then=5&pre&status=200",
            |it| {
                it.hops[0].preflight = preflight("204", &[]);
                it.hops[0].response = Some(answer("200", &[("A", "1")]));
                then(it, 5, |send| {
                    send.hops[0].response = Some(answer("500", &[]));
                });
                then(it, 5, |send| {
                    send.hops[0].preflight = None;
                    send.hops[0].response = Some(answer("200", &[]));
                });
            },
        ),
        (
            "v=1&pre=204&pre-header=A:%201&status&then=0&pre-header&status=200",
            |it| {
                it.hops[0].preflight = preflight("204", &[("A", "1")]);
                it.hops[0].response = None;
                then(it, 0, |send| {
                    send.hops[0].preflight = preflight("204", &[]);
                    send.hops[0].response = Some(Answer::default());
                });
            },
        ),
        ("v=1&hop=2&hop=3&then=0&hop=3&status=404", |it| {
            it.hops = vec![Hop::default(); 3];
            then(it, 0, |send| {
                send.hops[2].response = Some(answer("404", &[]));
            });
        }),
        // Fewer hops: `hop` alone ends the chain where it stands.
        (
            "v=1&hop=2&hop=3&then=0&hop=2&hop&then=0&status=404&hop&then=0&hop&then=0&hop=1&hop=2",
            |it| {
                it.hops = vec![Hop::default(); 3];
                then(it, 0, |send| send.hops.truncate(2));
                then(it, 0, |send| {
                    send.hops.truncate(1);
                    send.hops[0].response = Some(answer("404", &[]));
                });
                then(it, 0, |send| send.hops.clear());
                then(it, 0, |send| send.hops = vec![Hop::default(); 2]);
            },
        ),
    ]);
}
