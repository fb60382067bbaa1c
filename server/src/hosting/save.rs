//! Keeping what a host says of a home, one step at a time.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    FieldError,
    hosting::{Missing, Step},
    listings::Status,
};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{
    Change, counts,
    facts::lacks,
    fixed, offers,
    records::{self, is_current, overtaken, own, own_locked, refused, status},
    wanted::{Wanted, onto, read},
};
use crate::{Context, Result, accounts::Actor, database, entities::listings};

/// Keeps one step of the actor's own home and returns the home's version; the same change sent twice is one.
///
/// Refuses mistakes (`Invalid`, each at its field), place, address and currency while bookings are open (`Invalid`), what
/// would make a published home incomplete, and a home that was changed since `version` was read (`Refused`: nothing is
/// written). Another's home is not found.
pub async fn save(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    version: &str,
    change: Change,
) -> Result<u32> {
    let home = own(&ctx.db, actor, id).await?;
    let wanted = read(ctx, &home, change).await?;
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = own_locked(&txn, actor, id).await?;
        keep(&txn, &home, version, &wanted, now).await
    })
    .await
}

async fn keep(
    txn: &DatabaseTransaction,
    home: &listings::Model,
    version: &str,
    wanted: &Wanted,
    now: DateTime<Utc>,
) -> Result<u32> {
    let offered = match wanted {
        Wanted::Amenities(_) => offers::of(txn, home.id).await?,
        _ => BTreeSet::new(),
    };
    let next = onto(wanted, home)?;
    let offers_change = matches!(wanted, Wanted::Amenities(after) if *after != offered);
    if next == *home && !offers_change {
        return Ok(home.version);
    }
    if !is_current(home, version) {
        return Err(overtaken(home)?);
    }
    if touches_what_is_fixed(home, &next) && fixed::has_open(txn, home.id).await? {
        return Err(stays_fixed(home, &next));
    }
    match wanted {
        Wanted::Place(located) => located.write(txn).await?,
        Wanted::Amenities(after) => offers::change(txn, home.id, &offered, after).await?,
        _ => {}
    }
    check_complete(txn, home, &next).await?;
    counts::follow(txn, home, &next).await?;
    records::write(txn, home, next, now).await
}

fn moved(home: &listings::Model, next: &listings::Model) -> bool {
    let place = |home: &listings::Model| {
        let point = (home.latitude.to_bits(), home.longitude.to_bits());
        (home.city_id, home.timezone.clone(), point)
    };
    place(home) != place(next)
}

/// A home that came without an address, when HBnB moved, may be given one at any time: its guests wait for it.
fn readdressed(home: &listings::Model, next: &listings::Model) -> bool {
    !home.address.is_empty() && home.address != next.address
}

fn touches_what_is_fixed(home: &listings::Model, next: &listings::Model) -> bool {
    moved(home, next) || readdressed(home, next) || home.currency != next.currency
}

fn stays_fixed(home: &listings::Model, next: &listings::Model) -> crate::Error {
    let fields = [
        ("city", moved(home, next), "The place"),
        ("address", readdressed(home, next), "The address"),
        ("currency", home.currency != next.currency, "The currency"),
    ];
    let refused = fields.into_iter().filter(|(_, changed, _)| *changed);
    let refused = refused.map(|(field, _, what)| {
        FieldError::new(
            field,
            format!("{what} cannot change while bookings are open: guests have booked by it."),
        )
    });
    domain::Error::Invalid(refused.collect()).into()
}

/// What guests can see becomes no less complete. What it lacked before, since its place began to ask for it, holds up no other change.
async fn check_complete(
    txn: &DatabaseTransaction,
    home: &listings::Model,
    next: &listings::Model,
) -> Result<()> {
    if status(next)? != Status::Published {
        return Ok(());
    }
    let lacking = lacks(txn, next).await?;
    if lacking.is_empty() {
        return Ok(());
    }
    let before = lacks(txn, home).await?;
    match lacking
        .into_iter()
        .find(|missing| !before.contains(missing))
    {
        None => Ok(()),
        Some(Missing {
            step: Step::Rules,
            sentence,
        }) if next.registration.is_none() => {
            Err(domain::Error::field("registration", sentence).into())
        }
        Some(missing) => Err(refused(format!(
            "Guests can see this home, so it must stay complete. {} Or pause it first.",
            missing.sentence
        ))),
    }
}
