//! What people do too often: log in, sign up, ask for a new password, pay.

use chrono::TimeDelta;
use server::{
    Context, Result,
    accounts::{self, Actor, ChangePassword, LogIn, SignUp},
    bookings,
};

use crate::{
    limits::{from, limited, too_often},
    stage::hold,
    support::*,
};

const PASSWORD: &str = "kettle on the hob";

async fn sign_up(ctx: &Context, email: &str) -> Result<Actor> {
    let form = SignUp {
        first_name: "Isla".into(),
        last_name: "Fraser".into(),
        email: email.into(),
        password: PASSWORD.into(),
    };
    accounts::sign_up(ctx, form).await
}

async fn log_in(ctx: &Context, email: &str, password: &str) -> Result<Actor> {
    let form = LogIn {
        email: email.into(),
        password: password.into(),
    };
    accounts::log_in(ctx, form).await
}

stories! {
    async fn five_wrong_passwords_are_followed_by_a_minutes_wait(state: TestState) {
        let ctx = limited(&state.ctx);
        sign_up(&ctx, "isla@example.com").await.expect("an account");
        for typed in ["isla@example.com", "ISLA@example.com", " isla@example.com ", "isla@Example.com", "isla@example.com"] {
            assert!(!too_often(log_in(&ctx, typed, "kettle on the hub").await));
        }
        // Also with the right one: else the wait would tell which it is.
        let refused = log_in(&ctx, "isla@example.com", PASSWORD).await;
        let said = refused.as_ref().map_or_else(ToString::to_string, |_| String::new());
        assert_eq!(said, "You have tried to log in too often. Please try again in 60 seconds.");
        state.clock.advance(TimeDelta::minutes(1));
        log_in(&ctx, "isla@example.com", PASSWORD).await.expect("a log-in");
    }

    async fn an_address_that_tries_many_accounts_waits_and_others_do_not(state: TestState) {
        let ctx = limited(&state.ctx);
        sign_up(&ctx, "isla@example.com").await.expect("an account");
        for number in 0..5 {
            let email = format!("guess-{number}@example.com");
            assert!(!too_often(from("203.0.113.1", log_in(&ctx, &email, PASSWORD)).await));
        }
        assert!(too_often(from("203.0.113.1", log_in(&ctx, "isla@example.com", PASSWORD)).await));
        from("203.0.113.2", log_in(&ctx, "isla@example.com", PASSWORD)).await.expect("a log-in");
    }

    async fn who_has_tried_in_vain_may_ask_for_a_new_password(state: TestState) {
        let ctx = limited(&state.ctx);
        let asks = async || from("203.0.113.1", accounts::forgot_password(&ctx, "isla@example.com")).await;
        while !too_often(from("203.0.113.1", log_in(&ctx, "isla@example.com", "wrong")).await) {}
        for _ in 0..5 {
            asks().await.expect("a link");
        }
        assert!(too_often(asks().await));
    }

    async fn ten_accounts_an_hour_are_opened_from_one_address(state: TestState) {
        let ctx = limited(&state.ctx);
        let opens = async |number: u32, address: &str| {
            from(address, sign_up(&ctx, &format!("guest-{number}@example.com"))).await
        };
        for number in 1..=10 {
            opens(number, "2001:db8:1:2::1").await.expect("an account");
        }
        // One subscriber has a whole network of these.
        assert!(too_often(opens(11, "2001:db8:1:2:ffff::7").await));
        opens(11, "2001:db8:1:3::1").await.expect("an account");
        state.clock.advance(TimeDelta::minutes(59));
        assert!(too_often(opens(12, "2001:db8:1:2::1").await));
        state.clock.advance(TimeDelta::minutes(1));
        opens(12, "2001:db8:1:2::1").await.expect("an account");
    }

    async fn a_mistake_in_the_form_opens_no_account_and_counts_as_none(state: TestState) {
        let ctx = limited(&state.ctx);
        for _ in 0..20 {
            assert!(!too_often(from("203.0.113.1", sign_up(&ctx, "nowhere")).await));
        }
        from("203.0.113.1", sign_up(&ctx, "isla@example.com")).await.expect("an account");
    }

    async fn nobody_guesses_a_password_through_somebodys_session(state: TestState) {
        let ctx = limited(&state.ctx);
        let isla = sign_up(&ctx, "isla@example.com").await.expect("an account");
        let change = async |current: &str| {
            let form = ChangePassword {
                current: current.into(),
                new: "seven small boats".into(),
                keep_session: None,
            };
            accounts::change_password(&ctx, &isla, form).await
        };
        for _ in 0..5 {
            assert!(!too_often(change("kettle on the hub").await));
        }
        assert!(too_often(change(PASSWORD).await));
    }

    async fn paying_is_begun_ten_times_a_minute_at_most(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let ctx = limited(&state.ctx);
        let shown = bookings::checkout(&ctx, &mina, id).await.expect("a checkout").quote.total;
        for _ in 0..10 {
            bookings::pay(&ctx, &mina, id, shown).await.expect("the provider's page");
        }
        assert!(too_often(bookings::pay(&ctx, &mina, id, shown).await));
        assert!(too_often(bookings::pay_by_card(&ctx, &mina, id, shown).await));
    }
}
