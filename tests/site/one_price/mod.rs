//! One price: for random homes and stays the card, the price box, the API, the checkout, the provider, the ledger, the trip,
//! the receipt and the letters show the same total and the same lines.

mod dice;
mod journey;

use dice::Dice;
use domain::pricing::Fees;
use journey::Journey;

/// Homes with a stay each. The seed is the test's number: a failure names it.
const ROUNDS: u64 = 40;

#[tokio::test]
async fn everybody_reads_the_same_price_wherever_they_read_it() {
    let fees = Fees {
        guest_bp: 1_175,
        host_bp: 325,
    };
    let mut journey = Journey::begin(fees).await;
    for seed in 1..=ROUNDS {
        journey.travel(&mut Dice::of(seed), seed).await;
    }
}

#[tokio::test]
async fn and_so_they_do_where_the_platform_takes_nothing() {
    let mut journey = Journey::begin(Fees::default()).await;
    for seed in 1_001..=1_000 + ROUNDS / 4 {
        journey.travel(&mut Dice::of(seed), seed).await;
    }
}
