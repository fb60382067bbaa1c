//! Keeping what a host says of a home, one step at a time.

use std::collections::BTreeSet;

use domain::{
    FieldError,
    hosting::{Basics, Missing, Price, Rules, RulesForm, Stays, Step, Text, TextForm},
    listings::Status,
};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{
    Change, counts,
    facts::lacks,
    fixed, offers,
    place::Located,
    pricing,
    records::{self, is_current, overtaken, own, own_locked, refused, status},
};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::listings,
    imports::{
        ranking::{Merit, rank},
        rates::{self, Rates},
        texts,
    },
};

/// A change that was read: what it says has been found to make sense.
enum Wanted {
    Place(Box<Located>),
    Basics(Basics),
    Amenities(BTreeSet<Uuid>),
    Text(Text),
    Price(Price, Rates),
    Stays(Stays, Rates),
    Rules(Rules),
}

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
        let offered = match &wanted {
            Wanted::Amenities(_) => offers::of(&txn, id).await?,
            _ => BTreeSet::new(),
        };
        let next = onto(&wanted, &home)?;
        let same =
            next == home && !matches!(&wanted, Wanted::Amenities(after) if *after != offered);
        if same {
            return Ok(home.version);
        }
        if !is_current(&home, version) {
            return Err(overtaken(&home)?);
        }
        if touches_what_is_fixed(&home, &next) && fixed::has_open(&txn, id).await? {
            return Err(stays_fixed(&home, &next));
        }
        match &wanted {
            Wanted::Place(located) => located.write(&txn).await?,
            Wanted::Amenities(after) => offers::change(&txn, id, &offered, after).await?,
            _ => {}
        }
        check_complete(&txn, &next).await?;
        counts::follow(&txn, &home, &next).await?;
        records::write(&txn, &home, next, now).await
    })
    .await
}

async fn read(ctx: &Context, home: &listings::Model, change: Change) -> Result<Wanted> {
    Ok(match change {
        Change::Place(form) => {
            Wanted::Place(Box::new(Located::read(&ctx.db, form, Some(home)).await?))
        }
        Change::Basics(form) => Wanted::Basics(domain::hosting::basics(&form)?),
        Change::Amenities(slugs) => Wanted::Amenities(offers::known(&ctx.db, &slugs).await?),
        Change::Text(form) => Wanted::Text(domain::hosting::text(&TextForm {
            title: texts::line(&form.title),
            description: texts::paragraphs(&form.description),
        })?),
        Change::Price(form) => {
            let price = domain::hosting::price(&form)?;
            let rates = known_rates(ctx).await?;
            if !rates.knows(price.currency) {
                let sentence = format!("Prices cannot be in {} here.", price.currency);
                return Err(domain::Error::field("currency", sentence).into());
            }
            Wanted::Price(price, rates)
        }
        Change::Stays(form) => {
            Wanted::Stays(domain::hosting::stays(&form)?, known_rates(ctx).await?)
        }
        Change::Rules(form) => Wanted::Rules(domain::hosting::rules(&RulesForm {
            house_rules: texts::paragraphs(&form.house_rules),
            arrival_notes: texts::paragraphs(&form.arrival_notes),
            ..form
        })?),
    })
}

/// A home may be older than the table of rates.
async fn known_rates(ctx: &Context) -> Result<Rates> {
    rates::fill(&ctx.db).await?;
    Rates::load(&ctx.db).await
}

/// The home as it is with the change.
fn onto(wanted: &Wanted, home: &listings::Model) -> Result<listings::Model> {
    Ok(match wanted {
        Wanted::Place(located) => located.onto(home),
        Wanted::Basics(basics) => listings::Model {
            kind: basics.kind.as_str().to_owned(),
            property: basics.property.as_str().to_owned(),
            capacity: basics.capacity,
            bedrooms: basics.bedrooms,
            beds: basics.beds,
            half_baths: basics.half_baths,
            ..home.clone()
        },
        Wanted::Amenities(offered) => listings::Model {
            rank: rank(&Merit {
                has_owner: true,
                rating: home.rating,
                reviews: home.review_count,
                amenities: offered.len(),
            }),
            ..home.clone()
        },
        Wanted::Text(text) => listings::Model {
            title: text.title.clone(),
            description: text.description.clone(),
            ..home.clone()
        },
        Wanted::Price(price, rates) => pricing::priced(home, *price, rates)?,
        Wanted::Stays(stays, rates) => pricing::let_for(home, *stays, rates)?,
        Wanted::Rules(rules) => listings::Model {
            house_rules: rules.house_rules.clone(),
            arrival_notes: rules.arrival_notes.clone(),
            policy: rules.policy.as_str().to_owned(),
            registration: rules.registration.clone(),
            ..home.clone()
        },
    })
}

fn moved(home: &listings::Model, next: &listings::Model) -> bool {
    let place = |home: &listings::Model| {
        let point = (home.latitude.to_bits(), home.longitude.to_bits());
        (home.city_id, home.timezone.clone(), point)
    };
    place(home) != place(next)
}

fn touches_what_is_fixed(home: &listings::Model, next: &listings::Model) -> bool {
    moved(home, next) || home.address != next.address || home.currency != next.currency
}

fn stays_fixed(home: &listings::Model, next: &listings::Model) -> crate::Error {
    let fields = [
        ("city", moved(home, next), "The place"),
        ("address", home.address != next.address, "The address"),
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

/// What guests can see stays complete.
async fn check_complete(txn: &DatabaseTransaction, next: &listings::Model) -> Result<()> {
    if status(next)? != Status::Published {
        return Ok(());
    }
    match lacks(txn, next).await?.into_iter().next() {
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
