//! Tokens that people make for their own programs.

use chrono::TimeDelta;
use domain::{Error, tokens::Scope};
use sea_orm::EntityTrait;
use server::{
    entities::personal_tokens,
    telemetry::statements::counted,
    tokens::{Proof, WantedToken, list, log_out, make as try_make, revoke},
};
use uuid::Uuid;

use super::{bearer, isla, make, wanted, who};
use crate::{
    stage::{fields, refusal},
    support::*,
};

stories! {
    async fn a_token_lets_a_program_do_what_was_allowed(state: TestState) {
        let isla = isla(&state).await;
        let made = make(&state.ctx, &isla).await;
        let known = who(&state.ctx, &made.token).await.unwrap();
        assert_eq!((&known.actor, known.proof), (&isla, Proof::Personal(made.id)));
        assert!(known.may(Scope::Profile) && known.may(Scope::ListingsRead));
        assert!(!known.may(Scope::ListingsWrite) && !known.may(Scope::BookingsWrite));
        let refused = refusal(log_out(&state.ctx, &known).await);
        assert!(matches!(refused, Error::Refused(_)));
    }

    async fn what_is_wrong_is_told_field_by_field(state: TestState) {
        let isla = isla(&state).await;
        let nothing = WantedToken { id: Uuid::new_v4(), name: " ".into(), scopes: Vec::new(), expires_in: "0".into() };
        assert_eq!(fields(try_make(&state.ctx, &isla, nothing).await.map(drop)), ["name", "scopes", "expires_in"]);
        let unknown = wanted(&["admin"], "30");
        assert_eq!(fields(try_make(&state.ctx, &isla, unknown).await.map(drop)), ["scopes"]);
        assert!(list(&state.ctx, &isla).await.unwrap().is_empty());
    }

    async fn a_form_that_is_sent_twice_makes_one_token(state: TestState) {
        let isla = isla(&state).await;
        let id = Uuid::new_v4();
        let form = || WantedToken { id, ..wanted(&["profile"], "30") };
        let made = try_make(&state.ctx, &isla, form()).await.unwrap();
        let again = refusal(try_make(&state.ctx, &isla, form()).await.map(drop));
        assert!(again.to_string().starts_with("This token was made already"), "{again}");
        assert_eq!(list(&state.ctx, &isla).await.unwrap().len(), 1);
        assert!(bearer(&state.ctx, &made.token).await.is_some());
    }

    async fn the_list_tells_when_a_token_was_used_to_the_minute(state: TestState) {
        let isla = isla(&state).await;
        let made = make(&state.ctx, &isla).await;
        let used = async || list(&state.ctx, &isla).await.unwrap()[0].last_used_at;
        assert_eq!(used().await, None);
        let first = state.now();
        let (_, statements) = counted(who(&state.ctx, &made.token)).await;
        assert_eq!((used().await, statements), (Some(first), 2));
        state.clock.advance(TimeDelta::seconds(30));
        let (_, statements) = counted(who(&state.ctx, &made.token)).await;
        assert_eq!((used().await, statements), (Some(first), 1));
        state.clock.advance(TimeDelta::seconds(30));
        who(&state.ctx, &made.token).await.unwrap();
        assert_eq!(used().await, Some(state.now()));
    }

    async fn a_token_ends_with_its_time_and_stays_in_the_list(state: TestState) {
        let isla = isla(&state).await;
        let made = try_make(&state.ctx, &isla, wanted(&["profile"], "30")).await.unwrap();
        state.clock.advance(TimeDelta::days(30) - TimeDelta::seconds(5));
        assert!(bearer(&state.ctx, &made.token).await.is_some());
        state.clock.advance(TimeDelta::seconds(5));
        assert_eq!(bearer(&state.ctx, &made.token).await, None);
        assert!(list(&state.ctx, &isla).await.unwrap()[0].is_over);
    }

    async fn a_revoked_token_is_refused_here_at_once_and_elsewhere_within_five_seconds(state: TestState) {
        let isla = isla(&state).await;
        let made = make(&state.ctx, &isla).await;
        let elsewhere = state.another_server().await;
        assert!(bearer(&state.ctx, &made.token).await.is_some() && bearer(&elsewhere, &made.token).await.is_some());
        for _twice in 0..2 {
            revoke(&state.ctx, &isla, made.id).await.unwrap();
        }
        assert_eq!(bearer(&state.ctx, &made.token).await, None);
        state.clock.advance(TimeDelta::seconds(5));
        assert_eq!(bearer(&elsewhere, &made.token).await, None);
        assert!(list(&state.ctx, &isla).await.unwrap().is_empty());
    }

    async fn nobody_sees_or_revokes_anothers_token(state: TestState) {
        let (isla, rory) = (isla(&state).await, state.guest("Rory").await);
        let made = make(&state.ctx, &isla).await;
        assert!(list(&state.ctx, &rory).await.unwrap().is_empty());
        for id in [made.id, Uuid::new_v4()] {
            assert_eq!(refusal(revoke(&state.ctx, &rory, id).await), Error::NotFound("Token"));
        }
        assert!(bearer(&state.ctx, &made.token).await.is_some());
    }

    async fn nobody_has_more_than_fifty(state: TestState) {
        let isla = isla(&state).await;
        let first = make(&state.ctx, &isla).await;
        for _ in 1..50 {
            make(&state.ctx, &isla).await;
        }
        let refused = refusal(try_make(&state.ctx, &isla, wanted(&["profile"], "never")).await.map(drop));
        assert!(refused.to_string().contains("fifty"), "{refused}");
        revoke(&state.ctx, &isla, first.id).await.unwrap();
        make(&state.ctx, &isla).await;
    }

    async fn who_reads_the_database_has_no_token(state: TestState) {
        let isla = isla(&state).await;
        let made = make(&state.ctx, &isla).await;
        let row = personal_tokens::Entity::find().one(state.db()).await.unwrap().unwrap();
        assert_eq!(row.token_hash.len(), 32);
        assert!(!format!("{row:?}").contains(&made.token[5..20]));
    }
}
