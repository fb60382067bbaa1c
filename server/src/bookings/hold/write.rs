//! The rows of a new hold: quote, booking, payment, history, and the effect that tells the provider.

use domain::{bookings::State, pricing::Quote};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use super::{Attempt, HOLD};
use crate::{
    Error, Result,
    bookings::transition::{self, By},
    entities::{bookings, listings, payments, quotes},
    payments::effects,
};

impl Attempt {
    /// Writes everything but the nights.
    pub(super) async fn write(
        &self,
        txn: &DatabaseTransaction,
        id: Uuid,
        listing: &listings::Model,
        (quote, version): &(Quote, u32),
    ) -> Result<()> {
        let quote_id = self.write_quote(txn, quote, *version).await?;
        let booking = self.booking(id, quote_id, listing, quote);
        self.write_payment(txn, &booking).await?;
        let by = By::Guest(self.guest);
        transition::record(txn, &booking, "", by, "Held for fifteen minutes.").await?;
        effects::create(txn, id, self.now).await?;
        let row: bookings::ActiveModel = booking.into();
        bookings::Entity::insert(row.reset_all())
            .exec_without_returning(txn)
            .await?;
        Ok(())
    }

    /// Zone, check-in time, policy and currency stay as they are now, whatever the host changes later.
    fn booking(
        &self,
        id: Uuid,
        quote_id: Uuid,
        listing: &listings::Model,
        quote: &Quote,
    ) -> bookings::Model {
        bookings::Model {
            id,
            listing_id: listing.id,
            guest_id: self.guest,
            host_id: listing.owner_id,
            quote_id,
            check_in: self.stay.check_in,
            check_out: self.stay.check_out,
            guests: self.guests,
            state: State::Held.as_str().to_owned(),
            version: 1,
            currency: quote.currency.code().to_owned(),
            total: quote.total,
            timezone: listing.timezone.clone(),
            check_in_minutes: listing.check_in_from,
            policy: listing.policy.clone(),
            hold_expires_at: self.now + HOLD,
            declined_cards: 0,
            confirmed_at: None,
            ended_at: None,
            created_at: self.now,
            updated_at: self.now,
            check_out_minutes: Some(listing.check_out_by),
            house_rules: Some(listing.house_rules.clone()),
            instant_book: Some(listing.instant_book),
            check_in_until: Some(listing.check_in_until),
            respond_by: None,
            cancel_asked_at: None,
            cancel_asked_by: None,
            cancel_reason: None,
            disputed_at: None,
            imported: false,
            overlaps: false,
            claimed_at: None,
        }
    }

    async fn write_quote(
        &self,
        txn: &DatabaseTransaction,
        quote: &Quote,
        version: u32,
    ) -> Result<Uuid> {
        let id = Uuid::new_v4();
        let row = quotes::ActiveModel {
            id: Set(id),
            listing_id: Set(self.listing),
            guest_id: Set(self.guest),
            check_in: Set(self.stay.check_in),
            check_out: Set(self.stay.check_out),
            guests: Set(self.guests),
            currency: Set(quote.currency.code().to_owned()),
            total: Set(quote.total),
            lines: Set(serde_json::to_string(&quote.lines)
                .map_err(|error| Error::Internal(error.to_string()))?),
            pricing_version: Set(version),
            created_at: Set(self.now),
            rules: Set(Some(
                serde_json::to_string(&quote.rules)
                    .map_err(|error| Error::Internal(error.to_string()))?,
            )),
        };
        quotes::Entity::insert(row)
            .exec_without_returning(txn)
            .await?;
        Ok(id)
    }

    async fn write_payment(
        &self,
        txn: &DatabaseTransaction,
        booking: &bookings::Model,
    ) -> Result<()> {
        let row = payments::ActiveModel {
            id: Set(Uuid::new_v4()),
            booking_id: Set(booking.id),
            provider: Set(self.provider.to_owned()),
            intent_id: Set(None),
            amount: Set(booking.total),
            currency: Set(booking.currency.clone()),
            status: Set("new".to_owned()),
            authorized_at: Set(None),
            capture_before: Set(None),
            captured: Set(0),
            refunded: Set(0),
            last_error: Set(None),
            version: Set(1),
            created_at: Set(self.now),
            updated_at: Set(self.now),
            disputed: Set(None),
        };
        payments::Entity::insert(row)
            .exec_without_returning(txn)
            .await?;
        Ok(())
    }
}
