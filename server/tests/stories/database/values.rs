//! What is written is what is read: instants, dates, ids, words of any script.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, Statement,
};
use server::{
    database::is_duplicate,
    entities::{exchange_rates, legacy_ids, nights, webhook_events},
};
use uuid::Uuid;

use crate::support::*;

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

async fn receive(state: &TestState, id: &str, at: DateTime<Utc>) {
    let event = webhook_events::ActiveModel {
        id: Set(id.into()),
        kind: Set("payment_intent.succeeded".into()),
        received_at: Set(at),
        ..Default::default()
    };
    event.insert(state.db()).await.expect("an event");
}

async fn remember(
    state: &TestState,
    kind: &str,
    old_id: &str,
    id: Uuid,
) -> Result<(), sea_orm::DbErr> {
    let row = legacy_ids::ActiveModel {
        kind: Set(kind.into()),
        old_id: Set(old_id.into()),
        id: Set(id),
    };
    legacy_ids::Entity::insert(row)
        .exec_without_returning(state.db())
        .await
        .map(|_| ())
}

stories! {
    async fn instants_keep_their_microseconds_and_their_order(state: TestState) {
        let times = [
            "2026-05-31T23:59:59.999999Z",
            "2026-06-01T00:00:00Z",
            "2026-06-01T00:00:00.000001Z",
            "2026-06-01T00:00:00.1Z",
            "2026-06-01T00:00:00.100001Z",
            "2026-06-01T00:00:00.12Z",
            "2040-01-01T00:00:00.000123Z",
        ];
        for position in [3, 0, 6, 1, 5, 2, 4] {
            receive(&state, &position.to_string(), instant(times[position])).await;
        }
        let sorted = webhook_events::Entity::find().order_by_asc(webhook_events::Column::ReceivedAt);
        let sorted = sorted.all(state.db()).await.expect("events");
        let read: Vec<_> = sorted.iter().map(|event| event.received_at).collect();
        assert_eq!(read, times.map(instant));
        let after = webhook_events::Column::ReceivedAt.gt(instant(times[2]));
        let later = webhook_events::Entity::find().filter(after).all(state.db()).await.expect("events");
        assert_eq!(later.len(), 4);
        let exactly = webhook_events::Column::ReceivedAt.eq(instant(times[4]));
        let one = webhook_events::Entity::find().filter(exactly).all(state.db()).await.expect("events");
        assert_eq!(one.len(), 1);
    }

    async fn dates_are_dates_whatever_the_zone(state: TestState) {
        let day = NaiveDate::from_ymd_opt(2028, 2, 29).expect("a leap day");
        let rate = exchange_rates::ActiveModel { currency: Set("GBP".into()), rate_micro: Set(1_184_834), as_of: Set(day) };
        rate.insert(state.db()).await.expect("a rate");
        let on_it = exchange_rates::Entity::find().filter(exchange_rates::Column::AsOf.between(day, day));
        assert_eq!(on_it.one(state.db()).await.expect("a look").expect("the rate").as_of, day);
    }

    async fn ids_are_sixteen_bytes(state: TestState) {
        let id = Uuid::new_v4();
        remember(&state, "user", "42", id).await.expect("a row");
        let found = legacy_ids::Entity::find().filter(legacy_ids::Column::Id.eq(id)).one(state.db()).await;
        assert_eq!(found.expect("a look").expect("the row").id, id);
        let sql = "SELECT LENGTH(id) FROM legacy_ids";
        let row = state.db().query_one_raw(Statement::from_string(state.db().get_database_backend(), sql)).await;
        let length: i64 = row.expect("a look").expect("the row").try_get_by_index(0).expect("a number");
        assert_eq!(length, 16);
    }

    async fn words_of_any_script_are_kept_and_compared_exactly(state: TestState) {
        for (number, word) in ["李明", "Siobhán 🏡🏴󠁧󠁢󠁳󠁣󠁴󠁿", "ليلى", "Éire", "éire", "Eire", "O'Brien \\ \"x\" %_"].iter().enumerate() {
            remember(&state, "word", word, Uuid::from_u128(number as u128)).await.expect("a row");
            let found = legacy_ids::Entity::find_by_id(("word".to_owned(), (*word).to_owned())).one(state.db()).await;
            assert_eq!(found.expect("a look").expect(word).id, Uuid::from_u128(number as u128));
        }
    }

    async fn a_night_is_taken_once(state: TestState) {
        let (listing_id, night) = (Uuid::new_v4(), state.day(3));
        let taken = nights::ActiveModel {
            listing_id: Set(listing_id),
            night: Set(night),
            booking_id: Set(Some(Uuid::new_v4())),
            block_id: Set(None),
            kind: Set("booking".into()),
        };
        nights::Entity::insert(taken.clone()).exec_without_returning(state.db()).await.expect("the first");
        let second = nights::Entity::insert(taken).exec_without_returning(state.db()).await;
        assert!(is_duplicate(&second.expect_err("the second")));
    }
}
