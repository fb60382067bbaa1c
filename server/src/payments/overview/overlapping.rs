//! Stays that came without nights when HBnB moved, because somebody else has them: two parties would stand at one door.

use chrono::NaiveDate;
use domain::{
    bookings::State,
    money::{Currency, Money},
    stays::Stay,
};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::MOST;
use crate::{
    Context, Error, Result,
    entities::{bookings, users},
    payments::around::around_booking,
};

/// A stay without nights that is still to come.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    pub booking: Uuid,
    /// First name and last.
    pub guest: String,
    pub guest_email: String,
    pub home: String,
    pub stay: Stay,
    pub total: Money,
    /// `Confirmed`, or `Authorized` while its host has not answered.
    pub state: State,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    first_name: String,
    last_name: String,
    email: String,
    title: String,
    check_in: NaiveDate,
    check_out: NaiveDate,
    total: i64,
    currency: String,
    state: String,
}

/// The first arrival first.
pub(super) async fn overlapping(ctx: &Context) -> Result<Vec<Overlap>> {
    use bookings::Column as C;
    let open = [State::Confirmed, State::Authorized].map(State::as_str);
    let query = bookings::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::CheckIn,
            C::CheckOut,
            C::Total,
            C::Currency,
            C::State,
        ])
        .column(users::Column::Email);
    let rows = around_booking(query)
        .filter(C::Overlaps.eq(true))
        .filter(C::State.is_in(open))
        .filter(C::CheckOut.gte(ctx.clock.now().date_naive()))
        .order_by_asc(C::CheckIn)
        .order_by_asc(C::Id)
        .limit(MOST)
        .into_model::<Row>()
        .all(&ctx.db)
        .await?;
    rows.into_iter().map(told).collect()
}

fn told(row: Row) -> Result<Overlap> {
    let unknown = || Error::Internal(format!("no such booking state: {}", row.state));
    let state = State::parse(&row.state).ok_or_else(unknown)?;
    Ok(Overlap {
        booking: row.id,
        guest: format!("{} {}", row.first_name, row.last_name),
        guest_email: row.email,
        home: row.title,
        stay: Stay {
            check_in: row.check_in,
            check_out: row.check_out,
        },
        total: Money::new(row.total, Currency::parse(&row.currency)?),
        state,
    })
}
