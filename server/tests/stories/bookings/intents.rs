//! A hold and its payment in one step: what is asked for, what is refused, and that asking again gives the same one.

use domain::{Error, bookings::State};
use server::{
    Error as Failure,
    bookings::{self, Intend},
    entities::listings,
    payments::sandbox,
};

use crate::{stage::*, support::*};

/// Two nights in three days for two guests, and nothing said of money.
pub fn ask(state: &TestState, home: &listings::Model) -> Intend {
    let stay = state.stay(3, 2);
    Intend {
        listing_id: home.id,
        check_in: stay.check_in,
        check_out: stay.check_out,
        guests: 2,
        currency: None,
        amount: None,
    }
}

stories! {
    async fn asking_holds_the_nights_and_names_the_payment(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).publish().await;
        let made = bookings::intend(&state.ctx, &mina, ask(&state, &home)).await.expect("a payment");
        assert_eq!((made.total.minor, made.total.currency.code()), (24_000, "GBP"));
        assert!(made.client_secret.starts_with(&format!("{}_secret_", made.intent_id)));
        assert_eq!(made.expires_at, Some(row(&state, made.booking_id).await.hold_expires_at));
        assert_eq!(payment(&state, made.booking_id).await.intent_id.as_deref(), Some(made.intent_id.as_str()));
        assert_eq!(nights_of(&state, &home).await, 2);
    }

    async fn asking_again_gives_the_same_payment_on_every_server(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let other = state.another_server().await;
        let (first, second) = tokio::join!(
            bookings::intend(&state.ctx, &mina, ask(&state, &home)),
            bookings::intend(&other, &mina, ask(&state, &home))
        );
        let first = first.expect("a payment");
        assert_eq!(first, second.expect("the same payment"));
        assert_eq!(nights_of(&state, &home).await, 2);
    }

    async fn after_the_card_it_is_still_the_same_payment(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let made = bookings::intend(&state.ctx, &mina, ask(&state, &home)).await.expect("a payment");
        card(&state, &mina, made.booking_id, GOOD).await;
        bookings::returned(&state.ctx, &mina, made.booking_id).await.expect("a return");
        let again = bookings::intend(&state.ctx, &mina, ask(&state, &home)).await.expect("the same payment");
        assert_eq!((&again.intent_id, again.expires_at), (&made.intent_id, None));
        assert_eq!(nights_of(&state, &home).await, 2);
    }

    async fn a_price_that_changes_meanwhile_is_not_that_of_the_payment(state: TestState) {
        use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).publish().await;
        let made = bookings::intend(&state.ctx, &mina, ask(&state, &home)).await.expect("a payment");
        let mut row = home.clone().into_active_model();
        row.pricing = Set(home.pricing.replace("12000", "15000"));
        row.update(state.db()).await.expect("a dearer home");
        let again = bookings::intend(&state.ctx, &mina, ask(&state, &home)).await.expect("the same payment");
        assert_eq!(again, made);
    }

    async fn neither_currency_nor_amount_is_the_callers_to_choose(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).nightly(12_000).publish().await;
        let said = |currency: Option<&str>, amount| Intend {
            currency: currency.map(str::to_owned),
            amount,
            ..ask(&state, &home)
        };
        for code in ["idr", "not money"] {
            let refused = bookings::intend(&state.ctx, &mina, said(Some(code), None)).await;
            assert_eq!(fields(refused), ["currency"], "{code}");
        }
        let cheap = bookings::intend(&state.ctx, &mina, said(None, Some(200))).await;
        assert_eq!(refusal(cheap).to_string(), "Payment amount does not match booking total");
        assert_eq!(nights_of(&state, &home).await, 0, "nothing was held");
        let made = bookings::intend(&state.ctx, &mina, said(Some("gbp"), Some(24_000))).await;
        made.expect("what equals ours is taken");
        let cheap = bookings::intend(&state.ctx, &mina, said(None, Some(200))).await;
        assert_eq!(refusal(cheap).status(), 409, "compared also with what was made");
    }

    async fn what_a_hold_refuses_is_refused(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        bookings::intend(&state.ctx, &mina, ask(&state, &home)).await.expect("a payment");
        let taken = bookings::intend(&state.ctx, &noor, ask(&state, &home)).await;
        assert!(matches!(refusal(taken), Error::DatesTaken { .. }));
        let own = bookings::intend(&state.ctx, &ailsa, ask(&state, &home)).await;
        assert!(matches!(refusal(own), Error::Refused(_)));
        let many = Intend { guests: 9, ..ask(&state, &home) };
        assert_eq!(fields(bookings::intend(&state.ctx, &noor, many).await), ["guests"]);
        let nowhere = Intend { listing_id: uuid::Uuid::new_v4(), ..ask(&state, &home) };
        assert_eq!(refusal(bookings::intend(&state.ctx, &noor, nowhere).await), Error::NotFound("Home"));
        let gone = Intend { check_in: state.day(-2), check_out: state.day(1), ..ask(&state, &home) };
        assert_eq!(fields(bookings::intend(&state.ctx, &noor, gone).await), ["check_in"]);
    }

    async fn a_card_is_tried_with_the_secret_alone(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let made = bookings::intend(&state.ctx, &mina, ask(&state, &home)).await.expect("a payment");
        let (id, secret) = (made.intent_id.as_str(), made.client_secret.as_str());
        let try_card = |secret: String, method: &'static str| {
            let (ctx, id) = (state.ctx.clone(), id.to_owned());
            async move { sandbox::confirm(&ctx, &id, &secret, method).await }
        };
        for wrong in ["", "pi_secret", &secret[1..]] {
            let refused = try_card(wrong.to_owned(), "pm_card_visa").await;
            assert_eq!(refusal(refused), Error::NotFound("Payment"), "{wrong:?}");
        }
        let unknown = try_card(secret.to_owned(), "pm_card_gold").await;
        assert_eq!(fields(unknown), ["payment_method"]);
        let declined = try_card(secret.to_owned(), "pm_card_chargeDeclined").await.expect("an answer");
        assert!(declined.declined.is_some_and(|why| why.contains("declined")));
        let asks = try_card(secret.to_owned(), "pm_card_authenticationRequired").await.expect("an answer");
        assert_eq!(asks.intent.status.as_str(), "requires_action");
        sandbox::authenticate(&state.ctx, id, false).await.expect("a refusal");
        for _ in 0..2 {
            let paid = try_card(secret.to_owned(), "pm_card_visa").await.expect("an answer");
            assert_eq!((paid.intent.status.as_str(), paid.declined), ("requires_capture", None));
        }
        let no_such = sandbox::confirm(&state.ctx, "pi_nothing", secret, "pm_card_visa").await;
        assert!(matches!(no_such, Err(Failure::User(Error::NotFound(_)))));
        assert_eq!(state_of(&state, made.booking_id).await, State::Held, "news come by themselves");
        assert_eq!(bookings::returned(&state.ctx, &mina, made.booking_id).await.expect("news"), State::Confirmed);
    }
}
