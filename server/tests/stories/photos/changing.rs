//! Describing pictures and putting them in order, also by two people at once.

use domain::{Error, listings::Status};
use server::photos::{self, DescribeForm, MoveForm, OrderForm};
use uuid::Uuid;

use crate::{photos::stage::*, support::*};

fn description(photo: Uuid, was: &str, alt: &str) -> DescribeForm {
    DescribeForm {
        photo: photo.to_string(),
        was: was.into(),
        alt: alt.into(),
    }
}

fn step(photo: Uuid, to: &str, version: u32) -> MoveForm {
    MoveForm {
        photo: photo.to_string(),
        to: to.into(),
        version: version.to_string(),
    }
}

fn all(order: &[Uuid], version: u32) -> OrderForm {
    let ids: Vec<String> = order.iter().map(Uuid::to_string).collect();
    OrderForm {
        order: ids.join(","),
        version: version.to_string(),
    }
}

stories! {
    async fn a_description_is_what_guests_are_told(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let photo = add(&state, &ailsa, home, 1).await.photo.id;
        let form = description(photo, "", "  The stove,\n and the cat ");
        let version = photos::describe(&state.ctx, &ailsa, home, form.clone()).await.expect("a description");
        assert_eq!(row(&state, home).await.cover_alt.as_deref(), Some("The stove, and the cat"));
        let seen = server::listings::show(&state.ctx, home, None, None).await.expect("a look").expect("the home");
        assert_eq!(seen.photos[0].alt(), "The stove, and the cat");
        // The same request again changes nothing.
        let again = photos::describe(&state.ctx, &ailsa, home, form).await.expect("the same");
        assert_eq!(again, version);
        let long = description(photo, "", &"long ".repeat(80));
        let refused = refusal(photos::describe(&state.ctx, &ailsa, home, long).await);
        assert_eq!(refused.fields()[0].field, "alt");
    }

    async fn two_who_describe_one_picture_do_not_overwrite_each_other(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let photo = add(&state, &ailsa, home, 1).await.photo.id;
        let first = description(photo, "", "The stove");
        photos::describe(&state.ctx, &ailsa, home, first).await.expect("a description");
        let second = description(photo, "", "The kitchen");
        let refused = refusal(photos::describe(&state.ctx, &ailsa, home, second).await);
        assert!(refused.to_string().starts_with("This home was changed elsewhere at 10:00"), "{refused}");
        assert_eq!(list(&state, &ailsa, home).await.photos[0].alt, "The stove");
    }

    async fn pictures_are_moved_step_by_step_and_to_the_front(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let mut ids = Vec::new();
        for number in 1..=3 {
            ids.push(add(&state, &ailsa, home, number).await.photo.id);
        }
        let [a, b, c] = ids[..] else { panic!("three") };
        let mut version = list(&state, &ailsa, home).await.version;
        for (photo, to, expected) in [
            (c, "first", [c, a, b]),
            (c, "later", [a, c, b]),
            (b, "earlier", [a, b, c]),
            (c, "later", [a, b, c]),
        ] {
            let form = step(photo, to, version);
            version = photos::move_photo(&state.ctx, &ailsa, home, form).await.expect("a move");
            assert_eq!(order(&state, &ailsa, home).await, expected);
            assert_eq!(row(&state, home).await.cover, Some(expected[0]));
        }
        // What stays where it is changes nothing: four moves, three changes.
        assert_eq!(version, 4 + 3);
        let refused = refusal(photos::move_photo(&state.ctx, &ailsa, home, step(a, "up", version)).await);
        assert_eq!(refused.fields()[0].field, "to");
    }

    async fn a_whole_order_is_kept_and_an_old_one_is_refused(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let mut ids = Vec::new();
        for number in 1..=4 {
            ids.push(add(&state, &ailsa, home, number).await.photo.id);
        }
        ids.reverse();
        let version = list(&state, &ailsa, home).await.version;
        let kept = photos::reorder(&state.ctx, &ailsa, home, all(&ids, version)).await.expect("an order");
        assert_eq!(order(&state, &ailsa, home).await, ids);
        let first = ids[0];
        ids.reverse();
        // Sent again, or from a page that was opened before.
        let refused = refusal(photos::reorder(&state.ctx, &ailsa, home, all(&ids, version)).await);
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
        let refused = refusal(photos::move_photo(&state.ctx, &ailsa, home, step(ids[3], "later", version)).await);
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
        assert_eq!(row(&state, home).await.cover, Some(first));
        // An order without one of them, or with one twice, would lose it.
        for wrong in [&ids[1..], &[ids[0], ids[0], ids[1], ids[2], ids[3]], &[ids[0], ids[0], ids[1], ids[2]]] {
            let refused = refusal(photos::reorder(&state.ctx, &ailsa, home, all(wrong, kept)).await);
            assert_eq!(refused.fields()[0].field, "order");
        }
        let refused = refusal(photos::reorder(&state.ctx, &ailsa, home, OrderForm::default()).await);
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
    }

    async fn of_two_orders_at_once_one_is_kept(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let mut ids = Vec::new();
        for number in 1..=3 {
            ids.push(add(&state, &ailsa, home, number).await.photo.id);
        }
        let version = list(&state, &ailsa, home).await.version;
        let moves = ids[1..].iter().map(|id| photos::move_photo(&state.ctx, &ailsa, home, step(*id, "first", version)));
        let outcomes = futures::future::join_all(moves).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    }

    async fn nobody_changes_the_pictures_of_another(state: TestState) {
        let (ailsa, kenji) = (state.host("Ailsa").await, state.host("Kenji").await);
        let home = state.home(&ailsa).publish().await.id;
        let photo = add(&state, &ailsa, home, 1).await.photo.id;
        let own = state.home(&kenji).publish().await.id;
        let ctx = &state.ctx;
        let refused = [
            refusal(photos::list(ctx, &kenji, home).await),
            refusal(photos::describe(ctx, &kenji, home, description(photo, "", "Mine")).await),
            refusal(photos::move_photo(ctx, &kenji, home, step(photo, "first", 2)).await),
            refusal(photos::reorder(ctx, &kenji, home, all(&[photo], 2)).await),
        ];
        assert!(refused.iter().all(|refused| matches!(refused, Error::NotFound("Home"))), "{refused:?}");
        // A picture of another home is none of this one's.
        let refused = refusal(photos::describe(ctx, &kenji, own, description(photo, "", "Mine")).await);
        assert!(matches!(refused, Error::NotFound("Picture")), "{refused}");
        assert_eq!(list(&state, &ailsa, home).await.photos[0].alt, "");
    }

    async fn the_pictures_of_an_archived_home_stay_as_they_are(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).save_as(Status::Archived).await.id;
        let refused = [
            refusal(photos::describe(&state.ctx, &ailsa, home, description(Uuid::nil(), "", "Old")).await),
            refusal(photos::move_photo(&state.ctx, &ailsa, home, step(Uuid::nil(), "first", 1)).await),
            refusal(photos::reorder(&state.ctx, &ailsa, home, all(&[], 1)).await),
        ];
        assert!(refused.iter().all(|refused| matches!(refused, Error::Refused(_))), "{refused:?}");
    }
}
