//! A change that was read, and the home with it.

use std::collections::BTreeSet;

use domain::{
    Pricing,
    hosting::{Basics, Rules, RulesForm, Stays, Taking, Text, TextForm},
    pricing::Fees,
};
use uuid::Uuid;

use super::{Change, offers, place::Located, pricing};
use crate::{
    Context, Result,
    entities::listings,
    imports::{
        ranking::{Merit, rank},
        rates::{self, Rates},
        texts,
    },
};

/// A change that was read: what it says has been found to make sense.
pub(super) enum Wanted {
    Place(Box<Located>),
    Basics(Basics),
    Amenities(BTreeSet<Uuid>),
    Text(Text),
    Price(Box<Pricing>, Rates, Fees),
    Stays(Stays, Rates, Fees),
    Rules(Rules),
}

/// Reads the change; `home` is the home so far. Refuses mistakes, each at its field.
pub(super) async fn read(ctx: &Context, home: &listings::Model, change: Change) -> Result<Wanted> {
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
            Wanted::Price(Box::new(price), rates, ctx.settings.fees)
        }
        Change::Stays(form) => {
            let stays = domain::hosting::stays(&form)?;
            Wanted::Stays(stays, known_rates(ctx).await?, ctx.settings.fees)
        }
        Change::Rules(form) => Wanted::Rules(domain::hosting::rules(&RulesForm {
            house_rules: texts::paragraphs(&form.house_rules),
            arrival_notes: texts::paragraphs(&form.arrival_notes),
            ..form
        })?),
    })
}

/// A home may be older than the table of rates.
pub(super) async fn known_rates(ctx: &Context) -> Result<Rates> {
    rates::fill(&ctx.db).await?;
    Rates::load(&ctx.db).await
}

/// The home as it is with the change.
pub(super) fn onto(wanted: &Wanted, home: &listings::Model) -> Result<listings::Model> {
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
        Wanted::Price(price, rates, fees) => pricing::priced(home, price, rates, fees)?,
        Wanted::Stays(stays, rates, fees) => pricing::let_for(home, *stays, rates, fees)?,
        Wanted::Rules(rules) => listings::Model {
            house_rules: rules.house_rules.clone(),
            arrival_notes: rules.arrival_notes.clone(),
            policy: rules.policy.as_str().to_owned(),
            instant_book: rules
                .taking
                .map_or(home.instant_book, |taking| taking == Taking::Instant),
            registration: rules.registration.clone(),
            ..home.clone()
        },
    })
}
