//! Keeping what the provider said, for pages and for the operator.

use chrono::{DateTime, Utc};
use domain::money::Currency;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{
    Result,
    entities::{bookings, payments},
    payments::{Intent, IntentStatus, units},
};

/// Where the payment stands; nothing is written when nothing is new.
pub(super) async fn news(
    txn: &DatabaseTransaction,
    payment: &payments::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<()> {
    let captured = units::from_provider(intent.captured, Currency::parse(&payment.currency)?);
    let authorised = intent.status == IntentStatus::RequiresCapture;
    let authorized_at = payment.authorized_at.or(authorised.then_some(now));
    let capture_before = intent.capture_before.or(payment.capture_before);
    let news = payment.status != intent.status.as_str()
        || payment.last_error != intent.last_error
        || payment.captured != captured;
    if !news {
        return Ok(());
    }
    payments::Entity::update_many()
        .col_expr(
            payments::Column::Status,
            Expr::value(intent.status.as_str()),
        )
        .col_expr(
            payments::Column::LastError,
            Expr::value(intent.last_error.clone()),
        )
        .col_expr(payments::Column::Captured, Expr::value(captured))
        .col_expr(payments::Column::AuthorizedAt, Expr::value(authorized_at))
        .col_expr(payments::Column::CaptureBefore, Expr::value(capture_before))
        .col_expr(payments::Column::Version, Expr::value(payment.version + 1))
        .col_expr(payments::Column::UpdatedAt, Expr::value(now))
        .filter(payments::Column::Id.eq(payment.id))
        .exec(txn)
        .await?;
    Ok(())
}

/// The provider counts declined cards; its count never goes back.
pub(super) async fn declines(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
) -> Result<bookings::Model> {
    if intent.declined_cards <= booking.declined_cards {
        return Ok(booking);
    }
    bookings::Entity::update_many()
        .col_expr(
            bookings::Column::DeclinedCards,
            Expr::value(intent.declined_cards),
        )
        .filter(bookings::Column::Id.eq(booking.id))
        .exec(txn)
        .await?;
    Ok(bookings::Model {
        declined_cards: intent.declined_cards,
        ..booking
    })
}
