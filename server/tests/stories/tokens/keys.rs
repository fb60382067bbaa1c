//! Keys that change while tokens are in use.

use std::sync::Arc;

use server::{Context, Settings, tokens::Keys};

use super::{bearer, isla, log_in};
use crate::support::*;

fn with_keys(ctx: &Context, current: &str, previous: Option<&str>) -> Context {
    let settings = Settings {
        token_keys: Keys::new(Some(current), previous, &ctx.settings.secret),
        ..(*ctx.settings).clone()
    };
    Context {
        settings: Arc::new(settings),
        ..ctx.clone()
    }
}

stories! {
    async fn nobody_is_logged_out_while_a_key_is_replaced(state: TestState) {
        let isla = isla(&state).await;
        let old = with_keys(&state.another_server().await, "the old key", None);
        let issued = log_in(&old).await;
        let rotated = with_keys(&state.another_server().await, "the new key", Some("the old key"));
        assert_eq!(bearer(&rotated, &issued.access_token).await, Some(isla.clone()));
        let renewed = log_in(&rotated).await;
        let done = with_keys(&state.another_server().await, "the new key", None);
        assert_eq!(bearer(&done, &renewed.access_token).await, Some(isla));
        assert_eq!(bearer(&done, &issued.access_token).await, None);
    }
}
