//! The tax on lodging, as a host says it.

use super::{
    PriceForm, chargeable,
    percent::{self, percent},
};
use crate::{
    Currency, Error, Pricing, Result,
    hosting::{amount, whole::whole, written},
    pricing::{Tax, TaxBase},
    stays::LONGEST_STAY,
    text,
};

/// In basis points.
const LARGEST: u32 = 5_000;
/// In characters.
const LONGEST_NAME: usize = 40;

words! {
    /// How the town reckons its tax.
    TaxKind {
        None "none" "There is none",
        Rate "rate" "A percentage",
        PerGuestNight "per_guest_night" "An amount for each guest and night",
    }
}

/// What of the form belongs to the kind that was chosen; the rest is not read.
pub fn read(form: &PriceForm, currency: Currency) -> Result<Option<Tax>> {
    let kind = match form.tax.as_str() {
        "" => TaxKind::None,
        word => TaxKind::parse(word)
            .ok_or_else(|| Error::field("tax", "Choose how the tax is reckoned."))?,
    };
    match kind {
        TaxKind::None => Ok(None),
        TaxKind::Rate => rate(form).map(Some),
        TaxKind::PerGuestNight => per_guest_night(form, currency).map(Some),
    }
}

fn rate(form: &PriceForm) -> Result<Tax> {
    let bp = percent("tax_percent", &form.tax_percent, LARGEST)?;
    if bp == 0 {
        return Err(Error::field("tax_percent", "How many percent is the tax?"));
    }
    let base = TaxBase::parse(&form.tax_base)
        .ok_or_else(|| Error::field("tax_base", "Choose what the tax is taken of."))?;
    let max_nights = max_nights(form)?;
    Ok(Tax::Rate {
        bp,
        base,
        max_nights,
    })
}

fn per_guest_night(form: &PriceForm, currency: Currency) -> Result<Tax> {
    let amount = amount("tax_amount", &form.tax_amount, currency)?;
    let amount = chargeable("tax_amount", amount, currency)?;
    if amount == 0 {
        let sentence = "What does the tax come to for each guest and night?";
        return Err(Error::field("tax_amount", sentence));
    }
    let max_nights = max_nights(form)?;
    Ok(Tax::PerGuestNight { amount, max_nights })
}

/// 0 when all nights are taxed.
fn max_nights(form: &PriceForm) -> Result<u32> {
    match form.tax_max_nights.trim() {
        "" => Ok(0),
        typed => whole("tax_max_nights", "nights", typed, 1, LONGEST_STAY),
    }
}

/// What the town calls it; nothing where there is none.
pub fn name(form: &PriceForm) -> Result<String> {
    let name = text::line(&form.tax_name);
    match TaxKind::parse(&form.tax) {
        None | Some(TaxKind::None) => Ok(String::new()),
        Some(_) if name.chars().count() > LONGEST_NAME => Err(Error::field(
            "tax_name",
            format!("This can be at most {LONGEST_NAME} characters."),
        )),
        Some(_) => Ok(name),
    }
}

/// The form with what is saved of the tax.
pub fn write(pricing: &Pricing, form: PriceForm) -> PriceForm {
    let nights = |max: u32| match max {
        0 => String::new(),
        max => max.to_string(),
    };
    let form = PriceForm {
        tax: TaxKind::None.as_str().to_owned(),
        tax_name: pricing.tax_name.clone(),
        tax_base: TaxBase::Nights.as_str().to_owned(),
        ..form
    };
    match pricing.tax {
        None => form,
        Some(Tax::Rate {
            bp,
            base,
            max_nights,
        }) => PriceForm {
            tax: TaxKind::Rate.as_str().to_owned(),
            tax_percent: percent::written(bp),
            tax_base: base.as_str().to_owned(),
            tax_max_nights: nights(max_nights),
            ..form
        },
        Some(Tax::PerGuestNight { amount, max_nights }) => PriceForm {
            tax: TaxKind::PerGuestNight.as_str().to_owned(),
            tax_amount: written(amount, pricing.currency),
            tax_max_nights: nights(max_nights),
            ..form
        },
    }
}
