//! Once, whatever is repeated.

use ::server::{
    entities::outbox,
    jobs::outbox::run_mail,
    mail::{self, Mail},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{
    mail::{desk::*, stays::write},
    stage::*,
    support::*,
};

stories! {
    async fn asked_for_twice_and_looked_at_by_two_servers_it_is_one_mail(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        for _time in 0..2 {
            write(&state, id, Mail::Confirmed).await;
        }
        let other = state.another_server().await;
        let (one, two) = tokio::join!(run_mail(&state.ctx), run_mail(&other));
        assert_eq!(one.expect("a pass") + two.expect("a pass"), 2, "the guest's and the host's");
        assert_eq!(mail::kept(&state.ctx).await.expect("the local outbox").len(), 2);
    }

    async fn a_worker_that_died_after_sending_leaves_one_mail_behind(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(9, 2)).await;
        write(&state, id, Mail::Confirmed).await;
        let before = mails_to(&state, "mina@example.com").await;
        let again = outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::value("pending"))
            .filter(outbox::Column::Kind.eq("mail.booking"))
            .filter(outbox::Column::State.eq("done"));
        again.exec(state.db()).await.expect("a change");
        let after = mails_to(&state, "mina@example.com").await;
        assert_eq!((before.len(), after.len()), (1, 1));
    }
}
