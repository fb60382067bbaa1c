//! What hosts are owed, and what the site's owner paid them.

use chrono::TimeDelta;
use domain::{Error, Stay};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::{
    accounts::Actor,
    bookings, dashboard,
    entities::payouts as rows,
    payments::{
        overview,
        payouts::{self, Due, HostPayouts},
    },
    telemetry::statements,
};
use uuid::Uuid;

use crate::{calendars::house::*, stage::*, support::*};

/// Whose site it is.
async fn owner(state: &TestState) -> Actor {
    let grace = state.guest("Grace").await;
    Actor {
        is_admin: true,
        ..grace
    }
}

fn stay(first: u32, last: u32) -> Stay {
    Stay {
        check_in: june(first),
        check_out: june(last),
    }
}

async fn due(state: &TestState, owner: &Actor) -> Vec<Due> {
    let payouts = payouts::due(&state.ctx, owner).await;
    payouts.expect("the payouts").due
}

/// Pays what the page shows at this moment; nothing for what is not on it.
async fn pay(state: &TestState, owner: &Actor, booking: Uuid) -> server::Result<()> {
    let all = due(state, owner).await;
    let shown = all.iter().find(|due| due.booking == booking);
    let shown = shown.map_or(0, |due| due.to_pay().minor);
    mark(state, owner, booking, shown).await
}

/// Presses the button of a page that showed this amount.
async fn mark(state: &TestState, owner: &Actor, booking: Uuid, shown: i64) -> server::Result<()> {
    payouts::mark_paid(&state.ctx, owner, booking, shown, "Bank 17").await
}

/// What the ledger's book of payouts has for the stay.
async fn recorded(state: &TestState, booking: Uuid) -> i64 {
    let row = rows::Entity::find_by_id(booking).one(state.db()).await;
    row.expect("a look").expect("a payout").amount
}

/// What the file says of each stay: its id, and the last four columns.
async fn file(state: &TestState, owner: &Actor) -> Vec<(Uuid, [String; 4])> {
    let file = payouts::csv(&state.ctx, owner).await.expect("a file");
    let mut lines = file.lines();
    let head = lines.next().expect("a head");
    assert!(
        head.ends_with("earned,tax in it,kept for an earlier stay,to pay"),
        "{head}"
    );
    let read = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let last = &fields[fields.len() - 4..];
        let last: [&str; 4] = last.try_into().expect("four");
        let id: Uuid = fields[1].parse().expect("an id");
        (id, last.map(str::to_owned))
    };
    lines.map(read).collect()
}

/// Due now, later, held back and paid, of a host with one currency.
async fn told(state: &TestState, host: &Actor) -> [String; 4] {
    let sums = payouts::of_host(&state.ctx, host).await.expect("the sums");
    let [sums] = sums[..] else {
        panic!("not one currency: {sums:?}");
    };
    let HostPayouts {
        due,
        later,
        held_back,
        paid,
    } = sums;
    [due, later, held_back, paid].map(|money| money.to_string())
}

/// The host's account and the provider's of a booking.
async fn balances(state: &TestState, booking: Uuid) -> (i64, i64) {
    let entries = ledger(state, booking).await;
    let sum = |account: &str| {
        let of = entries.iter().filter(|entry| entry.account == account);
        of.map(|entry| entry.amount).sum()
    };
    let all: i64 = entries.iter().map(|entry| entry.amount).sum();
    assert_eq!(all, 0, "it does not sum to zero");
    (sum("host"), sum("provider"))
}

