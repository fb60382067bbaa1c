//! What users tell about themselves.

use server::accounts::{Actor, UpdateProfile, profile, update_profile};
use uuid::Uuid;

use crate::{
    accounts::{browser::Browser, newcomer, refused},
    support::*,
};

fn typed(first_name: &str, version: u32) -> UpdateProfile {
    UpdateProfile {
        first_name: first_name.into(),
        last_name: "O'Brien".into(),
        phone: "+44 131 496 0000".into(),
        home_location: " Leith,  Edinburgh ".into(),
        about: "I read on trains.\r\n\r\n\r\nAnd walk.".into(),
        version,
    }
}

stories! {
    async fn a_profile_is_kept_and_the_session_shows_the_new_name(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let mut browser = Browser::of(&state, &isla).await;
        update_profile(&state.ctx, &isla, typed("李", 1)).await.unwrap();
        let kept = profile(&state.ctx, &isla).await.unwrap();
        assert_eq!((kept.first_name.as_str(), kept.last_name.as_str(), kept.version), ("李", "O'Brien", 2));
        assert_eq!(kept.home_location.as_deref(), Some("Leith, Edinburgh"));
        assert_eq!(kept.about.as_deref(), Some("I read on trains.\n\nAnd walk."));
        assert_eq!(browser.actor(&state).await.unwrap().first_name, "李");
    }

    async fn what_is_left_empty_is_forgotten(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        update_profile(&state.ctx, &isla, typed("Isla", 1)).await.unwrap();
        let empty = UpdateProfile { phone: String::new(), about: " ".into(), ..typed("Isla", 2) };
        update_profile(&state.ctx, &isla, empty).await.unwrap();
        let kept = profile(&state.ctx, &isla).await.unwrap();
        assert_eq!((kept.phone, kept.about), (None, None));
    }

    async fn two_windows_do_not_overwrite_each_other(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        update_profile(&state.ctx, &isla, typed("Isla", 1)).await.unwrap();
        let late = update_profile(&state.ctx, &isla, typed("Iseabail", 1)).await;
        assert!(refused(late)[0].1.starts_with("Your profile was changed in another window"));
        // A double click says the same thing twice, which is no conflict.
        update_profile(&state.ctx, &isla, typed("Isla", 1)).await.unwrap();
        let kept = profile(&state.ctx, &isla).await.unwrap();
        assert_eq!((kept.first_name.as_str(), kept.version), ("Isla", 2));
    }

    async fn nobody_touches_the_profile_of_another(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let rory = newcomer(&state, "Rory", "rory@example.com").await;
        let before = profile(&state.ctx, &rory).await.unwrap();
        update_profile(&state.ctx, &isla, typed("Isla", 1)).await.unwrap();
        assert_eq!(profile(&state.ctx, &rory).await.unwrap(), before);
        let nobody = Actor { user_id: Uuid::new_v4(), ..isla };
        assert_eq!(refused(update_profile(&state.ctx, &nobody, typed("Isla", 1)).await)[0].1, "Please log in first.");
    }

    async fn what_is_wrong_in_a_profile_is_told_at_its_field(state: TestState) {
        let isla = newcomer(&state, "Isla", "isla@example.com").await;
        let wrong = UpdateProfile {
            phone: "call me".into(), home_location: "x".repeat(121), about: "x".repeat(2_001), ..typed("", 1)
        };
        let fields: Vec<_> = refused(update_profile(&state.ctx, &isla, wrong).await).into_iter().map(|f| f.0).collect();
        assert_eq!(fields, ["first_name", "phone", "home_location", "about"]);
    }
}
