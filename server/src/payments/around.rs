//! What stands around a booking in the lists of the site's owner: its guest's name and its home's title.

use sea_orm::{EntityTrait, JoinType, QuerySelect, RelationDef, RelationTrait, Select};

use crate::entities::{bookings, listings, refunds, users};

/// Joins the booking, and with it its guest's name and its home's title.
pub(super) fn around<E: EntityTrait>(query: Select<E>, booking: RelationDef) -> Select<E> {
    around_booking(query.join(JoinType::InnerJoin, booking))
}

/// The same for a query that has the booking already.
pub(super) fn around_booking<E: EntityTrait>(query: Select<E>) -> Select<E> {
    query
        .columns([users::Column::FirstName, users::Column::LastName])
        .column(listings::Column::Title)
        .join(JoinType::InnerJoin, bookings::Relation::Guest.def())
        .join(JoinType::InnerJoin, bookings::Relation::Listing.def())
}

/// From a refund to its booking.
pub(super) fn of_refund() -> RelationDef {
    refunds::Entity::belongs_to(bookings::Entity)
        .from(refunds::Column::BookingId)
        .to(bookings::Column::Id)
        .into()
}
