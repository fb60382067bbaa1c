//! One reservation, as the host of its home sees it.

use domain::{Error, bookings::State};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::{
    accounts::Actor,
    bookings,
    entities::{bookings as rows, ledger_entries, listings, users},
    reservations::{self, ReservationView},
    telemetry::statements,
};
use uuid::Uuid;

use crate::{stage::*, support::*};

async fn shown(state: &TestState, host: &Actor, id: Uuid) -> ReservationView {
    reservations::show(&state.ctx, host, id)
        .await
        .expect("a reservation")
}

async fn with_phone(state: &TestState, who: &Actor) {
    let mut user = users::ActiveModel {
        id: Set(who.user_id),
        ..Default::default()
    };
    user.phone = Set(Some("+44 131 496 0000".into()));
    user.update(state.db()).await.expect("a number");
}

stories! {
    async fn a_guest_is_reached_only_once_the_stay_is_confirmed(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        with_phone(&state, &mina).await;
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let held = shown(&state, &ailsa, id).await;
        assert_eq!((held.guest.name.as_str(), held.guest.contact), ("Mina", None));
        assert_eq!(held.hold_expires_at, Some(state.now() + chrono::TimeDelta::minutes(15)));
        card(&state, &mina, id, GOOD).await;
        bookings::returned(&state.ctx, &mina, id).await.expect("a return");
        let confirmed = shown(&state, &ailsa, id).await;
        let contact = confirmed.guest.contact.expect("how to reach her");
        assert!(confirmed.guest.name.starts_with("Mina ") && contact.email.contains('@'));
        assert_eq!((contact.phone.as_deref(), confirmed.hold_expires_at), (Some("+44 131 496 0000"), None));
        for (word, reached) in [(State::Completed, true), (State::Cancelled, false), (State::Declined, false), (State::Authorized, false)] {
            let mut booking = row(&state, id).await.into_active_model();
            booking.state = Set(word.as_str().into());
            booking.update(state.db()).await.expect("another state");
            let guest = shown(&state, &ailsa, id).await.guest;
            assert_eq!((guest.contact.is_some(), guest.name.contains(' ')), (reached, reached), "{word}");
        }
    }

    async fn a_guests_own_words_are_told_with_the_first_name(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let words = users::ActiveModel {
            id: Set(mina.user_id),
            home_location: Set(Some("Leeds".into())),
            about: Set(Some("I leave no crumbs.".into())),
            ..Default::default()
        };
        words.update(state.db()).await.expect("a few words");
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let guest = shown(&state, &ailsa, id).await.guest;
        assert_eq!((guest.home_location.as_deref(), guest.about.as_deref()), (Some("Leeds"), Some("I leave no crumbs.")));
        assert_eq!((guest.name.as_str(), guest.contact), ("Mina", None));
    }

    async fn a_host_reads_what_was_promised_and_paid(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).cleaning_fee(2_500).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let held = shown(&state, &ailsa, id).await;
        assert_eq!((held.money.net.to_string().as_str(), held.money.entries.len()), ("£0.00", 0));
        card(&state, &mina, id, GOOD).await;
        bookings::returned(&state.ctx, &mina, id).await.expect("a return");
        let view = shown(&state, &ailsa, id).await;
        let lines: Vec<_> = view.quote.lines.iter().map(|line| line.label.as_str()).collect();
        assert_eq!(lines, ["2 nights × £120.00", "Cleaning fee"]);
        assert_eq!((view.quote.total_money().to_string(), view.money.net.to_string()), ("£265.00".into(), "£265.00".into()));
        assert_eq!(view.money.entries[0].label, "Paid by the guest");
        let states: Vec<State> = view.history.iter().map(|entry| entry.state).collect();
        assert_eq!(states, [State::Held, State::Authorized, State::Capturing, State::Confirmed]);
        assert!(view.history[0].sentence.starts_with("The guest held"), "{:?}", view.history[0]);
        assert_eq!((view.check_in_from, view.check_out_by, view.house_rules.as_str()), (900, 660, "No shoes upstairs."));
        assert_eq!(view.cancellation[0].refund.to_string(), "£265.00");
        assert_eq!(view.home.place_name, "Leith, Edinburgh");
    }

    async fn what_went_back_is_taken_off(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let back = ledger_entries::ActiveModel {
            transaction_id: Set(Uuid::new_v4()),
            account: Set("host".into()),
            kind: Set("refund".into()),
            booking_id: Set(id),
            currency: Set("GBP".into()),
            amount: Set(-5_000),
            at: Set(state.now() + chrono::TimeDelta::days(1)),
        };
        ledger_entries::Entity::insert(back).exec_without_returning(state.db()).await.expect("a refund");
        let money = shown(&state, &ailsa, id).await.money;
        let entries: Vec<_> = money.entries.iter().map(|entry| (entry.label.as_str(), entry.amount.to_string())).collect();
        assert_eq!(entries, [("Paid by the guest", "£200.00".into()), ("Returned to the guest", "−£50.00".into())]);
        assert_eq!(money.net.to_string(), "£150.00");
    }

    async fn the_terms_are_those_of_the_day_of_booking(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let mut later: listings::ActiveModel = home.into();
        later.check_out_by = Set(8 * 60);
        later.house_rules = Set("No guests.".into());
        later.policy = Set("strict".into());
        later.check_in_from = Set(20 * 60);
        later.update(state.db()).await.expect("other terms");
        let view = shown(&state, &ailsa, id).await;
        assert_eq!((view.check_in_from, view.check_out_by, view.house_rules.as_str()), (900, 660, "No shoes upstairs."));
        assert_eq!(view.policy, domain::cancellation::Policy::Flexible);
    }

    async fn a_booking_older_than_these_terms_has_the_homes(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let older = rows::ActiveModel {
            check_out_minutes: Set(None),
            house_rules: Set(None),
            ..row(&state, id).await.into_active_model()
        };
        older.update(state.db()).await.expect("an older booking");
        let view = shown(&state, &ailsa, id).await;
        assert_eq!((view.check_out_by, view.house_rules.as_str()), (660, "No shoes upstairs."));
    }

    async fn a_reservation_is_the_hosts_alone(state: TestState) {
        let (ailsa, rosa, mina) = (state.host("Ailsa").await, state.host("Rosa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        state.home(&rosa).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        for stranger in [&rosa, &mina] {
            let refused = reservations::show(&state.ctx, stranger, id).await;
            assert_eq!(refusal(refused), Error::NotFound("Reservation"));
        }
        let unknown = reservations::show(&state.ctx, &ailsa, Uuid::new_v4()).await;
        assert_eq!(refusal(unknown), Error::NotFound("Reservation"));
    }

    async fn nothing_is_told_of_cancelling_what_has_ended(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        bookings::release(&state.ctx, &mina, id).await.expect("a release");
        let view = shown(&state, &ailsa, id).await;
        assert!(view.cancellation.is_empty());
        let last = view.history.last().expect("an end");
        assert_eq!((last.state, last.sentence.as_str()), (State::Withdrawn, "The guest let it go."));
    }

    async fn a_reservation_takes_four_statements(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(3, 2)).await;
        let (view, count) = statements::counted(reservations::show(&state.ctx, &ailsa, id)).await;
        assert_eq!((view.expect("a reservation").id, count), (id, 4));
    }
}
