//! Closing one's account.

use chrono::TimeDelta;
use domain::Error;
use sea_orm::{EntityTrait, QueryOrder};
use server::{
    accounts::{LogIn, close, log_in, person},
    bookings,
    entities::{bookings as rows, ledger_entries, listings, users},
    tokens::{self, WantedToken},
};
use uuid::Uuid;

use crate::{
    accounts::{PASSWORD, browser::Browser, newcomer, refused},
    stage::{book, hold, refusal},
    support::*,
};

fn typed() -> LogIn {
    LogIn {
        email: "isla@example.com".into(),
        password: PASSWORD.into(),
    }
}

stories! {
    async fn nothing_of_the_person_stays_and_nothing_lets_them_in(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        let issued = tokens::log_in(&state.ctx, typed()).await.unwrap();
        let wanted = WantedToken { id: Uuid::new_v4(), name: "A script".into(), scopes: vec!["profile".into()], expires_in: "never".into() };
        let made = tokens::make(&state.ctx, &isla, wanted).await.unwrap();
        for _twice in 0..2 {
            close(&state.ctx, &isla).await.unwrap();
        }
        let kept = users::Entity::find_by_id(isla.user_id).one(state.db()).await.unwrap().unwrap();
        assert_eq!((kept.first_name.as_str(), kept.last_name.as_str(), kept.phone), ("Former", "member", None));
        assert!(kept.archived_at.is_some() && !kept.email.contains("isla"));
        assert_eq!(browser.actor(&state).await, None);
        for token in [&issued.access_token, &made.token] {
            assert_eq!(tokens::who(&state.ctx, token).await.unwrap(), None);
        }
        assert_eq!(refused(log_in(&state.ctx, typed()).await)[0].0, "");
        assert_eq!(refusal(person(&state.ctx, isla.user_id).await), Error::NotFound("User"));
        newcomer(&state, "Isla", "isla@example.com").await;
    }

    async fn open_bookings_keep_an_account_open_on_both_sides(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let booking = hold(&state, &mina, &home, state.stay(30, 2)).await;
        for actor in [&ailsa, &mina] {
            let told = refusal(close(&state.ctx, actor).await).to_string();
            assert!(told.starts_with("You have open bookings."), "{told}");
        }
        bookings::release(&state.ctx, &mina, booking).await.unwrap();
        close(&state.ctx, &mina).await.unwrap();
        close(&state.ctx, &ailsa).await.unwrap();
        let home = listings::Entity::find_by_id(home.id).one(state.db()).await.unwrap().unwrap();
        assert!(home.archived_at.is_some(), "the homes of a closed account are off the site");
    }

    async fn bookings_and_ledger_of_the_past_stay_as_they_are(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        book(&state, &mina, &home, state.stay(3, 2)).await;
        state.clock.advance(TimeDelta::days(7));
        server::jobs::tick(&state.ctx).await.unwrap();
        let everything = async || {
            let bookings = rows::Entity::find().all(state.db()).await.unwrap();
            let ledger = ledger_entries::Entity::find().order_by_asc(ledger_entries::Column::Kind).all(state.db()).await.unwrap();
            (bookings, ledger.len())
        };
        let before = everything().await;
        let told = refusal(close(&state.ctx, &ailsa).await).to_string();
        assert!(told.contains("still to be paid out"), "{told}");
        close(&state.ctx, &mina).await.unwrap();
        assert_eq!(everything().await, before);
    }
}
