//! Opening an account.

use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    accounts::{LogIn, log_in, profile, sign_up},
    entities::users,
};

use crate::{
    accounts::{PASSWORD, form, newcomer, refused},
    support::*,
};

const TAKEN: &str = "There is an account with this e-mail address already. Log in instead?";

stories! {
    async fn a_newcomer_is_known_by_name_and_by_address_in_any_case(state: TestState) {
        let isla = newcomer(&state, "Isla", " Isla.Fraser@Example.COM ").await;
        assert_eq!((isla.first_name.as_str(), isla.is_admin), ("Isla", false));
        assert_eq!(profile(&state.ctx, &isla).await.unwrap().email, "isla.fraser@example.com");
        let again = LogIn { email: "ISLA.FRASER@EXAMPLE.COM".into(), password: PASSWORD.into() };
        assert_eq!(log_in(&state.ctx, again).await.unwrap(), isla);
    }

    async fn names_of_any_script_are_kept_as_they_were_typed(state: TestState) {
        for (number, name) in ["O'Brien", "Jean-Luc", "李", "Ngọc Ánh", "محمد"].into_iter().enumerate() {
            let actor = newcomer(&state, name, &format!("guest{number}@example.com")).await;
            assert_eq!(profile(&state.ctx, &actor).await.unwrap().first_name, name);
        }
    }

    async fn a_taken_address_is_told_at_its_field(state: TestState) {
        newcomer(&state, "Isla", "isla@example.com").await;
        let again = sign_up(&state.ctx, form("Rory", "Isla@example.com", "another kettle")).await;
        assert_eq!(refused(again), [("email", TAKEN.to_owned())]);
    }

    async fn all_that_is_wrong_is_told_at_once(state: TestState) {
        let fields: Vec<_> = refused(sign_up(&state.ctx, form("", "isla", "Password1")).await);
        let expected = [
            ("first_name", "Enter your first name."),
            ("email", "Enter an e-mail address such as name@example.com."),
            ("password", "This password is one of the most common. Choose another."),
        ];
        assert_eq!(fields, expected.map(|(field, message)| (field, message.to_owned())));
        assert_eq!(users::Entity::find().count(state.db()).await.unwrap(), 0);
    }

    async fn a_double_click_is_one_account(state: TestState) {
        let first = newcomer(&state, "Isla", "isla@example.com").await;
        let second = newcomer(&state, "Isla", "isla@example.com").await;
        assert_eq!(first, second);
        assert_eq!(users::Entity::find().count(state.db()).await.unwrap(), 1);
    }

    async fn eight_who_want_one_address_at_once_make_one_account(state: TestState) {
        let many = (0..8).map(|number| sign_up(&state.ctx, form("Isla", "isla@example.com", &format!("kettle number {number}"))));
        let finished = futures::future::join_all(many).await;
        let (accounts, refusals): (Vec<_>, Vec<_>) = finished.into_iter().partition(Result::is_ok);
        assert_eq!((accounts.len(), refusals.len()), (1, 7));
        for refusal in refusals {
            assert_eq!(refused(refusal), [("email", TAKEN.to_owned())]);
        }
        assert_eq!(users::Entity::find().count(state.db()).await.unwrap(), 1);
    }
}
