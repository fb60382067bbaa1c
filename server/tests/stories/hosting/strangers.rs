//! Nobody but the host: for everybody else the home is not there.

use domain::Error;
use server::{
    accounts::Actor,
    hosting::{self, Change},
};

use crate::{hosting::said::*, stage::refusal, support::*};

stories! {
    async fn another_hosts_home_is_not_found_whatever_is_asked(state: TestState) {
        let (ailsa, kenta) = (state.host("Ailsa").await, state.host("Kenta").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let (id, version) = (home.id, home.version.to_string());
        let not_found = Error::NotFound("Home");
        let changes = [
            Change::Place(place("Falmouth")),
            Change::Basics(basics()),
            Change::Basics(Default::default()),
            Change::Amenities(vec!["moat".into()]),
            Change::Text(text("Mine now")),
            Change::Price(price("GBP", "1")),
            Change::Stays(stays()),
            Change::Rules(rules()),
        ];
        for change in changes {
            assert_eq!(refusal(hosting::save(&state.ctx, &kenta, id, &version, change).await), not_found);
        }
        assert_eq!(refusal(hosting::edit(&state.ctx, &kenta, id).await), not_found);
        assert_eq!(refusal(hosting::preview(&state.ctx, &kenta, id).await), not_found);
        assert_eq!(refusal(hosting::publish(&state.ctx, &kenta, id, &version).await), not_found);
        assert_eq!(refusal(hosting::pause(&state.ctx, &kenta, id, &version).await), not_found);
        assert_eq!(refusal(hosting::archive(&state.ctx, &kenta, id, &version).await), not_found);
        assert_eq!(row(&state, id).await, home, "nothing was written");
    }

    async fn homes_that_belong_to_nobody_have_no_host(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let sample = state.home(&ailsa).with(|row| row.owner_id = sea_orm::ActiveValue::Set(None)).publish().await;
        assert_eq!(refusal(hosting::edit(&state.ctx, &ailsa, sample.id).await), Error::NotFound("Home"));
    }

    async fn somebody_who_is_not_here_makes_no_home(state: TestState) {
        let nobody = Actor { user_id: uuid::Uuid::new_v4(), first_name: "Nobody".into(), is_admin: false };
        let refused = hosting::create(&state.ctx, &nobody, place("Falmouth")).await;
        assert_eq!(refusal(refused), Error::SignInNeeded);
    }
}
