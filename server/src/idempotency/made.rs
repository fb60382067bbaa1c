//! Ids of what a request creates, and whether it runs for the first time.

use std::{cell::Cell, future::Future};

use uuid::Uuid;

tokio::task_local! {
    static KEYED: Keyed;
}

struct Keyed {
    seed: Uuid,
    again: bool,
    made: Cell<u32>,
}

/// Runs a request that has a key. Every run of the same one has the same `seed`; `again` says that there was one before.
pub async fn within<F: Future>(seed: Uuid, again: bool, work: F) -> F::Output {
    let keyed = Keyed {
        seed,
        again,
        made: Cell::new(0),
    };
    KEYED.scope(keyed, work).await
}

/// An id for something new: of chance, except in a request that has a key, where every run gets the same ids in the same order. It is
/// asked for before the transaction that writes it, which may be tried more than once.
pub fn new_id() -> Uuid {
    let keyed = KEYED.try_with(|keyed| {
        let number = keyed.made.get();
        keyed.made.set(number + 1);
        Uuid::new_v5(&keyed.seed, &number.to_be_bytes())
    });
    keyed.unwrap_or_else(|_| Uuid::new_v4())
}

/// Whether this request was begun before, and its answer was lost: then what it asks for may be done already. It is for operations
/// that make nothing with an id.
pub fn is_again() -> bool {
    KEYED.try_with(|keyed| keyed.again).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_request_that_runs_again_makes_the_same() {
        let run = |seed| within(Uuid::from_u128(seed), false, async { [new_id(), new_id()] });
        let first = run(1).await;
        assert_eq!(first, run(1).await);
        assert_ne!(first[0], first[1]);
        assert_ne!(first, run(2).await);
    }

    #[tokio::test]
    async fn a_request_knows_whether_it_runs_again() {
        for again in [false, true] {
            let known = within(Uuid::from_u128(1), again, async { is_again() }).await;
            assert_eq!(known, again);
        }
    }

    #[test]
    fn without_a_key_every_id_is_another_and_every_run_the_first() {
        assert_ne!(new_id(), new_id());
        assert!(!is_again());
    }
}
