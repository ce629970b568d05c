//! How long the engine takes: typical scenarios, the largest, and how the time grows.
//!
//! `cargo bench -p cors-engine` prints a time for each, and compares with the run before.
#![allow(missing_docs)]

mod scenarios;

use std::hint::black_box;

use cors_engine::{PreflightCache, Scenario, evaluate};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

criterion_group!(benches, typical, largest, growth, batch);
criterion_main!(benches);

fn time(criterion: &mut Criterion, name: &str, scenario: &Scenario) {
    criterion.bench_function(name, |bencher| {
        let cache = PreflightCache::new();
        bencher.iter(|| evaluate(black_box(scenario), &cache));
    });
}

/// What people have on the screen; the budget is 10 µs.
fn typical(criterion: &mut Criterion) {
    time(criterion, "typical/simple", &Scenario::opening());
    time(criterion, "typical/preflighted", &scenarios::preflighted());
}

/// As much as a scenario may have.
fn largest(criterion: &mut Criterion) {
    time(criterion, "largest/100 headers", &scenarios::headers(100));
    time(criterion, "largest/20 redirects", &scenarios::redirects(20));
}

/// The time of one header and of one redirect: where it stays the same, growth is linear.
fn growth(criterion: &mut Criterion) {
    let mut series = |name: &str, sizes: &[usize], scenario: fn(usize) -> Scenario| {
        let mut group = criterion.benchmark_group(name);
        for size in sizes {
            let scenario = scenario(*size);
            let elements = u64::try_from(*size).expect("sizes are small");
            group.throughput(Throughput::Elements(elements));
            group.bench_with_input(
                BenchmarkId::from_parameter(size),
                &scenario,
                |bencher, it| {
                    let cache = PreflightCache::new();
                    bencher.iter(|| evaluate(black_box(it), &cache));
                },
            );
        }
        group.finish();
    };
    series("growth/headers", &[1, 10, 100], scenarios::headers);
    series("growth/redirects", &[1, 5, 10, 20], scenarios::redirects);
}

/// A thousand scenarios one after the other, as a file of them has.
fn batch(criterion: &mut Criterion) {
    let scenarios = scenarios::batch(1000);
    let mut group = criterion.benchmark_group("batch");
    group.throughput(Throughput::Elements(1000));
    group.bench_function("1000 scenarios", |bencher| {
        bencher.iter_batched(
            PreflightCache::new,
            |cache| {
                for scenario in &scenarios {
                    black_box(evaluate(black_box(scenario), &cache));
                }
            },
            BatchSize::SmallInput,
        );
    });
    group.finish();
}
