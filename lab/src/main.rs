//! The command `cors-lab`.

use cors_engine::Scenario;
use cors_lab::verify::Lab;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut lab = Lab::start()?;
    println!("{}", lab.version());
    for difference in lab.verify(&Scenario::opening())?.differences() {
        println!("{difference}");
    }
    Ok(())
}
