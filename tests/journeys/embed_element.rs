//! The playground in pages of other sites.

use crate::page::Page;

#[tokio::test]
async fn beside_a_frame_stands_a_plain_link() {
    let page = Page::open_host("plain.html").await;
    let link = page.finds("//a[normalize-space()='The scenario in the CORS Playground']");
    let address = link.await.attr("href").await.expect("a link");
    assert!(
        address.is_some_and(|it| it.ends_with("/#v=1")),
        "it opens the same scenario"
    );
    page.client.close().await.expect("the browser ends");
}