stories! {
    async fn a_stay_falls_due_a_day_after_check_in_and_is_paid_once(state: TestState) {
        let (ailsa, mina, grace) = (state.host("Ailsa").await, state.guest("Mina").await, owner(&state).await);
        let home = state.home(&ailsa).title("Loft, \"above\"").publish().await;
        let id = book(&state, &mina, &home, stay(10, 12)).await;
        assert_eq!(told(&state, &ailsa).await, ["£0.00", "£200.00", "£0.00", "£0.00"]);
        // 15:00 in Edinburgh is 14:00 in Greenwich.
        let falls_due = at(11, 14);
        state.clock.set(falls_due - TimeDelta::seconds(1));
        assert_eq!(due(&state, &grace).await, []);
        let early = refusal(pay(&state, &grace, id).await).to_string();
        assert_eq!(early, "This falls due on Thu 11 June, a day after check-in.");
        state.clock.set(falls_due);
        let all = due(&state, &grace).await;
        let [one] = &all[..] else { panic!("not one: {all:?}") };
        assert_eq!((one.booking, one.due_at, one.amount.to_string().as_str(), one.is_payable()), (id, falls_due, "£200.00", true));
        let file = payouts::csv(&state.ctx, &grace).await.expect("a file");
        assert!(file.contains(",\"Loft, \"\"above\"\"\",2026-06-10,GBP,200.00,"), "{file}");
        assert_eq!(told(&state, &ailsa).await, ["£200.00", "£0.00", "£0.00", "£0.00"]);
        for _ in 0..2 {
            pay(&state, &grace, id).await.expect("a payout");
            assert_eq!(balances(&state, id).await, (0, 0));
        }
        let paid = rows::Entity::find().all(state.db()).await.expect("rows");
        assert_eq!((paid.len(), paid[0].amount, paid[0].note.as_str(), paid[0].paid_by), (1, 20_000, "Bank 17", grace.user_id));
        let payouts = payouts::due(&state.ctx, &grace).await.expect("the payouts");
        assert_eq!((payouts.due.len(), payouts.paid.len(), payouts.paid[0].amount.to_string().as_str()), (0, 1, "£200.00"));
        assert_eq!(told(&state, &ailsa).await, ["£0.00", "£0.00", "£0.00", "£200.00"]);
        state.clock.advance(TimeDelta::days(30));
        assert_eq!(told(&state, &ailsa).await, ["£0.00", "£0.00", "£0.00", "£200.00"], "long ago");
        let earned = dashboard::show(&state.ctx, &ailsa).await.expect("a dashboard").earnings;
        assert_eq!(earned[0].total.to_string(), "£200.00", "what was paid out stays earned");
    }

    async fn nobody_but_the_owner_learns_of_payouts(state: TestState) {
        let (ailsa, mina, rosa) = (state.host("Ailsa").await, state.guest("Mina").await, state.host("Rosa").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, stay(10, 12)).await;
        state.clock.set(at(20, 12));
        let nothing = Error::NotFound("Page");
        for stranger in [&ailsa, &mina] {
            assert_eq!(refusal(payouts::due(&state.ctx, stranger).await), nothing);
            assert_eq!(refusal(payouts::csv(&state.ctx, stranger).await), nothing);
            assert_eq!(refusal(overview(&state.ctx, stranger).await), nothing);
            assert_eq!(refusal(mark(&state, stranger, id, 20_000).await), nothing);
        }
        assert_eq!(payouts::of_host(&state.ctx, &rosa).await.expect("nothing"), [], "another's money");
        let grace = owner(&state).await;
        assert_eq!(refusal(pay(&state, &grace, Uuid::new_v4()).await), Error::NotFound("Payout"));
    }

    async fn a_disputed_payment_is_held_back(state: TestState) {
        let (ailsa, mina, grace) = (state.host("Ailsa").await, state.guest("Mina").await, owner(&state).await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, stay(10, 12)).await;
        let mut booking = row(&state, id).await.into_active_model();
        booking.disputed_at = Set(Some(state.now()));
        booking.update(state.db()).await.expect("a dispute");
        state.clock.set(at(20, 12));
        assert!(refusal(pay(&state, &grace, id).await).to_string().contains("disputes this payment"));
        let all = due(&state, &grace).await;
        assert_eq!((all.len(), all[0].disputed, all[0].is_payable()), (1, true, false));
        assert_eq!(told(&state, &ailsa).await, ["£0.00", "£0.00", "£200.00", "£0.00"]);
        let file = payouts::csv(&state.ctx, &grace).await.expect("a file");
        assert_eq!(file.lines().count(), 1, "{file}");
    }

    async fn what_a_host_owes_is_kept_from_the_next_payout(state: TestState) {
        let (ailsa, mina, grace) = (state.host("Ailsa").await, state.guest("Mina").await, owner(&state).await);
        let home = state.home(&ailsa).publish().await;
        let first = book(&state, &mina, &home, stay(3, 5)).await;
        let second = book(&state, &mina, &home, stay(10, 12)).await;
        let third = book(&state, &mina, &home, stay(12, 14)).await;
        state.clock.set(at(6, 12));
        pay(&state, &grace, first).await.expect("a payout");
        owe_guest(&state, first, 5_000).await;
        state.clock.set(at(20, 12));
        assert_eq!(told(&state, &ailsa).await, ["£350.00", "£0.00", "£0.00", "£200.00"]);
        let all = due(&state, &grace).await;
        let owed: Vec<_> = all.iter().map(|due| (due.booking, due.amount.minor, due.is_payable())).collect();
        assert_eq!(owed, [(first, -5_000, false), (second, 20_000, true), (third, 20_000, true)]);
        let to_pay = all.iter().map(|due| (due.kept.minor, due.to_pay().minor)).collect::<Vec<_>>();
        assert_eq!(to_pay[1..], [(5_000, 15_000), (0, 20_000)]);
        let amounts = |all: [&str; 4]| all.map(str::to_owned);
        let listed = [(second, amounts(["200.00", "0.00", "50.00", "150.00"])), (third, amounts(["200.00", "0.00", "0.00", "200.00"]))];
        assert_eq!(file(&state, &grace).await, listed);
        for id in [second, second, third] {
            pay(&state, &grace, id).await.expect("a payout");
        }
        assert_eq!((recorded(&state, second).await, recorded(&state, third).await), (15_000, 20_000), "what the file said");
        assert_eq!(told(&state, &ailsa).await, ["£0.00", "£0.00", "£0.00", "£550.00"]);
        assert_eq!(due(&state, &grace).await, []);
        for id in [first, second, third] {
            assert_eq!(balances(&state, id).await.0, 0);
        }
    }

    async fn whatever_is_paid_first_the_amounts_are_those_of_the_page(state: TestState) {
        let (ailsa, mina, grace) = (state.host("Ailsa").await, state.guest("Mina").await, owner(&state).await);
        let home = state.home(&ailsa).publish().await;
        let first = book(&state, &mina, &home, stay(3, 5)).await;
        let second = book(&state, &mina, &home, stay(10, 12)).await;
        let third = book(&state, &mina, &home, stay(12, 14)).await;
        let another = state.home(&ailsa).publish().await;
        let fourth = book(&state, &mina, &another, stay(14, 16)).await;
        state.clock.set(at(6, 12));
        pay(&state, &grace, first).await.expect("a payout");
        // More than one payout can bear: the rest is kept from the one after it.
        owe_guest(&state, first, 20_000).await;
        owe_guest(&state, first, 7_500).await;
        state.clock.set(at(20, 12));
        let all = due(&state, &grace).await;
        let shown: Vec<_> = all.iter().filter(|due| due.is_payable()).map(|due| (due.booking, due.to_pay().minor)).collect();
        assert_eq!(shown, [(second, 0), (third, 12_500), (fourth, 20_000)]);
        for (id, amount) in [(fourth, 20_000), (third, 12_500), (second, 0)] {
            mark(&state, &grace, id, amount).await.expect("a payout");
            assert_eq!(recorded(&state, id).await, amount);
        }
        assert_eq!(due(&state, &grace).await, []);
        for id in [first, second, third, fourth] {
            assert_eq!(balances(&state, id).await.0, 0);
        }
    }

    async fn what_came_back_between_looking_and_pressing_is_not_paid(state: TestState) {
        let (ailsa, mina, grace) = (state.host("Ailsa").await, state.guest("Mina").await, owner(&state).await);
        let home = state.home(&ailsa).publish().await;
        let first = book(&state, &mina, &home, stay(3, 5)).await;
        let second = book(&state, &mina, &home, stay(10, 12)).await;
        state.clock.set(at(6, 12));
        pay(&state, &grace, first).await.expect("a payout");
        state.clock.set(at(20, 12));
        owe_guest(&state, first, 5_000).await;
        owe_guest(&state, second, 2_500).await;
        let before = ledger(&state, second).await.len();
        let refused = refusal(mark(&state, &grace, second, 20_000).await);
        let Error::AmountChanged { shown, now } = refused else { panic!("{refused}") };
        assert_eq!((shown.to_string().as_str(), now.to_string().as_str()), ("£200.00", "£125.00"));
        assert_eq!(ledger(&state, second).await.len(), before, "nothing has happened");
        for _ in 0..2 {
            mark(&state, &grace, second, 12_500).await.expect("a payout");
        }
        assert_eq!(recorded(&state, second).await, 12_500);
        assert_eq!(told(&state, &ailsa).await, ["£0.00", "£0.00", "£0.00", "£325.00"]);
    }

    async fn a_debt_of_a_stay_that_was_never_paid_out_is_kept_too(state: TestState) {
        let (ailsa, mina, grace) = (state.host("Ailsa").await, state.guest("Mina").await, owner(&state).await);
        let home = state.home(&ailsa).publish().await;
        let lost = book(&state, &mina, &home, stay(3, 5)).await;
        let second = book(&state, &mina, &home, stay(10, 12)).await;
        let other = state.host("Rosa").await;
        let elsewhere = state.home(&other).publish().await;
        let third = book(&state, &mina, &elsewhere, stay(12, 14)).await;
        owe_guest(&state, lost, 22_000).await;
        state.clock.set(at(20, 12));
        let all = due(&state, &grace).await;
        let to_pay: Vec<_> = all.iter().map(|due| (due.booking, due.is_left_over(), due.to_pay().minor)).collect();
        assert_eq!(to_pay, [(lost, true, -2_000), (second, false, 18_000), (third, false, 20_000)], "another host owes nothing");
        for id in [second, third] {
            pay(&state, &grace, id).await.expect("a payout");
        }
        assert_eq!((recorded(&state, second).await, recorded(&state, third).await), (18_000, 20_000));
        assert_eq!((due(&state, &grace).await, balances(&state, lost).await.0), (vec![], 0));
    }

    async fn nothing_is_due_of_what_went_back(state: TestState) {
        let (ailsa, mina, grace) = (state.host("Ailsa").await, state.guest("Mina").await, owner(&state).await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, stay(10, 12)).await;
        bookings::cancel(&state.ctx, &ailsa, id, 20_000, "The roof leaks.").await.expect("a cancellation");
        state.clock.set(at(20, 12));
        assert_eq!(due(&state, &grace).await, []);
        assert_eq!(refusal(pay(&state, &grace, id).await).to_string(), "Nothing is owed to the host for this stay.");
        assert_eq!(told(&state, &ailsa).await, ["£0.00"; 4]);
    }

    async fn a_hosts_sums_take_one_statement(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        book(&state, &mina, &home, stay(2, 4)).await;
        book(&state, &mina, &home, stay(20, 22)).await;
        let (sums, count) = statements::counted(payouts::of_host(&state.ctx, &ailsa)).await;
        assert_eq!((sums.expect("the sums").len(), count), (1, 1));
    }
}
