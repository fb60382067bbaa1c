//! What some homes of the demo charge or give besides nights, cleaning and season, and what their towns tax: figures as
//! hosts there would set them.

use domain::{
    Pricing,
    pricing::{Advance, Tax, TaxBase},
};

/// A home's own terms. Amounts in minor units of its town, shares in basis points; 0 for none.
pub struct Tariff {
    /// A night of Friday or Saturday.
    weekend: i64,
    weekly_bp: u32,
    monthly_bp: u32,
    /// Days ahead, and how much less.
    early: (u32, u32),
    last_minute: (u32, u32),
    /// How many guests are included, and what each further one costs for a night.
    guests: (u32, i64),
    /// The host looks at each request first.
    pub by_request: bool,
}

const PLAIN: Tariff = Tariff {
    weekend: 0,
    weekly_bp: 0,
    monthly_bp: 0,
    early: (0, 0),
    last_minute: (0, 0),
    guests: (0, 0),
    by_request: false,
};

const ASKED: Tariff = Tariff {
    by_request: true,
    ..PLAIN
};

/// By the key of the home.
#[rustfmt::skip]
const TARIFFS: &[(&str, Tariff)] = &[
    ("edinburgh/colony-house", Tariff { weekend: 17_200, ..PLAIN }),
    ("edinburgh/drawing-room", Tariff { weekly_bp: 800, early: (120, 500), ..PLAIN }),
    ("edinburgh/links-flat", Tariff { weekend: 19_400, weekly_bp: 1_000, ..PLAIN }),
    ("edinburgh/ferryman-cabin", Tariff { last_minute: (3, 1_500), ..PLAIN }),
    ("edinburgh/cottage", Tariff { guests: (2, 1_800), monthly_bp: 2_000, ..PLAIN }),
    ("lisbon/yellow-balcony", Tariff { weekend: 13_500, weekly_bp: 1_000, monthly_bp: 2_500, ..PLAIN }),
    ("lisbon/tile-terrace", Tariff { guests: (4, 2_000), ..ASKED }),
    ("lisbon/donkey-farm", Tariff { guests: (2, 1_500), weekly_bp: 1_200, ..ASKED }),
    ("lisbon/attic-flowers", Tariff { weekend: 15_500, ..ASKED }),
    ("lisbon/dock-sloop", Tariff { last_minute: (2, 2_000), ..PLAIN }),
    ("lisbon/wine-store", Tariff { early: (90, 1_000), ..PLAIN }),
    ("copenhagen/canal-barge", Tariff { weekend: 215_000, ..PLAIN }),
    ("copenhagen/joiner-flat", Tariff { weekly_bp: 1_000, monthly_bp: 3_000, ..PLAIN }),
    ("copenhagen/potato-row", Tariff { weekly_bp: 1_500, ..ASKED }),
    ("istanbul/wooden-house", Tariff { weekend: 640_000, guests: (4, 60_000), ..PLAIN }),
    ("istanbul/moda-tram-flat", Tariff { weekly_bp: 1_200, monthly_bp: 3_500, ..PLAIN }),
    ("istanbul/island-mansion", Tariff { early: (60, 1_000), ..ASKED }),
    ("amman/garden-flat", Tariff { weekly_bp: 1_250, ..PLAIN }),
    ("amman/rainbow-terrace", Tariff { weekend: 112_000, guests: (4, 9_000), ..PLAIN }),
    ("amman/olive-farm", Tariff { guests: (4, 8_500), ..ASKED }),
    ("marrakech/palm-grove-villa", Tariff { weekly_bp: 1_000, ..ASKED }),
    ("marrakech/gueliz-balcony", Tariff { weekend: 66_000, last_minute: (3, 1_000), ..PLAIN }),
    ("marrakech/desert-lodge", Tariff { guests: (5, 28_000), early: (60, 1_000), ..PLAIN }),
    ("cape-town/sea-point-flat", Tariff { weekly_bp: 700, monthly_bp: 2_000, ..PLAIN }),
    ("cape-town/langa-guest-room", ASKED),
    ("cape-town/muizenberg-bungalow", Tariff { weekend: 198_000, guests: (4, 22_000), ..PLAIN }),
    ("kyoto/thatched-farm", Tariff { guests: (4, 6_000), early: (90, 1_000), ..ASKED }),
    ("kyoto/garden-house", Tariff { weekend: 48_000, ..PLAIN }),
    ("kyoto/station-flat", Tariff { last_minute: (2, 1_500), monthly_bp: 2_500, ..PLAIN }),
    ("hoi-an/rice-field-villa", Tariff { guests: (6, 350_000), weekly_bp: 1_000, ..PLAIN }),
    ("hoi-an/tea-attic", Tariff { weekly_bp: 1_500, monthly_bp: 4_000, ..PLAIN }),
    ("auckland/island-bach", Tariff { weekend: 33_500, ..PLAIN }),
    ("auckland/potters-treehouse", ASKED),
    ("auckland/eden-worker", Tariff { weekly_bp: 800, ..PLAIN }),
    ("buenos-aires/russel-passage", ASKED),
    ("buenos-aires/clock-flat", Tariff { weekly_bp: 1_000, monthly_bp: 3_000, ..PLAIN }),
    ("mexico-city/studio-house", Tariff { guests: (4, 38_000), ..ASKED }),
    ("mexico-city/patio-flat", Tariff { weekly_bp: 1_000, monthly_bp: 3_500, ..PLAIN }),
    ("montreal/canal-loft", Tariff { weekend: 16_900, ..PLAIN }),
    ("montreal/garden-triplex", Tariff { monthly_bp: 2_500, guests: (4, 1_500), ..PLAIN }),
];

