//! What is charged on top of nights and cleaning: the platform's fees and the town's tax.

use serde::{Deserialize, Serialize};

/// What the platform takes of nights and cleaning, in basis points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fees {
    /// On top, from the guest.
    pub guest_bp: u32,
    /// Out of it, from the host.
    pub host_bp: u32,
}

words! {
    /// What a rate of tax is taken of.
    TaxBase {
        Nights "nights" "The nights",
        NightsAndCleaning "nights_and_cleaning" "The nights and the cleaning",
        All "all" "Everything, the service fee too",
    }
}

/// A tax on lodging. The guest pays it, and the host passes it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tax {
    Rate {
        bp: u32,
        base: TaxBase,
        /// The first nights of a stay that are taxed; 0 for all.
        max_nights: u32,
    },
    PerGuestNight {
        /// Minor units.
        amount: i64,
        /// The first nights of a stay that are taxed; 0 for all.
        max_nights: u32,
    },
}

/// What a refund needs to know besides the lines: by what rules fees and tax were charged. The JSON of the column
/// `quotes.rules`; a quote without it had neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    pub fees: Fees,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Tax>,
}

impl Tax {
    /// How many of the first nights of a stay of `nights` are taxed.
    pub fn nights_taxed(self, nights: u32) -> u32 {
        match self {
            Tax::Rate { max_nights: 0, .. } | Tax::PerGuestNight { max_nights: 0, .. } => nights,
            Tax::Rate { max_nights, .. } | Tax::PerGuestNight { max_nights, .. } => {
                nights.min(max_nights)
            }
        }
    }
}
