//! What guest and host read of the booking's money.

use domain::Error;
use server::{
    accounts::Actor,
    payments::{self, Movement},
};

use crate::{money::scene::*, stage::*, support::*};

async fn told(state: &TestState, who: &Actor, scene: &Scene) -> Vec<Movement> {
    payments::timeline(&state.ctx, who, scene.id)
        .await
        .expect("the timeline")
}

stories! {
    async fn guest_and_host_read_the_same(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        wait(&state.clock, 5);
        scene.cancel(&state).await;
        passes(&state).await;
        let guests = told(&state, &scene.guest, &scene).await;
        assert_eq!(guests, told(&state, &scene.host, &scene).await);
        let amounts: Vec<(i64, i64)> = guests.iter().map(|it| (it.amount.minor, it.balance.minor)).collect();
        // Authorised, the price, taken, owed, gone back.
        assert_eq!(amounts, [(0, 0), (0, 0), (20_000, 20_000), (0, 20_000), (-20_000, 0)], "{guests:#?}");
        assert!(guests[2].sentence.contains("was taken from the card"));
    }

    async fn a_stranger_finds_nothing(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let zoe = state.guest("Zoe").await;
        let seen = payments::timeline(&state.ctx, &zoe, scene.id).await;
        assert_eq!(refusal(seen), Error::NotFound("Booking"));
        let file = payments::timeline_csv(&state.ctx, &zoe, scene.id).await;
        assert_eq!(refusal(file), Error::NotFound("Booking"));
    }

    async fn the_file_has_every_account(state: TestState) {
        let scene = Scene::paid_with(&state, VISA).await;
        let file = payments::timeline_csv(&state.ctx, &scene.host, scene.id).await.expect("a file");
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines.len(), 4, "{file}");
        assert!(lines[0].ends_with("guest,host,platform,tax,provider"));
        assert!(lines[2].ends_with("0.00,0.00,-200.00,200.00,0.00,0.00,0.00"), "{file}");
        assert!(lines[3].ends_with("200.00,200.00,200.00,0.00,0.00,0.00,-200.00"), "{file}");
    }
}
