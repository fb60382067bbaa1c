//! Homes in Montréal.

mod genevieve;
mod olivier;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Montréal",
    country: "CA",
    currency: "CAD",
    timezone: Tz::America__Toronto,
    centre: (45.5088, -73.5878),
    neighbourhoods: &[
        ("Plateau-Mont-Royal", 45.5225, -73.5810),
        ("Mile End", 45.5240, -73.5985),
        ("Verdun", 45.4580, -73.5700),
        ("Petite Italie", 45.5350, -73.6130),
        ("Vieux-Montréal", 45.5050, -73.5540),
        ("Saint-Henri", 45.4770, -73.5860),
        ("Rosemont", 45.5430, -73.5870),
        ("Pointe-Claire", 45.4300, -73.8190),
        ("L'Île-Bizard", 45.4920, -73.8780),
    ],
    busy: [36, 40, 40, 46, 60, 76, 86, 84, 70, 66, 42, 48],
    homes: &[
        genevieve::WINDING_STAIR,
        genevieve::ACTORS_ROOM,
        genevieve::OLD_PORT_LOFT,
        genevieve::GARDEN_TRIPLEX,
        genevieve::SUGAR_HOUSE,
        olivier::RIVER_FLAT,
        olivier::CANAL_LOFT,
        olivier::ROSEMONT_BASEMENT,
        olivier::VILLAGE_LAKESIDE,
    ],
};
