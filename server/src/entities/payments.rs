//! The payment of a booking, as we know it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub booking_id: Uuid,
    pub provider: String,
    pub intent_id: Option<String>,
    /// Minor units.
    pub amount: i64,
    pub currency: String,
    pub status: String,
    pub authorized_at: Option<DateTimeUtc>,
    /// When the authorisation lapses.
    pub capture_before: Option<DateTimeUtc>,
    /// Minor units.
    pub captured: i64,
    /// Minor units.
    pub refunded: i64,
    pub last_error: Option<String>,
    pub version: u32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    /// What the provider took back for disputes that are open or lost, in minor units; none is 0.
    pub disputed: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::bookings::Entity",
        from = "Column::BookingId",
        to = "super::bookings::Column::Id"
    )]
    Booking,
}

impl Related<super::bookings::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Booking.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
