//! Requests and cancelled stays as their hosts find them.

use chrono::TimeDelta;
use domain::{
    bookings::{State, Who},
    reservations::When,
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use server::{
    accounts::Actor,
    bookings,
    entities::bookings as rows,
    reservations::{self, Filter, ReservationsPage},
    telemetry::statements,
};
use uuid::Uuid;

use crate::{
    bookings::{asks::*, cancels::*},
    stage::*,
    support::*,
};

async fn requests(state: &TestState, host: &Actor, after: Option<String>) -> ReservationsPage {
    let filter = Filter {
        when: When::Requests,
        home: None,
        after,
    };
    reservations::list(&state.ctx, host, &filter)
        .await
        .expect("a page")
}

/// So many copies of a request, each to be answered a minute later than the one before, with an earlier arrival.
async fn copies(state: &TestState, of: Uuid, count: i64) {
    let request = row(state, of).await;
    let copies = (1..=count).map(|number| {
        let stay = state.stay(100 - number, 1);
        let copy = rows::Model {
            id: Uuid::new_v4(),
            check_in: stay.check_in,
            check_out: stay.check_out,
            respond_by: request
                .respond_by
                .map(|until| until + TimeDelta::minutes(number)),
            ..request.clone()
        };
        copy.into_active_model().reset_all()
    });
    let rows = rows::Entity::insert_many(copies);
    rows.exec_without_returning(state.db())
        .await
        .expect("copies");
}

stories! {
    async fn requests_are_listed_by_the_time_that_is_left(state: TestState) {
        let (ailsa, rosa, mina) = (state.host("Ailsa").await, state.host("Rosa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let others = slow_home(&state, &rosa).await;
        let late = asked(&state, &mina, &home, state.stay(9, 2)).await;
        wait(&state.clock, 1);
        asked(&state, &mina, &others, state.stay(9, 2)).await;
        hold(&state, &mina, &home, state.stay(30, 2)).await;
        copies(&state, late, 29).await;
        let first = requests(&state, &ailsa, None).await;
        assert_eq!((first.reservations.len(), first.reservations[0].id), (25, late));
        let second = requests(&state, &ailsa, first.next.clone()).await;
        assert_eq!((second.reservations.len(), second.next), (5, None));
        let all: Vec<_> = first.reservations.iter().chain(&second.reservations).collect();
        assert!(all.windows(2).all(|pair| pair[0].respond_by < pair[1].respond_by && pair[0].respond_by.is_some()));
        assert!(all.iter().all(|card| card.state == State::Authorized));
        for odd in ["", "2026-06-03.7", "x"] {
            assert_eq!(requests(&state, &ailsa, Some(odd.into())).await.reservations.len(), 25);
        }
    }

    async fn a_request_and_its_end_as_the_host_reads_them(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        let (view, count) = statements::counted(reservations::show(&state.ctx, &ailsa, id)).await;
        let view = view.expect("a reservation");
        assert_eq!((view.is_request(), view.instant_book, view.guest.contact, count), (true, false, None, 4));
        assert_eq!(view.respond_by, Some(state.now() + TimeDelta::hours(24)));
        assert_eq!(view.history.last().expect("a step").sentence, "The guest’s card was authorised, and you were asked.");
        bookings::accept(&state.ctx, &ailsa, id).await.expect("accepted");
        let view = reservations::show(&state.ctx, &ailsa, id).await.expect("a reservation");
        assert!(view.respond_by.is_none() && view.guest.contact.is_some());
        assert!(view.history.iter().any(|step| step.sentence.starts_with("You accepted")));
        cancel(&state, &mina, id).await;
        let view = reservations::show(&state.ctx, &ailsa, id).await.expect("a reservation");
        assert_eq!((view.cancelled_by, view.reason.as_deref()), (Some(Who::Guest), Some("Plans have changed.")));
        assert_eq!(view.history.last().expect("a step").sentence, "The guest cancelled: “Plans have changed.”");
    }

    async fn a_guest_reads_how_to_reach_the_host_only_with_a_confirmed_stay(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = slow_home(&state, &ailsa).await;
        let id = asked(&state, &mina, &home, state.stay(9, 2)).await;
        let contact = async |id| bookings::trip(&state.ctx, &mina, id).await.expect("a trip").host_contact;
        assert_eq!(contact(id).await, None);
        bookings::accept(&state.ctx, &ailsa, id).await.expect("accepted");
        assert!(contact(id).await.is_some_and(|host| host.email.contains('@') && host.name.starts_with("Ailsa ")));
        cancel(&state, &mina, id).await;
        assert_eq!(contact(id).await, None);
    }
}
