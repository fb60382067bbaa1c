//! The refund that is made is the one that was shown, to the last unit.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Currency, Money, Pricing,
    bookings::State,
    cancellation::Policy,
    pricing::{Ask, Fees, Tax, TaxBase, quote},
};
use server::{Context, Settings, accounts::Actor, bookings, entities::listings, payments::refunds};
use uuid::Uuid;

use crate::{
    bookings::{asks::*, cancels::*},
    stage::*,
    support::*,
};

/// A server that takes fees of guests and of hosts.
fn with_fees(state: &TestState) -> Context {
    let fees = Fees {
        guest_bp: 725,
        host_bp: 310,
    };
    let settings = Settings {
        fees,
        ..(*state.ctx.settings).clone()
    };
    Context {
        settings: Arc::new(settings),
        ..state.ctx.clone()
    }
}

/// A price that can be divided by nothing.
fn odd_price() -> Pricing {
    let pounds = Currency::parse("GBP").expect("a currency");
    Pricing {
        guests_included: 1,
        extra_guest: 777,
        weekend: Some(11_111),
        tax: Some(Tax::Rate {
            bp: 575,
            base: TaxBase::All,
            max_nights: 2,
        }),
        ..Pricing::plain(pounds, 9_999, 3_333)
    }
}

async fn booked(state: &TestState, ctx: &Context, guest: &Actor, home: &listings::Model) -> Uuid {
    let stay = state.stay(20, 3);
    let ask = Ask {
        stay,
        guests: 2,
        today: state.day(0),
    };
    let total = quote(&odd_price(), &ask, &ctx.settings.fees)
        .expect("a quote")
        .total;
    let wish = bookings::HoldRequest {
        listing_id: home.id,
        check_in: stay.check_in,
        check_out: stay.check_out,
        guests: 2,
        shown_total: total,
    };
    let id = bookings::hold(ctx, guest, wish).await.expect("a hold");
    card(state, guest, id, GOOD).await;
    let came_to = bookings::returned(ctx, guest, id).await.expect("a return");
    assert_eq!(came_to, State::Confirmed);
    id
}

fn sum(lines: &[(String, Money)]) -> i64 {
    lines.iter().map(|(_, amount)| amount.minor).sum()
}

stories! {
    async fn what_was_given_back_before_is_taken_off(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        refunds::by_admin(&state.ctx, id, "50", "The heating was cold.").await.expect("given back");
        let shown = preview(&state, &mina, id).await;
        assert_eq!((shown.refund.to_string(), shown.lines.len()), ("£150.00".into(), 2));
        assert_eq!((shown.lines[1].0.as_str(), shown.lines[1].1.minor), ("Given back before", -5_000));
        cancel(&state, &mina, id).await;
        settled(&state, id, 20_000).await;
    }

    async fn with_fees_and_tax_the_refund_is_the_preview_to_the_cent(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let ctx = with_fees(&state);
        // Hours before check-in; under way when negative.
        let table = [
            (200, Policy::Strict), (30, Policy::Moderate), (3, Policy::Flexible), (-20, Policy::Moderate), (-30, Policy::Standard),
        ];
        for (hours, policy) in table {
            for who in [&mina, &ailsa] {
                let home = state.home(&ailsa).pricing(odd_price()).policy(policy).publish().await;
                let begins = begins(&home, &state.stay(20, 3));
                let id = booked(&state, &ctx, &mina, &home).await;
                state.clock.set(begins - TimeDelta::hours(hours));
                let shown = preview(&state, who, id).await;
                let total = row(&state, id).await.total;
                assert_eq!((sum(&shown.lines), sum(&shown.kept_lines)), (shown.refund.minor, total - shown.refund.minor));
                assert!(shown.step.as_ref().is_none_or(|step| step.refund == shown.refund), "{policy} {hours}");
                cancel(&state, who, id).await;
                let made = refunds_of(&state, id).await;
                assert_eq!(made.iter().map(|refund| refund.amount).sum::<i64>(), shown.refund.minor, "{policy} {hours}");
                assert!(made.iter().all(|made| made.host_part + made.platform_part + made.tax_part == made.amount));
                for _ in 0..3 {
                    tick(&state).await;
                }
                assert_eq!((balance(&state, id, "guest").await, payment(&state, id).await.refunded), (0, shown.refund.minor));
            }
        }
    }
}
