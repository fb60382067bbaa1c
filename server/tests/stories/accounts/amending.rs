//! Changing a part of one's profile.

use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use server::{
    accounts::{AmendProfile, amend_profile, profile},
    entities::users,
};

use crate::{
    accounts::{newcomer, refused},
    support::*,
};

stories! {
    async fn what_is_not_said_stays_as_it_is(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let phone = AmendProfile { phone: Some("+44 131 496 0000".into()), ..Default::default() };
        for _twice in 0..2 {
            let amended = amend_profile(&state.ctx, &isla, phone.clone()).await.unwrap();
            assert_eq!((amended.first_name.as_str(), amended.phone.as_deref()), ("Isla", Some("+44 131 496 0000")));
        }
        let gone = AmendProfile { phone: Some(String::new()), last_name: Some("O’Brien".into()), ..Default::default() };
        amend_profile(&state.ctx, &isla, gone).await.unwrap();
        let kept = profile(&state.ctx, &isla).await.unwrap();
        assert_eq!((kept.last_name.as_str(), kept.phone), ("O’Brien", None));
    }

    async fn what_will_not_do_is_told_at_its_field_and_changes_nothing(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let wrong = AmendProfile { first_name: Some(" ".into()), phone: Some("call me".into()), ..Default::default() };
        let fields: Vec<&str> = refused(amend_profile(&state.ctx, &isla, wrong).await).iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["first_name", "phone"]);
        assert_eq!(profile(&state.ctx, &isla).await.unwrap().version, 1);
    }

    async fn what_came_from_before_and_nobody_could_type_stands_in_no_ones_way(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let old = users::ActiveModel {
            id: Set(isla.user_id),
            last_name: Set(String::new()),
            phone: Set(Some("0131 496 x12".into())),
            ..Default::default()
        };
        old.update(state.db()).await.expect("an imported account");
        let moved = AmendProfile { home_location: Some("Leith".into()), ..Default::default() };
        amend_profile(&state.ctx, &isla, moved).await.expect("one thing changed");
        let whole = AmendProfile {
            first_name: Some("Ishbel".into()),
            last_name: Some(String::new()),
            phone: Some("0131 496 x12".into()),
            home_location: Some("Leith".into()),
        };
        let kept = amend_profile(&state.ctx, &isla, whole).await.expect("what was read, with one thing changed");
        assert_eq!((kept.first_name.as_str(), kept.last_name.as_str()), ("Ishbel", ""));
        assert_eq!((kept.phone.as_deref(), kept.home_location.as_deref()), (Some("0131 496 x12"), Some("Leith")));
        let wrong = AmendProfile { last_name: Some(" ".into()), phone: Some("0131 496 x13".into()), ..Default::default() };
        let fields: Vec<&str> = refused(amend_profile(&state.ctx, &isla, wrong).await).iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["last_name", "phone"]);
    }

    async fn two_who_change_different_parts_at_once_both_succeed(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let elsewhere = state.another_server().await;
        let first = AmendProfile { first_name: Some("Ishbel".into()), ..Default::default() };
        let second = AmendProfile { home_location: Some("Leith".into()), ..Default::default() };
        let (first, second) = tokio::join!(amend_profile(&state.ctx, &isla, first), amend_profile(&elsewhere, &isla, second));
        assert!(first.is_ok() && second.is_ok());
        let kept = profile(&state.ctx, &isla).await.unwrap();
        assert_eq!((kept.first_name.as_str(), kept.home_location.as_deref()), ("Ishbel", Some("Leith")));
    }
}
