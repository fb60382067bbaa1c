//! How long sessions live, what the database knows of them, and what they cost.

use chrono::TimeDelta;
use domain::listings::Status;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::{
    bookings,
    entities::{sessions, users},
    sessions::{answer_by, delete_expired, is_host},
    telemetry::statements::counted,
};

use crate::{
    accounts::{browser::Browser, newcomer},
    stage,
    support::*,
};

async fn kept(state: &TestState) -> u64 {
    sessions::Entity::find()
        .count(state.db())
        .await
        .expect("a count")
}

stories! {
    async fn a_session_ends_after_two_weeks_without_a_request(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        for _visit in 0..3 {
            state.clock.advance(TimeDelta::days(13));
            assert!(browser.actor(&state).await.is_some());
        }
        state.clock.advance(TimeDelta::days(14));
        assert_eq!(browser.actor(&state).await, None);
    }

    async fn a_session_ends_after_sixty_days_in_any_case(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        for _day in 0..59 {
            state.clock.advance(TimeDelta::days(1));
            assert!(browser.actor(&state).await.is_some());
        }
        state.clock.advance(TimeDelta::days(1));
        assert_eq!(browser.actor(&state).await, None);
    }

    async fn only_sessions_that_have_ended_are_forgotten(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        Browser::of(&state, &isla).await;
        state.clock.advance(TimeDelta::days(10));
        let mut later = Browser::of(&state, &isla).await;
        state.clock.advance(TimeDelta::days(4));
        delete_expired(&state.ctx).await.unwrap();
        assert_eq!(kept(&state).await, 1);
        assert!(later.actor(&state).await.is_some());
    }

    async fn who_reads_the_database_cannot_take_over_a_session(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let browser = Browser::of(&state, &isla).await;
        let id = browser.cookie.unwrap();
        let row = sessions::Entity::find().one(state.db()).await.unwrap().unwrap();
        assert_eq!((row.id_hash.len(), row.user_id), (32, Some(isla.user_id)));
        assert!(!row.id_hash.windows(16).any(|part| part == id.0.to_le_bytes() || part == id.0.to_be_bytes()));
        assert!(!row.data.contains(&id.to_string()));
    }

    async fn a_visitor_who_only_looks_has_no_session(state: TestState) {
        let mut browser = Browser::default();
        let (actor, statements) = counted(browser.actor(&state)).await;
        assert_eq!((actor, statements, browser.cookie), (None, 0, None));
        assert_eq!(kept(&state).await, 0);
    }

    async fn a_session_costs_a_request_one_statement(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        state.clock.advance(TimeDelta::hours(23));
        let (actor, statements) = counted(browser.actor(&state)).await;
        assert_eq!((actor, statements), (Some(isla), 1));
    }

    async fn a_session_that_was_ended_does_not_come_back(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        let stolen = browser.cookie;
        let slow_request = browser.request(&state, async |session| {
            session.insert("seen", true).await.unwrap();
            server::sessions::end_others(state.db(), isla.user_id, None).await
        });
        slow_request.await.unwrap();
        assert_eq!(Browser { cookie: stolen }.actor(&state).await, None);
        assert_eq!(kept(&state).await, 0);
    }

    async fn a_closed_account_has_no_sessions(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        let closed = users::ActiveModel { archived_at: Set(Some(state.now())), ..Default::default() };
        let update = users::Entity::update_many().set(closed).filter(users::Column::Id.eq(isla.user_id));
        update.exec(state.db()).await.unwrap();
        assert_eq!(browser.actor(&state).await, None);
    }

    async fn servers_share_their_sessions(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let browser = Browser::of(&state, &isla).await;
        let other = server::sessions::Store::new(&state.another_server().await);
        let session = tower_sessions::Session::new(browser.cookie, std::sync::Arc::new(other), None);
        assert_eq!(server::sessions::actor(&session).await.unwrap(), Some(isla));
    }

    async fn a_session_knows_of_ones_first_home_from_the_next_request_on(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        let mut asked = async || browser.request(&state, async |session| is_host(session).await).await;
        assert!(!asked().await.unwrap());
        state.home(&state.host("Ailsa").await).publish().await;
        assert!(!asked().await.unwrap(), "another's home");
        state.home(&isla).save_as(Status::Draft).await;
        assert!(asked().await.unwrap());
    }

    async fn a_session_knows_until_when_the_first_request_must_be_answered(state: TestState) {
        let (isla, mina) = (newcomer(&state, "Isla", "isla@example.com").await, state.guest("Mina").await);
        let (mut browser, mut hers) = (Browser::of(&state, &isla).await, Browser::of(&state, &mina).await);
        let asked = async |browser: &mut Browser| browser.request(&state, async |session| answer_by(session).await).await.unwrap();
        let slow = state.home(&isla).with(|row| row.instant_book = Set(false)).publish().await;
        assert_eq!(asked(&mut browser).await, None);
        let mut requests = Vec::new();
        for days in [10, 20] {
            let id = stage::hold(&state, &mina, &slow, state.stay(days, 2)).await;
            assert_eq!(asked(&mut browser).await, requests.first().map(|(_, until)| *until), "a hold is no request");
            stage::card(&state, &mina, id, stage::GOOD).await;
            bookings::returned(&state.ctx, &mina, id).await.unwrap();
            requests.push((id, stage::row(&state, id).await.respond_by.unwrap()));
            state.clock.advance(TimeDelta::hours(1));
        }
        assert_eq!(asked(&mut browser).await, Some(requests[0].1));
        assert_eq!(asked(&mut hers).await, None, "the guest's");
        bookings::decline(&state.ctx, &isla, requests[0].0, "The roof leaks.").await.unwrap();
        assert_eq!(asked(&mut browser).await, Some(requests[1].1));
        state.clock.set(requests[1].1);
        assert_eq!(asked(&mut browser).await, None, "its time is over");
    }
}
