//! The CORS Playground.
