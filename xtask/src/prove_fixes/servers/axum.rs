//! The server that the code for Axum is proven with.
@CODE@

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::any;

async fn users() -> Response {
    ([("x-total-count", "3"), ("x-handler", "ran")], "[]").into_response()
}

async fn login(request: Request, next: Next) -> Response {
    let is_private = request.uri().path() == "/private";
    if is_private && !request.headers().contains_key("authorization") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    next.run(request).await
}

#[tokio::main]
async fn main() {
    let broken = || async { StatusCode::INTERNAL_SERVER_ERROR };
    let app = Router::new()
        .route("/users", any(users))
        .route("/private", any(users))
        .route("/broken", any(broken))
        .layer(from_fn(login))
        .layer(cors());
    let port = std::env::var("PORT").expect("it is given");
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}"));
    axum::serve(listener.await.expect("it is free"), app).await.expect("it serves");
}
