//! The only way in which a booking changes its state.

use chrono::{DateTime, Utc};
use domain::bookings::{State, Who};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use super::{imported, nights, records};
use crate::{
    Error, Result,
    entities::{booking_events, bookings},
};

/// Who changed a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Guest(Uuid),
    Host(Uuid),
    System,
}

impl By {
    pub fn who(self) -> Who {
        match self {
            Self::Guest(_) => Who::Guest,
            Self::Host(_) => Who::Host,
            Self::System => Who::System,
        }
    }

    /// The person, when it was one.
    pub fn id(self) -> Option<Uuid> {
        match self {
            Self::Guest(id) | Self::Host(id) => Some(id),
            Self::System => None,
        }
    }
}

/// Moves the booking on by compare-and-set on its version, with a row of its history; a state that does not occupy
/// nights frees them. What the caller has changed of the deadline for an answer and of who cancelled is written with it.
///
/// `Refused` when the domain knows no such step for them, or when the booking has changed since it was read.
pub async fn transition(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    to: State,
    by: By,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let from = records::state(&booking)?;
    if !from.may_become(to, by.who()) {
        return Err(no_such_step(from));
    }
    let next = bookings::Model {
        state: to.as_str().to_owned(),
        version: booking.version + 1,
        confirmed_at: if to == State::Confirmed {
            Some(now)
        } else {
            booking.confirmed_at
        },
        ended_at: if to.is_final() {
            Some(now)
        } else {
            booking.ended_at
        },
        updated_at: now,
        ..booking
    };
    set(txn, &next).await?;
    record(txn, &next, from.as_str(), by, reason).await?;
    if !to.occupies_nights() {
        nights::free(txn, &next).await?;
        if next.imported {
            imported::hand_over(txn, &next).await?;
        }
    }
    Ok(next)
}

fn no_such_step(from: State) -> Error {
    let sentence = format!(
        "This booking cannot be changed like that: it is “{}”.",
        from.guest_label()
    );
    domain::Error::Refused(sentence).into()
}

async fn set(txn: &DatabaseTransaction, next: &bookings::Model) -> Result<()> {
    let changed = bookings::Entity::update_many()
        .col_expr(bookings::Column::State, Expr::value(next.state.clone()))
        .col_expr(bookings::Column::Version, Expr::value(next.version))
        .col_expr(
            bookings::Column::ConfirmedAt,
            Expr::value(next.confirmed_at),
        )
        .col_expr(bookings::Column::EndedAt, Expr::value(next.ended_at))
        .col_expr(bookings::Column::RespondBy, Expr::value(next.respond_by))
        .col_expr(
            bookings::Column::CancelAskedAt,
            Expr::value(next.cancel_asked_at),
        )
        .col_expr(
            bookings::Column::CancelAskedBy,
            Expr::value(next.cancel_asked_by.clone()),
        )
        .col_expr(
            bookings::Column::CancelReason,
            Expr::value(next.cancel_reason.clone()),
        )
        .col_expr(bookings::Column::UpdatedAt, Expr::value(next.updated_at))
        .filter(bookings::Column::Id.eq(next.id))
        .filter(bookings::Column::Version.eq(next.version - 1))
        .exec(txn)
        .await?;
    if changed.rows_affected == 1 {
        return Ok(());
    }
    let sentence = "This booking has just changed. Look at it again.".to_owned();
    Err(Error::User(domain::Error::Refused(sentence)))
}

/// Writes the row of the history that belongs to the booking's version.
pub(super) async fn record(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    from: &str,
    by: By,
    reason: &str,
) -> Result<()> {
    let event = booking_events::ActiveModel {
        booking_id: Set(booking.id),
        version: Set(booking.version),
        from_state: Set(from.to_owned()),
        to_state: Set(booking.state.clone()),
        actor_kind: Set(by.who().as_str().to_owned()),
        actor_id: Set(by.id()),
        reason: Set(reason.to_owned()),
        at: Set(booking.updated_at),
    };
    booking_events::Entity::insert(event)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
