//! What guests and hosts are written about a stay.

use ::server::{
    accounts::Actor,
    bookings, database,
    entities::{bookings as rows, listings, refunds, users},
    mail::{Mail, queue},
};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use crate::{mail::desk::*, stage::*, support::*};

const MINA: &str = "mina@example.com";
const AILSA: &str = "ailsa@example.com";

/// What bookings do in their transitions.
pub async fn write(state: &TestState, id: Uuid, mail: Mail) {
    let booking = row(state, id).await;
    queue(state.db(), mail, &booking, state.now())
        .await
        .expect("a mail in the outbox");
}

/// A booking in this state, for letters that need no payment behind it.
async fn stands(state: &TestState, id: Uuid, word: &str) {
    let update = rows::Entity::update_many()
        .col_expr(rows::Column::State, Expr::value(word))
        .filter(rows::Column::Id.eq(id));
    update.exec(state.db()).await.expect("a change");
}

async fn phone(state: &TestState, actor: &Actor, number: &str) {
    let known = users::ActiveModel {
        phone: Set(Some(number.into())),
        ..Default::default()
    };
    let update = users::Entity::update_many()
        .set(known)
        .filter(users::Column::Id.eq(actor.user_id));
    update.exec(state.db()).await.expect("a change");
}

/// A request of Mina's for a home of Ailsa's, answered until tomorrow at noon in Edinburgh.
async fn request(state: &TestState, home: &listings::Model, guest: &Actor) -> Uuid {
    let id = hold(state, guest, home, state.stay(9, 2)).await;
    let update = rows::Entity::update_many()
        .col_expr(rows::Column::InstantBook, Expr::value(false))
        .col_expr(
            rows::Column::RespondBy,
            Expr::value(state.now() + TimeDelta::hours(26)),
        )
        .filter(rows::Column::Id.eq(id));
    update.exec(state.db()).await.expect("a change");
    stands(state, id, "authorized").await;
    id
}

