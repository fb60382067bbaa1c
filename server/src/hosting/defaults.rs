//! A home of which only the replaced system's few fields are known: on the site at once, with something plain for all that they
//! do not say.

use chrono::{DateTime, Utc};
use domain::{
    Currency, Pricing,
    cancellation::Policy,
    listings::{Kind, Property, Status},
    pricing::Fees,
    stays::LONGEST_STAY,
};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
};
use uuid::Uuid;

use super::{counts, create::blank, place::Located, pricing};
use crate::{
    Context, Result,
    entities::listings,
    imports::{
        gazetteer::Point,
        rates::{self, Rates},
    },
};

/// What its prices are in.
pub const CURRENCY: &str = "USD";
const GUESTS: u32 = 2;

/// What is said of it; clean.
#[derive(Debug, Clone)]
pub(crate) struct Plain {
    pub title: String,
    /// May be empty.
    pub description: String,
    /// Minor units of [`CURRENCY`].
    pub nightly: i64,
    pub point: Point,
}

/// What such homes are priced and compared by, read once for many.
pub(crate) struct Defaults {
    rates: Rates,
    fees: Fees,
}

/// A home to be: change what else is known of it, then write it.
pub(crate) struct Live {
    pub home: listings::Model,
    located: Located,
}

impl Defaults {
    /// Also fills the table of rates, where the site has none yet.
    pub async fn load(ctx: &Context) -> Result<Self> {
        rates::fill(&ctx.db).await?;
        Ok(Self {
            rates: Rates::load(&ctx.db).await?,
            fees: ctx.settings.fees,
        })
    }

    /// The host's published home: for two guests, an entire home, in the city and the time zone in which its point lies; each stay
    /// is asked for, and cancelled as the replaced system had it.
    pub async fn home(
        &self,
        conn: &impl ConnectionTrait,
        host: Uuid,
        said: Plain,
        now: DateTime<Utc>,
    ) -> Result<Live> {
        let located = Located::around(conn, said.point, None).await?;
        let currency = Currency::parse(CURRENCY)?;
        let plain = listings::Model {
            status: Status::Published.as_str().to_owned(),
            published_at: Some(now),
            title: said.title,
            description: said.description,
            kind: Kind::EntireHome.as_str().to_owned(),
            property: Property::Other.as_str().to_owned(),
            capacity: GUESTS,
            bedrooms: 1,
            beds: 1,
            half_baths: 2,
            max_nights: LONGEST_STAY,
            policy: Policy::Standard.as_str().to_owned(),
            instant_book: false,
            ..located.onto(&blank(host, currency, now)?)
        };
        let price = Pricing::plain(currency, said.nightly, 0);
        Ok(Live {
            home: pricing::priced(&plain, &price, &self.rates, &self.fees)?,
            located,
        })
    }
}

impl Live {
    /// Writes its places alone, for an import: that writes many homes at once, and counts them in the end.
    pub async fn settle(&self, txn: &DatabaseTransaction) -> Result<()> {
        self.located.write(txn).await
    }

    /// Writes the home and its places, which count it.
    pub async fn write(&self, txn: &DatabaseTransaction) -> Result<()> {
        self.located.write(txn).await?;
        let row = self.home.clone().into_active_model().reset_all();
        listings::Entity::insert(row)
            .exec_without_returning(txn)
            .await?;
        let unseen = listings::Model {
            status: Status::Draft.as_str().to_owned(),
            ..self.home.clone()
        };
        counts::follow(txn, &unseen, &self.home).await
    }
}
