//! Changing a home as clients of the API do it: some of five fields, by its host or an admin, whatever else was changed meanwhile.

use domain::{
    Currency, FieldError,
    error::{keep, none_refused},
    hosting::plain,
};
use sea_orm::{DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use super::{counts, fixed, place::Located, pricing, records, ruled, wanted::known_rates};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::listings,
    imports::{gazetteer::Point, rates::Rates, texts},
};

/// What is said of the home now; `None` leaves it as it is.
#[derive(Debug, Clone, Default)]
pub struct Revision {
    pub title: Option<String>,
    /// May be empty.
    pub description: Option<String>,
    /// Of a night, in major units of the home's currency.
    pub price: Option<f64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

/// What it says, clean but for the price, whose decimals hang on the home's currency.
struct Said {
    title: Option<String>,
    description: Option<String>,
    price: Option<f64>,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// Changes the home; the same change again changes nothing more.
///
/// Refuses mistakes (`Invalid`, each at its field), another place while bookings are open (`Invalid` at `latitude`), and whoever is
/// neither its host nor an admin (`Forbidden`; a draft of another's is not found).
pub async fn revise(ctx: &Context, actor: &Actor, id: Uuid, revision: Revision) -> Result<()> {
    let said = Said::read(&revision)?;
    let located = said.located(ctx, id).await?;
    let rates = match said.price {
        Some(_) => Some(known_rates(ctx).await?),
        None => None,
    };
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = ruled::locked(&txn, actor, id).await?;
        let next = said.onto(&home, rates.as_ref(), ctx)?;
        let next = match &located {
            Some(located) => {
                let there = listings::Model {
                    address: home.address.clone(),
                    ..located.onto(&next)
                };
                moved(&txn, &home, there).await?
            }
            None => next,
        };
        if next == home {
            return Ok(());
        }
        if let Some(located) = &located {
            located.write(&txn).await?;
        }
        counts::follow(&txn, &home, &next).await?;
        records::write(&txn, &home, next, now).await?;
        Ok(())
    })
    .await
}

/// Guests have booked by where it is.
async fn moved(
    txn: &DatabaseTransaction,
    home: &listings::Model,
    next: listings::Model,
) -> Result<listings::Model> {
    let place = |home: &listings::Model| (home.latitude.to_bits(), home.longitude.to_bits());
    if place(home) != place(&next) && fixed::has_open(txn, home.id).await? {
        let sentence = "The place cannot change while bookings are open: guests have booked by it.";
        return Err(domain::Error::field("latitude", sentence).into());
    }
    Ok(next)
}

impl Said {
    fn read(revision: &Revision) -> Result<Self> {
        let mut refused: Vec<FieldError> = Vec::new();
        let title = revision.title.as_deref().map(texts::line);
        let title = title.and_then(|typed| keep(&mut refused, plain::title(&typed)));
        let description = revision.description.as_deref().map(texts::paragraphs);
        let description =
            description.and_then(|typed| keep(&mut refused, plain::description(&typed)));
        let price = revision.price.filter(|price| {
            let priced = plain::nightly(*price, Currency::REFERENCE);
            keep(&mut refused, priced).is_some()
        });
        let latitude = revision.latitude;
        let latitude = latitude.and_then(|degrees| keep(&mut refused, plain::latitude(degrees)));
        let longitude = revision.longitude;
        let longitude = longitude.and_then(|degrees| keep(&mut refused, plain::longitude(degrees)));
        none_refused(refused)?;
        Ok(Self {
            title,
            description,
            price,
            latitude,
            longitude,
        })
    }

    /// Where the home is, when it is said to be elsewhere.
    async fn located(&self, ctx: &Context, id: Uuid) -> Result<Option<Located>> {
        if self.latitude.is_none() && self.longitude.is_none() {
            return Ok(None);
        }
        let home = listings::Entity::find_by_id(id).one(&ctx.db).await?;
        let home = home.ok_or(domain::Error::NotFound("Home"))?;
        let point = Point {
            latitude: self.latitude.unwrap_or(home.latitude),
            longitude: self.longitude.unwrap_or(home.longitude),
        };
        if (point.latitude, point.longitude) == (home.latitude, home.longitude) {
            return Ok(None);
        }
        Ok(Some(Located::around(&ctx.db, point, Some(&home)).await?))
    }

    fn onto(
        &self,
        home: &listings::Model,
        rates: Option<&Rates>,
        ctx: &Context,
    ) -> Result<listings::Model> {
        let said = listings::Model {
            title: self.title.clone().unwrap_or_else(|| home.title.clone()),
            description: self
                .description
                .clone()
                .unwrap_or_else(|| home.description.clone()),
            ..home.clone()
        };
        let Some((price, rates)) = self.price.zip(rates) else {
            return Ok(said);
        };
        let mut priced = records::pricing(home)?;
        priced.nightly = plain::nightly(price, priced.currency)?;
        pricing::priced(&said, &priced, rates, &ctx.settings.fees)
    }
}