stories! {
    async fn a_confirmed_stay_is_written_to_both_with_what_they_need(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        phone(&state, &ailsa, "+44 131 496 0001").await;
        let home = state.home(&ailsa).nightly(12_000).cleaning_fee(3_000).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        write(&state, id, Mail::Confirmed).await;
        let mails = mails_to(&state, MINA).await;
        let mail = one(&mails, "Confirmed: A flat above the boats, Wed 10 – Fri 12 June");
        for words in [
            "Hello Mina,", "7 Shore, EH6 6QN", "from 15:00 to 21:00", "by 11:00", "2 guests", "+44 131 496 0001", AILSA,
            "> The key is in the blue box.", "Total: £270.00", "If you cancel: Until 9 June, 15:00 Edinburgh time: £270.00 back",
            &format!("http://localhost:3000/trips/{id}"), "help@example.com",
        ] {
            assert!(text(mail).contains(words), "{words:?} is not in {}", text(mail));
        }
        let host = mails_to(&state, AILSA).await;
        let host = text(one(&host, "Booked: A flat above the boats"));
        for words in [MINA, "Total: £270.00", &format!("http://localhost:3000/host/reservations/{id}")] {
            assert!(host.contains(words), "{words:?} is not in {host}");
        }
        assert!(!host.contains("blue box"));
    }

    async fn the_confirmation_has_a_calendar_file_and_the_receipt(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        write(&state, id, Mail::Confirmed).await;
        let mails = mails_to(&state, MINA).await;
        let mail = one(&mails, "Confirmed");
        let names: Vec<_> = mail.parts.iter().filter_map(|part| part.name.clone()).collect();
        let trip = bookings::trip(&state.ctx, &mina, id).await.expect("a trip");
        let number = trip.receipt.expect("a receipt").number;
        assert_eq!(names, ["stay.ics".to_owned(), format!("receipt-{number}.html")]);
        let calendar = part(mail, "text/calendar");
        assert!(calendar.starts_with("BEGIN:VCALENDAR") && calendar.contains(&format!("UID:{id}@hbnb")), "{calendar}");
        let receipt = &mail.parts[3].text;
        assert!(receipt.contains(&number) && receipt.contains("£240.00 paid on Monday 1 June 2026"), "{receipt}");
        assert!(part(mail, "text/html").contains("<dd dir=\"auto\">£240.00</dd>"));
    }

    async fn a_mail_says_what_is_true_when_it_is_sent(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        write(&state, id, Mail::Confirmed).await;
        stands(&state, id, "cancelled").await;
        write(&state, id, Mail::Cancelled).await;
        let mails = mails_to(&state, MINA).await;
        assert_eq!(subjects(&mails), ["Cancelled: A flat above the boats, Wed 10 – Fri 12 June"]);
        state.clock.advance(TimeDelta::days(9));
        assert_eq!(mails_to(&state, MINA).await.len(), 1, "no reminder of it");
    }

    async fn a_request_is_told_with_its_deadline_by_the_homes_clock(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = request(&state, &home, &mina).await;
        write(&state, id, Mail::RequestReceived).await;
        let deadline = "Tuesday 2 June, 12:00 in Edinburgh";
        let guest = mails_to(&state, MINA).await;
        let guest = text(one(&guest, "Your request: A flat above the boats"));
        assert!(guest.contains(deadline) && guest.contains("£200.00 is reserved on your card"), "{guest}");
        let host = mails_to(&state, AILSA).await;
        let host = text(one(&host, "Mina asks for A flat above the boats"));
        assert!(host.contains(deadline) && !host.contains(MINA) && !host.contains("Fraser"), "{host}");
    }

    async fn the_answer_to_a_request_is_told_to_its_guest(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        for (word, mail, subject, words) in [
            ("capturing", Mail::Accepted, "Accepted: ", "is being taken from your card"),
            ("declined", Mail::Declined, "Declined: ", "Nothing was taken from your card."),
            ("expired", Mail::Expired, "Not answered in time: ", "Nothing was taken from your card."),
            ("payment_failed", Mail::PaymentFailed, "Not booked: ", "could not be taken. Nothing is booked, and you pay nothing."),
        ] {
            let home = state.home(&ailsa).publish().await;
            let id = request(&state, &home, &mina).await;
            stands(&state, id, word).await;
            write(&state, id, mail).await;
            let mails = mails_to(&state, MINA).await;
            let said = text(one(&mails, subject));
            assert!(said.contains(words), "{said}");
        }
        let host = mails_to(&state, AILSA).await;
        // Both were written at the same moment of the clock that stands still, in no order.
        let mut told = subjects(&host);
        told.sort_unstable();
        assert_eq!(told, ["Not answered in time: Mina’s request", "Not booked: A flat above the boats, Wed 10 – Fri 12 June"]);
        assert!(text(one(&host, "Not booked: A flat above the boats")).contains("nights are free again"));
    }

    async fn a_cancelled_stay_names_what_is_on_its_way(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        stands(&state, id, "cancelled").await;
        refund(&state, id, "queued", 15_000).await;
        write(&state, id, Mail::Cancelled).await;
        let guest = mails_to(&state, MINA).await;
        let guest = text(one(&guest, "Cancelled"));
        assert!(guest.contains("£150.00 is on its way back to your card."), "{guest}");
        let host = mails_to(&state, AILSA).await;
        assert!(text(one(&host, "Cancelled")).contains("£150.00 goes back to the guest."));
    }

    async fn a_refund_that_failed_is_told_to_its_guest_and_the_owner(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        let (failed, arrived) = (refund(&state, id, "failed", 15_000).await, refund(&state, id, "succeeded", 5_000).await);
        for one in [failed, arrived] {
            write(&state, id, Mail::RefundFailed(one)).await;
        }
        let guest = mails_to(&state, MINA).await;
        assert!(text(one(&guest, "Your refund of £150.00 did not arrive")).contains("we owe it to you"));
        let owner = mails_to(&state, "help@example.com").await;
        assert!(text(one(&owner, "A refund of £150.00 failed")).contains("/admin/money"));
        assert!(subjects(&guest).iter().all(|subject| !subject.contains("£50.00")), "the one that arrived is not told");
        assert_eq!(owner.len(), 1);
    }

    async fn a_day_before_check_in_by_the_homes_clock_both_are_reminded(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).town(KYOTO).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        write(&state, id, Mail::Confirmed).await;
        let told = mails_to(&state, MINA).await.len();
        // Tuesday 9 June, 15:00 in Kyoto, which is nine hours ahead.
        let due: DateTime<Utc> = "2026-06-09T06:00:00Z".parse().expect("an instant");
        state.clock.set(due - TimeDelta::seconds(1));
        assert_eq!(mails_to(&state, MINA).await.len(), told);
        state.clock.set(due);
        let mails = mails_to(&state, MINA).await;
        let mail = text(one(&mails, "A flat above the boats: your stay begins soon"));
        assert!(mail.contains("Wednesday 10 June 2026, from 15:00") && mail.contains("blue box"), "{mail}");
        assert!(text(one(&mails_to(&state, AILSA).await, "Mina Fraser arrives soon")).contains(MINA));
    }

    async fn a_stay_booked_on_the_eve_needs_no_reminder(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(0, 2)).await;
        write(&state, id, Mail::Confirmed).await;
        state.clock.advance(TimeDelta::hours(3));
        assert_eq!(mails_to(&state, MINA).await.len(), 1);
    }

    async fn whoever_closed_their_account_is_not_written_to(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        write(&state, id, Mail::Confirmed).await;
        let closed = users::ActiveModel { archived_at: Set(Some(state.now())), ..Default::default() };
        let update = users::Entity::update_many().set(closed).filter(users::Column::Id.eq(ailsa.user_id));
        update.exec(state.db()).await.expect("a change");
        assert_eq!(mails_to(&state, AILSA).await.len(), 0);
        assert_eq!(mails_to(&state, MINA).await.len(), 1);
    }

    async fn a_mail_that_is_rolled_back_was_never_asked_for(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(9, 2)).await;
        stands(&state, id, "declined").await;
        let booking = row(&state, id).await;
        let undone: ::server::Result<()> = database::transaction(&state.ctx.db, async |txn| {
            queue(&*txn, Mail::Declined, &booking, state.now()).await?;
            Err(domain::Error::Forbidden.into())
        })
        .await;
        assert!(undone.is_err());
        assert_eq!(mails_to(&state, MINA).await.len(), 0);
    }
}

async fn refund(state: &TestState, booking: Uuid, standing: &str, amount: i64) -> Uuid {
    let id = Uuid::new_v4();
    let row = refunds::ActiveModel {
        id: Set(id),
        booking_id: Set(booking),
        intent_id: Set("pi_7".into()),
        amount: Set(amount),
        currency: Set("GBP".into()),
        host_part: Set(amount),
        platform_part: Set(0),
        tax_part: Set(0),
        origin: Set("cancellation".into()),
        reason: Set("The guest cancelled.".into()),
        asked_by: Set("guest".into()),
        asked_by_id: Set(None),
        state: Set(standing.into()),
        provider_id: Set(None),
        failure: Set((standing == "failed").then(|| "expired_or_canceled_card".into())),
        version: Set(1),
        created_at: Set(state.now()),
        settled_at: Set(None),
    };
    row.insert(state.db()).await.expect("a refund");
    if standing == "failed" {
        owe_guest(state, booking, amount).await;
    }
    id
}
