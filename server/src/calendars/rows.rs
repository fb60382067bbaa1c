//! What is read of a month: two statements.

use chrono::NaiveDate;
use domain::calendars::Nights;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait,
};
use uuid::Uuid;

use crate::{
    Result,
    accounts::Actor,
    bookings::homes::{HomeColumns, with_columns},
    entities::{blocks, bookings, listings, nights, users},
};

/// The home above its calendar.
#[derive(FromQueryResult)]
pub(super) struct Head {
    pub status: String,
    pub version: u32,
    pub timezone: String,
    pub pricing: String,
    #[sea_orm(nested)]
    pub home: HomeColumns,
}

/// A taken night, with the booking or the block that has it.
#[derive(FromQueryResult)]
pub(super) struct Taken {
    pub night: NaiveDate,
    #[sea_orm(nested)]
    pub booking: Option<Booking>,
    #[sea_orm(nested)]
    pub block: Option<Kept>,
}

#[derive(FromQueryResult)]
pub(super) struct Booking {
    pub booking_id: Uuid,
    pub check_in: NaiveDate,
    pub check_out: NaiveDate,
    pub guests: u32,
    pub state: String,
    pub guest: String,
}

#[derive(FromQueryResult)]
pub(super) struct Kept {
    pub block_id: Uuid,
    pub first_night: NaiveDate,
    pub last_night: NaiveDate,
    pub note: String,
}

/// The actor's own home; `None` for another's.
pub(super) async fn head(
    db: &impl ConnectionTrait,
    actor: &Actor,
    listing: Uuid,
) -> Result<Option<Head>> {
    use listings::Column as C;
    let columns = [C::Status, C::Version, C::Timezone, C::Pricing];
    let query = with_columns(listings::Entity::find().select_only().columns(columns))
        .filter(C::Id.eq(listing))
        .filter(C::OwnerId.eq(actor.user_id));
    Ok(query.into_model::<Head>().one(db).await?)
}

/// The taken ones of these nights, in their order.
pub(super) async fn taken(
    db: &impl ConnectionTrait,
    listing: Uuid,
    wanted: Nights,
) -> Result<Vec<Taken>> {
    let block = nights::Entity::belongs_to(blocks::Entity)
        .from(nights::Column::BlockId)
        .to(blocks::Column::Id)
        .into();
    let query = nights::Entity::find()
        .select_only()
        .column(nights::Column::Night)
        .column_as(bookings::Column::Id, "booking_id")
        .columns([
            bookings::Column::CheckIn,
            bookings::Column::CheckOut,
            bookings::Column::Guests,
            bookings::Column::State,
        ])
        .column_as(users::Column::FirstName, "guest")
        .column_as(blocks::Column::Id, "block_id")
        .columns([
            blocks::Column::FirstNight,
            blocks::Column::LastNight,
            blocks::Column::Note,
        ])
        .join(JoinType::LeftJoin, nights::Relation::Booking.def())
        .join(JoinType::LeftJoin, bookings::Relation::Guest.def())
        .join(JoinType::LeftJoin, block)
        .filter(nights::Column::ListingId.eq(listing))
        .filter(nights::Column::Night.between(wanted.first, wanted.last))
        .order_by_asc(nights::Column::Night);
    Ok(query.into_model::<Taken>().all(db).await?)
}
