//! `hbnb admin`

use server::{Context, admin, jobs::outbox, payments::refunds};
use uuid::Uuid;

use crate::{
    Failure,
    cli::{AdminArgs, AdminChange},
    config::Config,
    context,
};

pub async fn run(config: Config, args: AdminArgs) -> Result<(), Failure> {
    let ctx = context::open(&config).await?;
    match args.change {
        AdminChange::Grant { email } => {
            admin::grant(&ctx, &email).await?;
            println!("{email} administers the site from the next request on.");
        }
        AdminChange::Revoke { email } => {
            admin::revoke(&ctx, &email).await?;
            println!("{email} no longer administers the site.");
        }
        AdminChange::Ban { email } => {
            admin::ban(&ctx, &email).await?;
            println!(
                "{email} is logged out everywhere and cannot log in. Bookings and homes stay as they are."
            );
        }
        AdminChange::Unban { email } => {
            admin::unban(&ctx, &email).await?;
            println!("{email} can log in again.");
        }
        AdminChange::Refund {
            booking,
            amount,
            reason,
        } => give_back(&ctx, &booking, &amount, &reason).await?,
    }
    Ok(())
}

/// Owes the money to the guest, and sends it at once when the provider can be reached.
async fn give_back(
    ctx: &Context,
    booking: &str,
    amount: &str,
    reason: &str,
) -> Result<(), Failure> {
    let booking = booking.parse::<Uuid>().map_err(|_| {
        Failure::Setting(format!(
            "BOOKING must be the id of a booking, as in the address of its page, not {booking:?}."
        ))
    })?;
    let (_, amount) = refunds::by_admin(ctx, booking, amount, reason).await?;
    outbox::run_due(ctx, Some(booking)).await?;
    println!("{amount} goes back to the guest of booking {booking}, the way it was paid.");
    Ok(())
}
