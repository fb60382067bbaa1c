//! Ids of what a request creates.

use std::{cell::Cell, future::Future};

use uuid::Uuid;

tokio::task_local! {
    static KEYED: Keyed;
}

struct Keyed {
    seed: Uuid,
    made: Cell<u32>,
}

/// Runs a request that has a key. Every run of the same one has the same `seed`.
pub async fn within<F: Future>(seed: Uuid, work: F) -> F::Output {
    let keyed = Keyed {
        seed,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_request_that_runs_again_makes_the_same() {
        let run = |seed| within(Uuid::from_u128(seed), async { [new_id(), new_id()] });
        let first = run(1).await;
        assert_eq!(first, run(1).await);
        assert_ne!(first[0], first[1]);
        assert_ne!(first, run(2).await);
    }

    #[test]
    fn without_a_key_every_id_is_another() {
        assert_ne!(new_id(), new_id());
    }
}
