//! Writing a mail into the outbox, in the transaction that causes it.

use chrono::{DateTime, Days, Utc};
use domain::stays::local_to_utc;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Result,
    bookings::records,
    entities::bookings,
    jobs::outbox::{NewEffect, enqueue_at},
};

/// The kind of effect that is a mail about a booking.
pub(super) const ABOUT_BOOKING: &str = "mail.booking";

/// What a mail about a booking says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mail {
    /// A guest asks, and the host has until `respond_by` to answer.
    RequestReceived,
    Accepted,
    Declined,
    /// A request that nobody answered.
    Expired,
    /// The money was taken. The reminder before check-in is queued with it.
    Confirmed,
    /// The card could not be charged, so what was accepted is no stay.
    PaymentFailed,
    Cancelled,
    /// The refund of this id did not arrive: it stays owed.
    RefundFailed(Uuid),
    /// A day before check-in, by the home's clock.
    Reminder,
}

/// Whom a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    Guest,
    Host,
    /// Who runs the site, at its support address.
    Owner,
}

/// What the effect knows; everything else is looked at when the mail is sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct About {
    pub booking: Uuid,
    pub mail: Mail,
    pub to: To,
}

/// Queues the mail to whom it concerns, once however often it is asked for. Whether it is still true is looked at when it is sent.
///
/// # Errors
/// Only the database's.
pub async fn queue(
    conn: &impl ConnectionTrait,
    mail: Mail,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    for &to in mail.concerns() {
        enqueue_mail(conn, mail, to, booking, (now, now)).await?;
    }
    if mail == Mail::Confirmed {
        remind(conn, booking, now).await?;
    }
    Ok(())
}

impl Mail {
    fn concerns(self) -> &'static [To] {
        match self {
            Self::Accepted | Self::Declined => &[To::Guest],
            Self::RefundFailed(_) => &[To::Guest, To::Owner],
            Self::RequestReceived
            | Self::Expired
            | Self::Confirmed
            | Self::PaymentFailed
            | Self::Cancelled
            | Self::Reminder => &[To::Host, To::Guest],
        }
    }

    fn word(self) -> String {
        match self {
            Self::RequestReceived => "request_received".to_owned(),
            Self::Accepted => "accepted".to_owned(),
            Self::Declined => "declined".to_owned(),
            Self::Expired => "expired".to_owned(),
            Self::Confirmed => "confirmed".to_owned(),
            Self::PaymentFailed => "payment_failed".to_owned(),
            Self::Cancelled => "cancelled".to_owned(),
            Self::RefundFailed(refund) => format!("refund_failed:{refund}"),
            Self::Reminder => "reminder".to_owned(),
        }
    }
}

impl To {
    fn word(self) -> &'static str {
        match self {
            Self::Guest => "guest",
            Self::Host => "host",
            Self::Owner => "owner",
        }
    }
}

/// Later than a day before check-in the confirmation itself is the reminder.
async fn remind(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let due = reminder_at(booking)?;
    if due <= now {
        return Ok(());
    }
    for &to in Mail::Reminder.concerns() {
        enqueue_mail(conn, Mail::Reminder, to, booking, (now, due)).await?;
    }
    Ok(())
}

/// The same wall time as check-in, on the day before.
pub(super) fn reminder_at(booking: &bookings::Model) -> Result<DateTime<Utc>> {
    let timezone = records::timezone(&booking.timezone)?;
    let day_before = booking.check_in - Days::new(1);
    Ok(local_to_utc(timezone, day_before, booking.check_in_minutes))
}

/// The effect belongs to no booking's page: nobody who waits for one shall wait for a mail server.
async fn enqueue_mail(
    conn: &impl ConnectionTrait,
    mail: Mail,
    to: To,
    booking: &bookings::Model,
    (now, run_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    let about = About {
        booking: booking.id,
        mail,
        to,
    };
    let effect = NewEffect {
        kind: ABOUT_BOOKING,
        booking_id: None,
        dedupe_key: format!("mail:{}:{}:{}", booking.id, to.word(), mail.word()),
        payload: serde_json::to_string(&about)
            .map_err(|error| crate::Error::Internal(error.to_string()))?,
    };
    enqueue_at(conn, effect, now, run_at).await
}
