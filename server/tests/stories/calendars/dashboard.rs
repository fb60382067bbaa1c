//! What a host sees first.

use chrono::TimeDelta;
use domain::{Stay, listings::Status, stays::local_to_utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::{
    accounts::Actor,
    dashboard::{self, Dashboard, Visit},
    entities::{bookings as rows, ledger_entries},
    telemetry::statements,
};
use uuid::Uuid;

use crate::{calendars::house::*, stage::*, support::*};

async fn shown(state: &TestState, host: &Actor) -> Dashboard {
    dashboard::show(&state.ctx, host)
        .await
        .expect("a dashboard")
}

fn ids(visits: &[Visit]) -> Vec<Uuid> {
    visits.iter().map(|visit| visit.booking).collect()
}

fn stay(first: u32, last: u32) -> Stay {
    Stay {
        check_in: june(first),
        check_out: june(last),
    }
}

stories! {
    async fn a_host_sees_who_comes_is_here_and_leaves(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let (loft, attic) = (state.home(&ailsa).title("Loft").publish().await, state.home(&ailsa).publish().await);
        let long = book(&state, &mina, &loft, stay(2, 20)).await;
        let short = book(&state, &noor, &attic, stay(9, 12)).await;
        let coming = book(&state, &noor, &attic, stay(14, 30)).await;
        // Too far ahead, and not paid for.
        book(&state, &mina, &loft, stay(22, 24)).await;
        hold(&state, &mina, &attic, stay(12, 14)).await;
        state.clock.set(at(10, 12));
        let view = shown(&state, &ailsa).await;
        assert_eq!((ids(&view.arrivals), ids(&view.here), ids(&view.departures)), (vec![coming], vec![short, long], vec![short]));
        let visit = &view.here[1];
        assert_eq!((visit.guest.as_str(), visit.home_title.as_str(), visit.home_id), ("Mina", "Loft", loft.id));
        assert_eq!((visit.today, visit.guests, visit.stay), (june(10), 2, stay(2, 20)));
        assert!(!view.more && !view.more_homes);
    }

    async fn a_guest_is_here_from_check_in_to_check_out_by_the_homes_clock(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).town(AUCKLAND).publish().await;
        let id = book(&state, &mina, &home, stay(5, 6)).await;
        let told = async |instant| {
            state.clock.set(instant);
            let view = shown(&state, &ailsa).await;
            [ids(&view.arrivals), ids(&view.here), ids(&view.departures)].map(|list| list == [id])
        };
        // From 15:00 on the 5th to 11:00 on the 6th, as Auckland has it.
        let begins = local_to_utc(AUCKLAND.timezone, june(5), 15 * 60);
        let ends = local_to_utc(AUCKLAND.timezone, june(6), 11 * 60);
        assert_eq!(begins, at(5, 3));
        assert_eq!(told(begins - TimeDelta::seconds(1)).await, [true, false, true]);
        assert_eq!(told(begins).await, [false, true, true]);
        assert_eq!(told(ends - TimeDelta::seconds(1)).await, [false, true, true]);
        assert_eq!(told(ends).await, [false, false, false]);
    }

    async fn a_week_ahead_is_counted_at_the_home(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).town(AUCKLAND).publish().await;
        let id = book(&state, &mina, &home, stay(12, 13)).await;
        // Until noon in Greenwich it is the 4th in Auckland, eight days before.
        for (hour, arrives) in [(11, vec![]), (12, vec![id])] {
            state.clock.set(at(4, hour));
            assert_eq!(ids(&shown(&state, &ailsa).await.arrivals), arrives, "{hour}:00");
        }
    }

    async fn requests_come_with_the_first_that_lapses_at_the_top(state: TestState) {
        let (ailsa, rosa, mina) = (state.host("Ailsa").await, state.host("Rosa").await, state.guest("Mina").await);
        let slow = state.home(&ailsa).title("Loft").with(|row| row.instant_book = Set(false)).publish().await;
        let theirs = state.home(&rosa).with(|row| row.instant_book = Set(false)).publish().await;
        let mut asked = Vec::new();
        for (home, stay) in [(&slow, stay(20, 22)), (&slow, stay(8, 10)), (&theirs, stay(8, 10))] {
            let id = hold(&state, &mina, home, stay).await;
            card(&state, &mina, id, GOOD).await;
            server::bookings::returned(&state.ctx, &mina, id).await.expect("a return");
            asked.push(id);
            state.clock.advance(TimeDelta::hours(1));
        }
        let requests = shown(&state, &ailsa).await.requests;
        assert_eq!(requests.iter().map(|request| request.booking).collect::<Vec<_>>(), asked[..2]);
        let first = &requests[0];
        assert_eq!((first.guest.as_str(), first.home_title.as_str(), first.total.to_string().as_str()), ("Mina", "Loft", "£200.00"));
        assert_eq!((first.answer_by, first.stay, first.guests), (Some(at(2, 9)), stay(20, 22), 2));
        state.clock.set(first.answer_by.expect("a deadline"));
        let requests = shown(&state, &ailsa).await.requests;
        assert_eq!(requests.iter().map(|request| request.booking).collect::<Vec<_>>(), [asked[1]], "its time is over");
    }

    async fn what_was_paid_out_stays_earned(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, stay(10, 12)).await;
        let paid = ledger_entries::ActiveModel {
            transaction_id: Set(Uuid::new_v4()),
            account: Set("host".into()),
            kind: Set("payout".into()),
            booking_id: Set(id),
            currency: Set("GBP".into()),
            amount: Set(-20_000),
            at: Set(state.now()),
        };
        ledger_entries::Entity::insert(paid).exec_without_returning(state.db()).await.expect("a payout");
        assert_eq!(shown(&state, &ailsa).await.earnings[0].total.to_string(), "£200.00");
    }

    async fn earnings_are_those_of_the_ledger_by_currency_and_month(state: TestState) {
        let (ailsa, misaki, mina) = (state.host("Ailsa").await, state.host("美咲").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let abroad = state.home(&ailsa).town(KYOTO).nightly(12_000).publish().await;
        let theirs = state.home(&misaki).town(KYOTO).nightly(12_000).publish().await;
        // The last second of May in Greenwich belongs to May, wherever the home is.
        state.clock.set(at(1, 0) - TimeDelta::seconds(1));
        book(&state, &mina, &abroad, stay(20, 21)).await;
        state.clock.set(at(1, 0));
        let id = book(&state, &mina, &home, stay(10, 12)).await;
        book(&state, &mina, &abroad, stay(22, 24)).await;
        book(&state, &mina, &theirs, stay(22, 24)).await;
        hold(&state, &mina, &home, stay(15, 16)).await;
        let entry = |amount: i64, at| ledger_entries::ActiveModel {
            transaction_id: Set(Uuid::new_v4()),
            account: Set("host".into()),
            kind: Set("refund".into()),
            booking_id: Set(id),
            currency: Set("GBP".into()),
            amount: Set(amount),
            at: Set(at),
        };
        let moved = [entry(-5_000, at(2, 9)), entry(70_000, at(1, 9) - TimeDelta::days(400))];
        ledger_entries::Entity::insert_many(moved).exec_without_returning(state.db()).await.expect("movements");
        let earnings = shown(&state, &ailsa).await.earnings;
        let told: Vec<_> = earnings.iter().map(|sum| [sum.total, sum.last_year, sum.this_month].map(|money| money.to_string())).collect();
        assert_eq!(told, [["£850.00", "£150.00", "£150.00"], ["¥36,000", "¥36,000", "¥24,000"]]);
        let months = &earnings[1].months;
        let ends = [&months[0], &months[10], &months[11]].map(|month| (month.month.slug(), month.amount.minor));
        assert_eq!(ends, [("2025-07".to_owned(), 0), ("2026-05".to_owned(), 12_000), ("2026-06".to_owned(), 24_000)]);
        assert_eq!(months.len(), 12);
    }

    async fn homes_are_shown_with_the_published_first_and_the_archived_last(state: TestState) {
        let (ailsa, rosa) = (state.host("Ailsa").await, state.host("Rosa").await);
        for (title, status) in [("A", Status::Archived), ("B", Status::Draft), ("D", Status::Published), ("C", Status::Published), ("E", Status::Paused)] {
            state.home(&ailsa).title(title).save_as(status).await;
        }
        state.home(&rosa).publish().await;
        let homes = shown(&state, &ailsa).await.homes;
        let told: String = homes.iter().map(|home| home.home.title.as_str()).collect();
        assert_eq!(told, "CDBEA");
        assert_eq!(homes[0].timezone, EDINBURGH.timezone);
    }

    async fn somebody_without_a_home_sees_nothing(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        book(&state, &mina, &home, stay(2, 4)).await;
        let view = shown(&state, &mina).await;
        assert!(view.homes.is_empty() && view.arrivals.is_empty() && view.earnings.is_empty());
    }

    async fn a_hundred_stays_are_looked_at_and_it_is_said_when_there_are_more(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, stay(4, 6)).await;
        let booking = row(&state, id).await;
        let copies = (0..100).map(|_| {
            let copy = rows::Model { id: Uuid::new_v4(), ..booking.clone() };
            copy.into_active_model().reset_all()
        });
        rows::Entity::insert_many(copies).exec_without_returning(state.db()).await.expect("stays");
        let view = shown(&state, &ailsa).await;
        assert_eq!((view.arrivals.len(), view.more), (100, true));
    }

    async fn a_dashboard_takes_three_statements(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        book(&state, &mina, &home, stay(2, 4)).await;
        let (view, count) = statements::counted(dashboard::show(&state.ctx, &ailsa)).await;
        assert_eq!((view.expect("a dashboard").homes.len(), count), (1, 3));
    }
}
