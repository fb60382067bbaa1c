//! Closing one's own account: nothing that money hangs on goes with it, and of the person nothing stays that is not in a booking.

use domain::{bookings::State, listings::Status};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, PaginatorTrait,
    QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::Actor;
use crate::{
    Context, Result, database,
    entities::{bookings, email_links, listings, users},
    hosting, payments, sessions, tokens,
};

/// Archives the account and takes its name, address and numbers away; sessions and tokens end everywhere. Its homes go off the site.
/// Closing twice is once.
///
/// # Errors
/// `Refused` while bookings are open, on either side, or money is still to come; the sentence says which.
pub async fn close(ctx: &Context, actor: &Actor) -> Result<()> {
    refuse_while_money_is_due(ctx, actor).await?;
    refuse_while_open(&ctx.db, actor.user_id).await?;
    for home in homes(ctx, actor).await? {
        hosting::remove(ctx, actor, home).await?;
    }
    database::transaction(&ctx.db, async |txn| archive(ctx, &txn, actor).await).await?;
    ctx.callers.forget(actor.user_id);
    Ok(())
}

async fn archive(ctx: &Context, txn: &DatabaseTransaction, actor: &Actor) -> Result<()> {
    // A hold locks its guest first: none comes meanwhile.
    let user = users::Entity::find_by_id(actor.user_id).lock_exclusive();
    let user = user.one(txn).await?.ok_or(domain::Error::SignInNeeded)?;
    if user.archived_at.is_some() {
        return Ok(());
    }
    refuse_while_open(txn, user.id).await?;
    let now = ctx.clock.now();
    let nobody = users::ActiveModel {
        email: Set(format!("{}@closed.invalid", user.id)),
        password_hash: Set("!".to_owned()),
        first_name: Set("Former".to_owned()),
        last_name: Set("member".to_owned()),
        phone: Set(None),
        home_location: Set(None),
        about: Set(None),
        is_admin: Set(false),
        email_confirmed_at: Set(None),
        version: Set(user.version.wrapping_add(1)),
        updated_at: Set(now),
        archived_at: Set(Some(now)),
        ..Default::default()
    };
    users::Entity::update_many()
        .set(nobody)
        .filter(users::Column::Id.eq(user.id))
        .exec(txn)
        .await?;
    email_links::Entity::delete_many()
        .filter(email_links::Column::UserId.eq(user.id))
        .exec(txn)
        .await?;
    tokens::end_all(txn, user.id, now).await?;
    sessions::end_others(txn, user.id, None).await
}

async fn homes(ctx: &Context, actor: &Actor) -> Result<Vec<Uuid>> {
    Ok(listings::Entity::find()
        .select_only()
        .column(listings::Column::Id)
        .filter(listings::Column::OwnerId.eq(actor.user_id))
        .filter(listings::Column::Status.ne(Status::Archived.as_str()))
        .into_tuple()
        .all(&ctx.db)
        .await?)
}

/// What the host earned and has not been paid.
async fn refuse_while_money_is_due(ctx: &Context, actor: &Actor) -> Result<()> {
    let payouts = payments::payouts::of_host(ctx, actor).await?;
    let waits = payouts.iter().any(|sum| {
        [sum.due, sum.later, sum.held_back]
            .iter()
            .any(|money| money.minor != 0)
    });
    if waits {
        return Err(refused(
            "Money of your stays as a host is still to be paid out. Close your account after that.",
        ));
    }
    Ok(())
}

async fn refuse_while_open(conn: &impl sea_orm::ConnectionTrait, user: Uuid) -> Result<()> {
    use bookings::Column as C;
    let open = State::ALL.iter().filter(|state| !state.is_final());
    let own = Condition::any()
        .add(C::GuestId.eq(user))
        .add(C::HostId.eq(user));
    let of_user = bookings::Entity::find().filter(own);
    let under_way = of_user
        .clone()
        .filter(C::State.is_in(open.map(|state| state.as_str())));
    if under_way.count(conn).await? > 0 {
        return Err(refused(
            "You have open bookings. Cancel them, or close your account when they are over.",
        ));
    }
    let of_guest = bookings::Entity::find()
        .select_only()
        .column(C::Id)
        .filter(C::GuestId.eq(user));
    let owed = payments::refunds::are_awaited(conn, of_guest.into_query()).await?;
    let disputed = of_user.filter(C::DisputedAt.is_not_null());
    if owed || disputed.count(conn).await? > 0 {
        return Err(refused(
            "Money of a booking is still on its way. Close your account when it has arrived.",
        ));
    }
    Ok(())
}

fn refused(sentence: &str) -> crate::Error {
    domain::Error::Refused(sentence.to_owned()).into()
}
