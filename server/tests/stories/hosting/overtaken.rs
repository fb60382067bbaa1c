//! Two windows, or two people, at one home.

use server::hosting::{self, Change};

use crate::{hosting::said::*, stage::refusal, support::*};

stories! {
    async fn the_second_of_two_changes_is_told_and_nothing_is_overwritten(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = complete(&state, &ailsa, "Kyoto").await;
        let opened = version(&state, id).await;
        state.clock.advance(chrono::TimeDelta::minutes(62));
        let first = hosting::save(&state.ctx, &ailsa, id, &opened, Change::Text(text("The loom house"))).await;
        first.expect("the first");
        state.clock.advance(chrono::TimeDelta::minutes(5));
        let kept = row(&state, id).await;
        let second = hosting::save(&state.ctx, &ailsa, id, &opened, Change::Text(text("The tea house"))).await;
        assert_eq!(
            refusal(second).to_string(),
            "This home was changed elsewhere at 19:02 by its clock, so nothing was saved. Look at it again, then repeat your change."
        );
        for change in [Change::Price(price("GBP", "9")), Change::Amenities(vec!["pool".into()]), Change::Place(place("Osaka"))] {
            refusal(hosting::save(&state.ctx, &ailsa, id, &opened, change).await);
        }
        assert_eq!(refusal(hosting::publish(&state.ctx, &ailsa, id, &opened).await).status(), 409);
        assert_eq!(refusal(hosting::archive(&state.ctx, &ailsa, id, &opened).await).status(), 409);
        assert_eq!(row(&state, id).await, kept);
        assert_eq!(edit(&state, &ailsa, id).await.amenities, ["wifi", "kettle"]);
    }

    async fn a_version_that_is_no_number_is_never_the_homes(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        for version in ["", "one", "-1", "99999999999"] {
            let refused = hosting::save(&state.ctx, &ailsa, id, version, Change::Basics(basics())).await;
            assert_eq!(refusal(refused).status(), 409);
        }
    }

    async fn of_many_at_once_exactly_one_wins(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        let titles: Vec<String> = (1..=6).map(|number| format!("Title {number}")).collect();
        let saves = titles.iter().map(|title| {
            hosting::save(&state.ctx, &ailsa, id, "1", Change::Text(text(title)))
        });
        let outcomes = futures::future::join_all(saves).await;
        let won: Vec<usize> = (0..6).filter(|at| outcomes[*at].is_ok()).collect();
        assert_eq!(won.len(), 1, "{outcomes:?}");
        let home = row(&state, id).await;
        assert_eq!((home.version, home.title), (2, titles[won[0]].clone()));
    }
}