/// The town's tax and what it is called there.
#[rustfmt::skip]
const TAXES: &[(&str, &str, Tax)] = &[
    ("Edinburgh", "Visitor levy", Tax::Rate { bp: 500, base: TaxBase::Nights, max_nights: 5 }),
    ("Lisbon", "City tax", Tax::PerGuestNight { amount: 400, max_nights: 7 }),
    ("Istanbul", "Accommodation tax", Tax::Rate { bp: 200, base: TaxBase::Nights, max_nights: 0 }),
    ("Marrakech", "Tourist tax", Tax::PerGuestNight { amount: 2_500, max_nights: 0 }),
    ("Kyoto", "Accommodation tax", Tax::PerGuestNight { amount: 400, max_nights: 0 }),
    ("Mexico City", "Lodging tax", Tax::Rate { bp: 500, base: TaxBase::NightsAndCleaning, max_nights: 0 }),
    ("Montréal", "Lodging tax", Tax::Rate { bp: 350, base: TaxBase::NightsAndCleaning, max_nights: 30 }),
];

/// The terms of the home with this key.
pub fn tariff(key: &str) -> &'static Tariff {
    let own = TARIFFS.iter().find(|(home, _)| *home == key);
    own.map_or(&PLAIN, |(_, tariff)| tariff)
}

impl Tariff {
    /// The prices with these terms and the tax of the town.
    pub fn onto(&self, pricing: Pricing, town: &str) -> Pricing {
        let advance = |(days, bp): (u32, u32)| (bp > 0).then_some(Advance { days, bp });
        let tax = TAXES.iter().find(|(name, ..)| *name == town);
        Pricing {
            weekend: Some(self.weekend).filter(|weekend| *weekend > 0),
            weekly_bp: self.weekly_bp,
            monthly_bp: self.monthly_bp,
            early: advance(self.early),
            last_minute: advance(self.last_minute),
            guests_included: self.guests.0,
            extra_guest: self.guests.1,
            tax: tax.map(|(.., tax)| *tax),
            tax_name: tax.map_or_else(String::new, |(_, name, _)| (*name).to_owned()),
            ..pricing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{TOWNS, tariffs::TAXES},
        TARIFFS,
    };

    #[test]
    fn every_tariff_is_a_homes_and_every_tax_a_towns() {
        let homes = || TOWNS.iter().flat_map(|town| town.homes);
        for (key, _) in TARIFFS {
            assert_eq!(homes().filter(|home| home.key == *key).count(), 1, "{key}");
        }
        for (town, ..) in TAXES {
            assert!(TOWNS.iter().any(|it| it.name == *town), "{town}");
        }
    }
}
