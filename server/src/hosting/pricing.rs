//! What a home's prices come to: the versioned value that quotes are made from, and what search compares.

use domain::{Pricing, hosting::Stays, pricing::Fees};

use super::records;
use crate::{Error, Result, entities::listings, imports::rates::Rates};

/// The home at these prices, of which each change counts the version up.
pub(super) fn priced(
    home: &listings::Model,
    said: &Pricing,
    rates: &Rates,
    fees: &Fees,
) -> Result<listings::Model> {
    let known = records::pricing(home)?;
    let wanted = Pricing {
        version: known.version,
        ..said.clone()
    };
    if wanted == known {
        return Ok(home.clone());
    }
    let counted = Pricing {
        version: known.version + 1,
        ..wanted
    };
    let priced = listings::Model {
        currency: said.currency.code().to_owned(),
        pricing: serde_json::to_string(&counted)
            .map_err(|error| Error::Internal(error.to_string()))?,
        ..home.clone()
    };
    compared(priced, &counted, rates, fees)
}

/// The home let for so many nights at these times. A card shows the price of the shortest stay.
pub(super) fn let_for(
    home: &listings::Model,
    stays: Stays,
    rates: &Rates,
    fees: &Fees,
) -> Result<listings::Model> {
    let pricing = records::pricing(home)?;
    let next = listings::Model {
        min_nights: stays.min_nights,
        max_nights: stays.max_nights,
        check_in_from: stays.check_in_from,
        check_in_until: stays.check_in_until,
        check_out_by: stays.check_out_by,
        cutoff: stays.cutoff,
        ..home.clone()
    };
    if stays.min_nights == home.min_nights {
        return Ok(next);
    }
    compared(next, &pricing, rates, fees)
}

/// With what search filters and sorts by.
fn compared(
    home: listings::Model,
    pricing: &Pricing,
    rates: &Rates,
    fees: &Fees,
) -> Result<listings::Model> {
    let reference = rates.reference_prices(pricing, home.min_nights, fees)?;
    Ok(listings::Model {
        nightly_ref: reference.nightly,
        fixed_ref: reference.fixed,
        shortest_ref: reference.shortest,
        ..home
    })
}
