//! The preflight cache: what earlier preflights allowed, and for how long still.

use cors_engine::PreflightCache;
use cors_engine::cors_preflight_cache::Allows;

/// An entry.
#[derive(Clone, Debug, PartialEq)]
pub struct CacheRow {
    /// What it allows.
    pub allows: String,
    /// Where, to whom.
    pub place: String,
    /// The seconds that it has left.
    pub seconds: u64,
}

/// The entries of a cache.
pub(super) fn cache(cache: &PreflightCache) -> Vec<CacheRow> {
    let row = |(entry, seconds): (&cors_engine::cors_preflight_cache::CacheEntry, u64)| CacheRow {
        allows: match &entry.allows {
            Allows::Method(method) => format!("method {method}"),
            Allows::HeaderName(name) => format!("header {name}"),
            Allows::SafelistedMethods => "safelisted methods".into(),
        },
        place: format!("{} for {}", entry.url, entry.serialized_origin),
        seconds,
    };
    cache.entries().map(row).collect()
}
