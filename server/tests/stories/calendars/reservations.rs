//! The list of a host's reservations.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::{Error, bookings::State, listings::Status, reservations::When};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use server::{
    accounts::Actor,
    bookings,
    entities::bookings as rows,
    reservations::{self, Filter, ReservationsPage},
    telemetry::statements,
};
use uuid::Uuid;

use crate::{calendars::house::*, stage::*, support::*};

async fn page(state: &TestState, host: &Actor, filter: &Filter) -> ReservationsPage {
    reservations::list(&state.ctx, host, filter)
        .await
        .expect("a page")
}

async fn ids(state: &TestState, host: &Actor, when: When) -> Vec<Uuid> {
    let filter = Filter {
        when,
        ..Filter::default()
    };
    let page = page(state, host, &filter).await;
    page.reservations.iter().map(|card| card.id).collect()
}

/// So many copies of a booking, in this state, two on each day before `days` from today.
async fn copies(state: &TestState, of: Uuid, count: i64, days: i64, word: State) {
    let booking = row(state, of).await;
    let copies = (0..count).map(|number| {
        let stay = state.stay(days - number / 2, 1);
        let copy = rows::Model {
            id: Uuid::new_v4(),
            check_in: stay.check_in,
            check_out: stay.check_out,
            state: word.as_str().into(),
            ..booking.clone()
        };
        copy.into_active_model().reset_all()
    });
    rows::Entity::insert_many(copies)
        .exec_without_returning(state.db())
        .await
        .expect("copies");
}

