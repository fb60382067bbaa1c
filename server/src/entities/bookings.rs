//! Stays from hold to end.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bookings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub listing_id: Uuid,
    pub guest_id: Uuid,
    pub host_id: Option<Uuid>,
    pub quote_id: Uuid,
    pub check_in: Date,
    pub check_out: Date,
    pub guests: u32,
    /// `domain::bookings::State`.
    pub state: String,
    /// Every change is a compare-and-set on it.
    pub version: u32,
    pub currency: String,
    /// Minor units.
    pub total: i64,
    /// IANA, fixed at booking with the three that follow.
    pub timezone: String,
    /// Minutes since midnight.
    pub check_in_minutes: u32,
    pub policy: String,
    pub hold_expires_at: DateTimeUtc,
    pub declined_cards: u32,
    pub confirmed_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    /// Minutes since midnight, fixed at booking. None in bookings older than the column: the listing's.
    pub check_out_minutes: Option<u32>,
    /// As they were at booking. None in bookings older than the column: the listing's.
    pub house_rules: Option<String>,
    /// As agreed at booking: no host has to accept. None in bookings older than the column: the listing's.
    pub instant_book: Option<bool>,
    /// Minutes since midnight, fixed at booking. None in bookings older than the column: the listing's.
    pub check_in_until: Option<u32>,
    /// Until when the host answers a request; none when there is nothing to answer.
    pub respond_by: Option<DateTimeUtc>,
    /// When somebody cancelled while the payment was being taken: it counts as of then.
    pub cancel_asked_at: Option<DateTimeUtc>,
    /// "guest" or "host".
    pub cancel_asked_by: Option<String>,
    /// Why it was declined or cancelled, in the words of who did.
    pub cancel_reason: Option<String>,
    /// Since when the guest's bank disputes the payment; none when it does not.
    pub disputed_at: Option<DateTimeUtc>,
    /// Came from the replaced system: nothing is ever charged for it here, and nothing is paid out.
    pub imported: bool,
    /// Came without nights, because they were another booking's.
    pub overlaps: bool,
    /// Since when a client of the API has its booking for its payment; asked again, it gets the same one.
    pub claimed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::listings::Entity",
        from = "Column::ListingId",
        to = "super::listings::Column::Id"
    )]
    Listing,
    #[sea_orm(
        belongs_to = "super::quotes::Entity",
        from = "Column::QuoteId",
        to = "super::quotes::Column::Id"
    )]
    Quote,
    #[sea_orm(
        belongs_to = "super::users::Entity",
        from = "Column::GuestId",
        to = "super::users::Column::Id"
    )]
    Guest,
}

impl Related<super::listings::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Listing.def()
    }
}

impl Related<super::quotes::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Quote.def()
    }
}

impl Related<super::users::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Guest.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
