//! Logging in for tokens.

use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    entities::refresh_tokens,
    telemetry::statements::counted,
    tokens::{BELIEVED, Proof, delete_expired},
};

use super::{PASSWORD, bearer, isla, log_in, try_log_in, who};
use crate::{stage::refusal, support::*};

stories! {
    async fn a_log_in_proves_its_user_for_an_hour_on_every_server(state: TestState) {
        let isla = isla(&state).await;
        let issued = log_in(&state.ctx).await;
        assert_eq!((issued.user_id, issued.expires_in), (isla.user_id, TimeDelta::hours(1)));
        let known = who(&state.ctx, &issued.access_token).await.unwrap();
        assert_eq!((&known.actor, &known.scopes), (&isla, &None));
        assert!(matches!(known.proof, Proof::LogIn(_)));
        let other = state.another_server().await;
        assert_eq!(bearer(&other, &issued.access_token).await, Some(isla));
        state.clock.advance(TimeDelta::hours(1));
        assert_eq!(bearer(&state.ctx, &issued.access_token).await, None);
        assert_eq!(bearer(&other, &issued.access_token).await, None);
    }

    async fn a_program_that_asks_often_costs_one_statement_in_four_seconds(state: TestState) {
        isla(&state).await;
        let issued = log_in(&state.ctx).await;
        for expected in [1, 0, 0] {
            let (known, statements) = counted(who(&state.ctx, &issued.access_token)).await;
            assert_eq!((known.is_some(), statements), (true, expected));
        }
        state.clock.advance(BELIEVED);
        let (_, statements) = counted(who(&state.ctx, &issued.access_token)).await;
        assert_eq!(statements, 1);
        assert!(BELIEVED < TimeDelta::seconds(5));
    }

    async fn what_is_no_token_asks_nobody(state: TestState) {
        isla(&state).await;
        let issued = log_in(&state.ctx).await;
        let cut = &issued.access_token[..issued.access_token.len() - 1];
        for token in ["", "a.b.c", cut, &issued.refresh_token, "hbnb_0000000000000000000000000000000000000000000000000"] {
            let (known, statements) = counted(who(&state.ctx, token)).await;
            assert_eq!((known, statements), (None, 0), "{token}");
        }
    }

    async fn a_wrong_password_gives_no_tokens(state: TestState) {
        isla(&state).await;
        let refused = refusal(try_log_in(&state.ctx, "kettle on the hub").await.map(drop));
        assert_eq!(refused.to_string(), "The e-mail address or the password is not right.");
        assert_eq!(refresh_tokens::Entity::find().count(state.db()).await.unwrap(), 0);
        assert!(try_log_in(&state.ctx, PASSWORD).await.is_ok());
    }

    async fn who_reads_the_database_has_no_token(state: TestState) {
        isla(&state).await;
        let issued = log_in(&state.ctx).await;
        let row = refresh_tokens::Entity::find().one(state.db()).await.unwrap().unwrap();
        assert_eq!(row.id_hash.len(), 32);
        assert!(!issued.refresh_token.as_bytes().windows(32).any(|part| part == row.id_hash));
    }

    async fn log_ins_that_are_over_are_forgotten(state: TestState) {
        isla(&state).await;
        log_in(&state.ctx).await;
        state.clock.advance(TimeDelta::days(20));
        log_in(&state.ctx).await;
        state.clock.advance(TimeDelta::days(10));
        delete_expired(&state.ctx).await.unwrap();
        assert_eq!(refresh_tokens::Entity::find().count(state.db()).await.unwrap(), 1);
    }
}