stories! {
    async fn reservations_are_upcoming_current_past_and_cancelled(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).title("The loft").publish().await;
        let slow = state.home(&ailsa).with(|row| row.instant_book = sea_orm::ActiveValue::Set(false)).publish().await;
        let past = book(&state, &mina, &home, state.stay(1, 2)).await;
        let current = book(&state, &noor, &home, state.stay(7, 5)).await;
        let coming = book(&state, &mina, &home, state.stay(30, 2)).await;
        // Nobody accepts in time what was paid for.
        let lapsed = hold(&state, &mina, &slow, state.stay(20, 2)).await;
        card(&state, &mina, lapsed, GOOD).await;
        bookings::returned(&state.ctx, &mina, lapsed).await.expect("a return");
        let unpaid = hold(&state, &noor, &slow, state.stay(40, 2)).await;
        bookings::release(&state.ctx, &noor, unpaid).await.expect("a release");
        wait(&state.clock, 8 * 24 * 60);
        for _ in 0..2 {
            tick(&state).await;
        }
        let held = hold(&state, &mina, &slow, state.stay(3, 2)).await;
        assert_eq!(ids(&state, &ailsa, When::Upcoming).await, [held, coming]);
        assert_eq!(ids(&state, &ailsa, When::Current).await, [current]);
        assert_eq!(ids(&state, &ailsa, When::Past).await, [past]);
        assert_eq!(ids(&state, &ailsa, When::Cancelled).await, [lapsed]);
        let filter = Filter { when: When::Past, ..Filter::default() };
        let card = page(&state, &ailsa, &filter).await.reservations.remove(0);
        assert_eq!((card.guest.as_str(), card.home.title.as_str(), card.total.to_string().as_str()), ("Mina", "The loft", "£200.00"));
        assert_eq!((card.state, card.stay.nights(), card.guests), (State::Completed, 2, 2));
    }

    async fn a_stay_is_under_way_from_the_day_of_arrival_by_the_homes_calendar(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        for (town, before, begins, over) in [
            // Auckland is twelve hours ahead, Mexico City six behind.
            (AUCKLAND, at(9, 11), at(9, 12), at(12, 12)),
            (MEXICO_CITY, at(10, 5), at(10, 6), at(13, 6)),
            (EDINBURGH, at(9, 22), at(9, 23), at(12, 23)),
        ] {
            state.clock.set(at(1, 9));
            let home = state.home(&ailsa).town(town).publish().await;
            let id = book(&state, &mina, &home, domain::Stay { check_in: june(10), check_out: june(12) }).await;
            let told = async |instant| {
                state.clock.set(instant);
                let mut listed = Vec::new();
                for when in When::ALL {
                    let filter = Filter { when: *when, home: Some(home.id), after: None };
                    let page = page(&state, &ailsa, &filter).await;
                    listed.extend(page.reservations.iter().map(|card| (*when, card.id)));
                }
                listed
            };
            assert_eq!(told(before).await, [(When::Upcoming, id)], "{}", town.city);
            assert_eq!(told(begins).await, [(When::Current, id)], "{}", town.city);
            assert_eq!(told(over - TimeDelta::seconds(1)).await, [(When::Current, id)], "{}", town.city);
            assert_eq!(told(over).await, [(When::Past, id)], "{}", town.city);
        }
    }

    async fn every_reservation_is_on_one_page(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(300, 2)).await;
        copies(&state, id, 59, 299, State::Confirmed).await;
        copies(&state, id, 51, -2, State::Completed).await;
        for (when, sizes) in [(When::Upcoming, vec![25, 25, 10]), (When::Past, vec![25, 25, 1])] {
            let mut filter = Filter { when, ..Filter::default() };
            let (mut seen, mut counts) = (Vec::new(), Vec::new());
            loop {
                let page = page(&state, &ailsa, &filter).await;
                counts.push(page.reservations.len());
                seen.extend(page.reservations.into_iter().map(|card| (card.stay.check_in, card.id)));
                filter.after = page.next;
                if filter.after.is_none() {
                    break;
                }
            }
            assert_eq!(counts, sizes);
            let mut ordered: Vec<_> = seen.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
            if when == When::Past {
                ordered.reverse();
            }
            assert_eq!(seen, ordered, "in order, and each once");
        }
        // A cursor that is none begins anew.
        let odd = Filter { after: Some("tomorrow".into()), ..Filter::default() };
        assert_eq!(page(&state, &ailsa, &odd).await.reservations.len(), 25);
    }

    async fn a_deadline_that_no_request_can_have_is_no_place_to_begin(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let after = |place: &str| Some(format!("{place}.{}", Uuid::from_u128(7).simple()));
        for far in ["6311390400000000000", "-6311390400000000000"] {
            let filter = Filter { when: When::Requests, after: after(far), ..Filter::default() };
            assert!(page(&state, &ailsa, &filter).await.reservations.is_empty());
            assert_eq!(filter.check().expect_err("a refusal").fields()[0].field, "cursor");
        }
        for near in ["1780000000000000", "none"] {
            let filter = Filter { when: When::Requests, after: after(near), ..Filter::default() };
            assert_eq!(filter.check(), Ok(()));
        }
    }

    async fn one_home_is_picked(state: TestState) {
        let (ailsa, rosa, mina) = (state.host("Ailsa").await, state.host("Rosa").await, state.guest("Mina").await);
        let (loft, attic) = (state.home(&ailsa).title("Loft").publish().await, state.home(&ailsa).title("Attic").publish().await);
        let hers = state.home(&rosa).publish().await;
        let in_loft = book(&state, &mina, &loft, state.stay(3, 2)).await;
        book(&state, &mina, &attic, state.stay(5, 2)).await;
        let of = |home| Filter { home: Some(home), ..Filter::default() };
        state.home(&ailsa).title("").save_as(Status::Draft).await;
        let picked = page(&state, &ailsa, &of(loft.id)).await;
        assert_eq!(picked.reservations.iter().map(|card| card.id).collect::<Vec<_>>(), [in_loft]);
        // A draft has no reservations, and may still be asked for.
        let draft = state.home(&ailsa).title("").save_as(Status::Draft).await;
        assert!(page(&state, &ailsa, &of(draft.id)).await.reservations.is_empty());
        let titles: Vec<_> = picked.homes.iter().map(|home| home.title.as_str()).collect();
        assert_eq!(titles, ["Attic", "Loft"]);
        for foreign in [hers.id, Uuid::new_v4()] {
            let refused = reservations::list(&state.ctx, &ailsa, &of(foreign)).await;
            assert_eq!(refusal(refused), Error::NotFound("Home"));
        }
    }

    async fn others_see_nothing_of_it(state: TestState) {
        let (ailsa, rosa, mina) = (state.host("Ailsa").await, state.host("Rosa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        state.home(&rosa).publish().await;
        book(&state, &mina, &home, state.stay(3, 2)).await;
        for stranger in [&rosa, &mina] {
            assert!(ids(&state, stranger, When::Upcoming).await.is_empty());
        }
        assert!(page(&state, &mina, &Filter::default()).await.homes.is_empty());
    }

    async fn a_sample_home_has_no_host_to_tell(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let sample = state.home(&ailsa).with(|row| {
            row.owner_id = sea_orm::ActiveValue::Set(None);
            row.source = sea_orm::ActiveValue::Set(Some("inside-airbnb".into()));
        });
        let home = sample.publish().await;
        book(&state, &mina, &home, state.stay(3, 2)).await;
        assert!(ids(&state, &ailsa, When::Upcoming).await.is_empty());
    }

    async fn a_list_takes_two_statements(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        book(&state, &mina, &home, state.stay(3, 2)).await;
        for when in When::ALL {
            let filter = Filter { when: *when, home: Some(home.id), after: None };
            let (page, count) = statements::counted(reservations::list(&state.ctx, &ailsa, &filter)).await;
            assert_eq!((page.expect("a page").homes.len(), count), (1, 2));
        }
    }
}
