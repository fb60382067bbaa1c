//! Which nights are taken already.

use std::collections::HashSet;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::ExprTrait,
};
use uuid::Uuid;

use super::read::OldBooking;
use crate::{Result, entities::nights};

/// Nights of homes that somebody has.
#[derive(Default)]
pub(super) struct Taken {
    nights: HashSet<(Uuid, NaiveDate)>,
}

impl Taken {
    /// Adds what the database has of the batch's nights.
    pub async fn look(
        &mut self,
        db: &impl ConnectionTrait,
        batch: &[(u64, OldBooking)],
    ) -> Result<()> {
        use nights::Column as C;
        let any = batch.iter().fold(Condition::any(), |any, (_, booking)| {
            let of_home = C::ListingId.eq(booking.home);
            let from = C::Night.gte(booking.stay.check_in);
            let to = C::Night.lt(booking.stay.check_out);
            any.add(of_home.and(from).and(to))
        });
        let found: Vec<(Uuid, NaiveDate)> = nights::Entity::find()
            .select_only()
            .columns([C::ListingId, C::Night])
            .filter(any)
            .into_tuple()
            .all(db)
            .await?;
        self.nights.extend(found);
        Ok(())
    }

    /// Takes all nights of the booking, or none when somebody has one of them.
    pub fn take(&mut self, booking: &OldBooking) -> bool {
        let of_home = |night| (booking.home, night);
        let free = booking
            .stay
            .dates()
            .all(|night| !self.nights.contains(&of_home(night)));
        if free {
            self.nights.extend(booking.stay.dates().map(of_home));
        }
        free
    }

    /// What is in the database need not be remembered.
    pub fn forget(&mut self) {
        self.nights.clear();
    }
}
