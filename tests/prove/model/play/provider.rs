//! What the provider, its dashboard, the guests' banks and the site's owner do to the money of a booking.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::{
    entities::{sandbox_disputes, sandbox_intents},
    payments::{
        RefundAnswer, refunds,
        sandbox::{self, Fault},
    },
};

use super::{Play, agreed};
use crate::model::money::Dashboard;

impl Play {
    pub(super) async fn admin_refunds(
        &mut self,
        number: usize,
        hundredths: i64,
    ) -> Result<(), String> {
        let now = self.model.now;
        let money = &mut self.model.bookings[number].money;
        let amount = money.free() * hundredths / 100;
        let may = money.give_back(amount, now);
        let (ctx, id) = (&self.world.state.ctx, self.ids[number]);
        let typed = format!("{}.{:02}", amount / 100, amount % 100);
        let said = refunds::by_admin(ctx, id, &typed, "The boiler failed.").await;
        match said {
            Ok((_, given)) if given.minor != amount => {
                Err(format!("{given} go back, not {amount} pence"))
            }
            said => agreed(may, said.map(drop)),
        }
    }

    pub(super) async fn dashboard_refunds(
        &mut self,
        number: usize,
        hundredths: i64,
    ) -> Result<(), String> {
        let intent = self.intent(number).await?;
        let now = self.model.now;
        let money = &mut self.model.bookings[number].money;
        let amount = money.left() * hundredths / 100;
        let expected = money.give_back_there(amount, now);
        let said = sandbox::give_back(&self.world.state.ctx, &intent, amount).await;
        match (expected, said) {
            (Dashboard::Made, Ok(RefundAnswer::Made(_)))
            | (Dashboard::Barred, Ok(RefundAnswer::Barred))
            | (Dashboard::Refused, Ok(RefundAnswer::Refused(_))) => Ok(()),
            (expected, said) => Err(format!(
                "expected {expected:?} of {amount}, and the provider said {said:?}"
            )),
        }
    }

    /// A bank that has not decided does not begin again.
    pub(super) async fn bank_opens(&mut self, number: usize, inquiry: bool) -> Result<(), String> {
        let intent = self.intent(number).await?;
        let money = &mut self.model.bookings[number].money;
        if money.undecided().is_some() {
            return Ok(());
        }
        let may = money.left() > 0;
        if may {
            money.open(inquiry);
        }
        let said = sandbox::open_dispute(&self.world.state.ctx, &intent, inquiry).await;
        agreed(may, said.map(drop))
    }

    /// Not when chance would say what comes of it.
    pub(super) async fn bank_decides(&mut self, number: usize, won: bool) -> Result<(), String> {
        let now = self.model.now;
        let money = &mut self.model.bookings[number].money;
        let Some((amount, inquiry)) = money.undecided().filter(|_| !money.is_chance(won, now))
        else {
            return Ok(());
        };
        money.decide(won, now);
        let dispute = self.undecided(number, amount, inquiry).await?;
        let said = sandbox::close_dispute(&self.world.state.ctx, &dispute, won).await;
        said.map_err(|error| error.to_string())
    }

    pub(super) async fn heard_twice(&self, call: &str) -> Result<(), String> {
        let (db, now) = (self.world.db(), self.world.now());
        let armed = sandbox::arm(db, call, Fault::Doubled, 1, now).await;
        armed.map_err(|error| error.to_string())
    }

    /// The provider's id of the payment.
    pub(super) async fn intent(&self, number: usize) -> Result<String, String> {
        let of_booking = sandbox_intents::Column::BookingId.eq(self.ids[number]);
        let found = sandbox_intents::Entity::find().filter(of_booking);
        let found = found.one(self.world.db()).await.expect("a look");
        let unknown = || "the provider does not know of the payment".to_owned();
        found.map(|intent| intent.id).ok_or_else(unknown)
    }

    /// The provider's id of the dispute or inquiry that is open, of this amount.
    async fn undecided(&self, number: usize, amount: i64, inquiry: bool) -> Result<String, String> {
        let intent = self.intent(number).await?;
        let status = match inquiry {
            true => "warning_needs_response",
            false => "needs_response",
        };
        let found = sandbox_disputes::Entity::find()
            .filter(sandbox_disputes::Column::IntentId.eq(intent))
            .filter(sandbox_disputes::Column::Status.eq(status))
            .filter(sandbox_disputes::Column::Amount.eq(amount))
            .one(self.world.db())
            .await;
        let unknown = || format!("the provider has no {status} of {amount}");
        found
            .expect("a look")
            .map(|dispute| dispute.id)
            .ok_or_else(unknown)
    }
}
