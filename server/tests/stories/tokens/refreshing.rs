//! Going on with a refresh token, which works once.

use chrono::TimeDelta;
use domain::Error;
use sea_orm::{ActiveValue::Set, EntityTrait};
use server::{
    entities::users,
    tokens::{Issued, refresh},
};

use super::{bearer, isla, log_in};
use crate::{stage::refusal, support::*};

fn refused(result: server::Result<Issued>) {
    assert_eq!(refusal(result.map(drop)), Error::SignInNeeded);
}

stories! {
    async fn each_refresh_token_works_once(state: TestState) {
        let isla = isla(&state).await;
        let first = log_in(&state.ctx).await;
        state.clock.advance(TimeDelta::minutes(50));
        let second = refresh(&state.ctx, &first.refresh_token).await.unwrap();
        assert_ne!(first.refresh_token, second.refresh_token);
        state.clock.advance(TimeDelta::minutes(50));
        assert_eq!(bearer(&state.ctx, &second.access_token).await, Some(isla));
        let third = refresh(&state.ctx, &second.refresh_token).await.unwrap();
        assert!(bearer(&state.ctx, &third.access_token).await.is_some());
    }

    async fn one_that_comes_twice_ends_the_whole_log_in_and_no_other(state: TestState) {
        let isla = isla(&state).await;
        let (first, other) = (log_in(&state.ctx).await, log_in(&state.ctx).await);
        let second = refresh(&state.ctx, &first.refresh_token).await.unwrap();
        assert!(bearer(&state.ctx, &second.access_token).await.is_some());
        refused(refresh(&state.ctx, &first.refresh_token).await);
        refused(refresh(&state.ctx, &second.refresh_token).await);
        for token in [&first.access_token, &second.access_token] {
            assert_eq!(bearer(&state.ctx, token).await, None);
        }
        assert_eq!(bearer(&state.ctx, &other.access_token).await, Some(isla));
        assert!(refresh(&state.ctx, &other.refresh_token).await.is_ok());
    }

    async fn of_two_that_use_it_at_once_one_goes_on_at_most(state: TestState) {
        isla(&state).await;
        let first = log_in(&state.ctx).await;
        let elsewhere = state.another_server().await;
        let (here, there) = tokio::join!(
            refresh(&state.ctx, &first.refresh_token),
            refresh(&elsewhere, &first.refresh_token)
        );
        let pairs: Vec<Issued> = [here, there].into_iter().filter_map(Result::ok).collect();
        assert_eq!(pairs.len(), 1);
        // The other one came second, so the log-in is over.
        refused(refresh(&state.ctx, &pairs[0].refresh_token).await);
    }

    async fn a_log_in_lasts_thirty_days_however_often_it_is_refreshed(state: TestState) {
        isla(&state).await;
        let mut issued = log_in(&state.ctx).await;
        for _day in 0..29 {
            state.clock.advance(TimeDelta::days(1));
            issued = refresh(&state.ctx, &issued.refresh_token).await.unwrap();
        }
        state.clock.advance(TimeDelta::days(1));
        refused(refresh(&state.ctx, &issued.refresh_token).await);
    }

    async fn what_is_no_refresh_token_is_refused(state: TestState) {
        isla(&state).await;
        let issued = log_in(&state.ctx).await;
        refused(refresh(&state.ctx, "").await);
        refused(refresh(&state.ctx, &issued.access_token).await);
        refused(refresh(&state.ctx, &format!("{}x", issued.refresh_token)).await);
        assert!(refresh(&state.ctx, &issued.refresh_token).await.is_ok());
    }

    async fn a_closed_account_goes_on_with_nothing(state: TestState) {
        let isla = isla(&state).await;
        let issued = log_in(&state.ctx).await;
        let closed = users::ActiveModel { id: Set(isla.user_id), archived_at: Set(Some(state.now())), ..Default::default() };
        users::Entity::update(closed).exec(state.db()).await.unwrap();
        refused(refresh(&state.ctx, &issued.refresh_token).await);
        assert_eq!(bearer(&state.ctx, &issued.access_token).await, None);
    }
}
