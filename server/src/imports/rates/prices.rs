//! The prices that searches filter and sort by, of all homes: reckoned again when the platform's fees or the exchange rates are not
//! those by which they were reckoned last.

use domain::{Pricing, pricing::Fees};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{CaseStatement, Expr, ExprTrait, JoinType, OnConflict},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Rates, ReferencePrices};
use crate::{
    Context, Error, Result, database,
    entities::{
        exchange_rates, fingerprints,
        listings::{self, Column},
    },
};

/// Of the prices, in `fingerprints`.
const NAME: &str = "reference_prices";
/// Counts up when the same price, fees and rates come to something else than before.
const RECKONING: u32 = 1;
/// Homes in one transaction: their hosts wait for it.
const BATCH: u64 = 200;

/// What prices are reckoned by.
struct Basis {
    rates: Rates,
    fees: Fees,
    digest: Vec<u8>,
    /// Of what they were reckoned by last.
    known: Option<Vec<u8>>,
}

/// A rate, and beside each the same fingerprint.
#[derive(FromQueryResult)]
struct Rate {
    currency: String,
    rate_micro: i64,
    known: Option<Vec<u8>>,
}

/// What is read of a home.
#[derive(FromQueryResult)]
struct Home {
    id: Uuid,
    pricing: String,
    min_nights: u32,
    nightly_ref: i64,
    fixed_ref: i64,
    shortest_ref: i64,
}

const COLUMNS: [Column; 6] = [
    Column::Id,
    Column::Pricing,
    Column::MinNights,
    Column::NightlyRef,
    Column::FixedRef,
    Column::ShortestRef,
];

/// Whether all were reckoned by the fees and the rates that there are now. One statement.
pub async fn are_current(ctx: &Context) -> Result<bool> {
    Ok(Basis::load(ctx).await?.is_known())
}

/// Reckons those of all homes anew, unless they are current, and returns how many homes have others now. The versions of the homes
/// stay, because nothing that their hosts say has changed. A run that ended half-way is done again by the next one.
///
/// At most two statements for each two hundred homes; those whose price cannot be read, or whose currency has no rate, stay as they
/// are.
pub async fn reckon(ctx: &Context) -> Result<usize> {
    let basis = Basis::load(ctx).await?;
    if basis.is_known() {
        return Ok(0);
    }
    let mut changed = 0;
    let mut last = Some(Uuid::nil());
    while let Some(after) = last {
        let done = database::transaction(&ctx.db, async |txn| batch(&txn, &basis, after).await);
        let (end, others) = done.await?;
        last = end;
        changed += others;
    }
    basis.keep(ctx).await?;
    Ok(changed)
}

/// The homes with the next ids: the last of them, and how many were changed.
async fn batch(
    txn: &DatabaseTransaction,
    basis: &Basis,
    after: Uuid,
) -> Result<(Option<Uuid>, usize)> {
    let homes = listings::Entity::find()
        .select_only()
        .columns(COLUMNS)
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(BATCH)
        .lock_exclusive()
        .into_model::<Home>()
        .all(txn)
        .await?;
    let changed: Vec<(Uuid, ReferencePrices)> = homes
        .iter()
        .filter_map(|home| Some((home.id, basis.changed(home)?)))
        .collect();
    write(txn, &changed).await?;
    Ok((homes.last().map(|home| home.id), changed.len()))
}

async fn write(txn: &DatabaseTransaction, changed: &[(Uuid, ReferencePrices)]) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let each = |of: fn(&ReferencePrices) -> i64| -> Expr {
        let mut cases = CaseStatement::new();
        for (id, prices) in changed {
            cases = cases.case(Column::Id.eq(*id), of(prices));
        }
        cases.into()
    };
    listings::Entity::update_many()
        .col_expr(Column::NightlyRef, each(|prices| prices.nightly))
        .col_expr(Column::FixedRef, each(|prices| prices.fixed))
        .col_expr(Column::ShortestRef, each(|prices| prices.shortest))
        .filter(Column::Id.is_in(changed.iter().map(|(id, _)| *id)))
        .exec(txn)
        .await?;
    Ok(())
}

impl Basis {
    async fn load(ctx: &Context) -> Result<Self> {
        let digest = Expr::col((fingerprints::Entity, fingerprints::Column::Digest));
        let name = Expr::col((fingerprints::Entity, fingerprints::Column::Name));
        let mut select = exchange_rates::Entity::find().select_only().columns([
            exchange_rates::Column::Currency,
            exchange_rates::Column::RateMicro,
        ]);
        QuerySelect::query(&mut select)
            .expr_as(digest, "known")
            .join(JoinType::LeftJoin, fingerprints::Entity, name.eq(NAME));
        let rows = select.into_model::<Rate>().all(&ctx.db).await?;
        let known = rows.first().and_then(|row| row.known.clone());
        let rates = rows.into_iter().map(|row| (row.currency, row.rate_micro));
        let (rates, fees) = (Rates(rates.collect()), ctx.settings.fees);
        Ok(Self {
            digest: digest_of(&rates, &fees)?,
            rates,
            fees,
            known,
        })
    }

    /// Without rates there is nothing to reckon by: homes are not priced before there are some.
    fn is_known(&self) -> bool {
        self.rates.0.is_empty() || self.known.as_ref() == Some(&self.digest)
    }

    /// The home's prices, when they are others.
    fn changed(&self, home: &Home) -> Option<ReferencePrices> {
        let prices = match self.prices(home) {
            Ok(prices) => prices,
            Err(error) => {
                tracing::warn!(listing = %home.id, %error, "a price cannot be compared");
                return None;
            }
        };
        let known = ReferencePrices {
            nightly: home.nightly_ref,
            fixed: home.fixed_ref,
            shortest: home.shortest_ref,
        };
        (prices != known).then_some(prices)
    }

    fn prices(&self, home: &Home) -> Result<ReferencePrices> {
        let pricing: Pricing = serde_json::from_str(&home.pricing)
            .map_err(|error| Error::Internal(error.to_string()))?;
        self.rates
            .reference_prices(&pricing, home.min_nights, &self.fees)
    }

    /// Remembers what all were reckoned by.
    async fn keep(self, ctx: &Context) -> Result<()> {
        let row = fingerprints::ActiveModel {
            name: Set(NAME.to_owned()),
            digest: Set(self.digest),
        };
        let over = OnConflict::column(fingerprints::Column::Name)
            .update_column(fingerprints::Column::Digest)
            .to_owned();
        fingerprints::Entity::insert(row)
            .on_conflict(over)
            .exec_without_returning(&ctx.db)
            .await?;
        Ok(())
    }
}

fn digest_of(rates: &Rates, fees: &Fees) -> Result<Vec<u8>> {
    let mut rates: Vec<(&String, &i64)> = rates.0.iter().collect();
    rates.sort_unstable();
    let said = serde_json::to_vec(&(RECKONING, fees, rates))
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Sha256::digest(said).to_vec())
}
