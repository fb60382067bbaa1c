//! People of the replaced system, whose passwords it had hashed with bcrypt.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use server::{
    accounts::{Actor, ChangePassword, LogIn, change_password, log_in},
    entities::users,
};

use crate::{
    accounts::{PASSWORD, newcomer, refused},
    support::*,
};

/// Of [`PASSWORD`], with four rounds instead of its twelve.
fn old_hash() -> String {
    bcrypt::hash(PASSWORD, 4).expect("a hash")
}

async fn moved_in(state: &TestState) -> Actor {
    let isla = newcomer(state, "Isla", "isla@example.com").await;
    let moved = users::ActiveModel {
        password_hash: Set(old_hash()),
        imported_at: Set(Some(state.now())),
        ..Default::default()
    };
    let update = users::Entity::update_many()
        .set(moved)
        .filter(users::Column::Id.eq(isla.user_id));
    update.exec(state.db()).await.expect("a change");
    isla
}

async fn hash(state: &TestState, isla: &Actor) -> String {
    let user = users::Entity::find_by_id(isla.user_id).one(state.db());
    user.await.expect("a look").expect("the user").password_hash
}

fn typed(password: &str) -> LogIn {
    LogIn {
        email: "isla@example.com".into(),
        password: password.into(),
    }
}

stories! {
    async fn an_old_password_works_and_is_hashed_as_ours_are(state: TestState) {
        let isla = moved_in(&state).await;
        assert!(hash(&state, &isla).await.starts_with("$2b$"));
        for _twice in 0..2 {
            assert_eq!(log_in(&state.ctx, typed(PASSWORD)).await.unwrap(), isla);
            assert!(hash(&state, &isla).await.starts_with("$argon2id$"));
        }
    }

    async fn a_wrong_one_changes_nothing(state: TestState) {
        let isla = moved_in(&state).await;
        let sentence = "The e-mail address or the password is not right.".to_owned();
        assert_eq!(refused(log_in(&state.ctx, typed("kettle on the hub")).await), [("", sentence)]);
        assert!(hash(&state, &isla).await.starts_with("$2b$"));
    }

    async fn two_who_log_in_at_once_are_both_let_in(state: TestState) {
        let isla = moved_in(&state).await;
        let elsewhere = state.another_server().await;
        let (here, there) = tokio::join!(log_in(&state.ctx, typed(PASSWORD)), log_in(&elsewhere, typed(PASSWORD)));
        assert_eq!((here.unwrap(), there.unwrap()), (isla.clone(), isla.clone()));
        assert_eq!(log_in(&state.ctx, typed(PASSWORD)).await.unwrap(), isla);
    }

    async fn an_old_password_can_be_changed(state: TestState) {
        let isla = moved_in(&state).await;
        let change = ChangePassword { current: PASSWORD.into(), new: "a lamp by the door".into(), keep_session: None };
        change_password(&state.ctx, &isla, change).await.unwrap();
        assert_eq!(log_in(&state.ctx, typed("a lamp by the door")).await.unwrap(), isla);
    }
}
