//! Statements are counted for the task that sends them.

use sea_orm::EntityTrait;
use server::{
    database::transaction,
    entities::{listings, users},
    telemetry::statements::counted,
};

use crate::support::*;

stories! {
    async fn statements_are_counted_in_the_task_that_sends_them(state: TestState) {
        let db = state.db();
        let (_, none) = counted(async {}).await;
        assert_eq!(none, 0);
        let (_, two) = counted(async {
            users::Entity::find().all(db).await.expect("users");
            listings::Entity::find().all(db).await.expect("homes");
        }).await;
        assert_eq!(two, 2);
        let (inner, outer) = counted(async {
            users::Entity::find().all(db).await.expect("users");
            let look = transaction(db, async |txn| Ok(users::Entity::find().all(&txn).await?));
            counted(look).await.1
        }).await;
        assert_eq!((inner, outer), (1, 2));
    }

    async fn what_another_task_sends_is_not_counted(state: TestState) {
        let db = state.db().clone();
        let (_, count) = counted(async {
            tokio::spawn(async move { users::Entity::find().all(&db).await }).await.expect("a task").expect("users");
        }).await;
        assert_eq!(count, 0);
    }
}
