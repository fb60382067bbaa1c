//! Homes in Copenhagen.

mod jonas;
mod kirsten;
mod mads;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Copenhagen",
    country: "DK",
    currency: "DKK",
    timezone: Tz::Europe__Copenhagen,
    centre: (55.6759, 12.5655),
    neighbourhoods: &[
        ("Christianshavn", 55.6733, 12.5930),
        ("Nørrebro", 55.6940, 12.5480),
        ("Vesterbro", 55.6680, 12.5480),
        ("Østerbro", 55.7050, 12.5770),
        ("Sydhavn", 55.6500, 12.5400),
        ("Frederiksberg", 55.6790, 12.5250),
        ("Dragør", 55.5930, 12.6740),
    ],
    busy: [40, 44, 48, 58, 68, 80, 86, 82, 66, 52, 44, 58],
    homes: &[
        kirsten::CANAL_BARGE,
        kirsten::SKIPPERS_CABIN,
        kirsten::POTATO_ROW,
        kirsten::LOCK_HOUSE,
        mads::JOINER_FLAT,
        mads::BACKYARD_WORKSHOP,
        mads::TOP_FLOOR_NORTH,
        jonas::BAKERS_ANNEX,
        jonas::DRAGOR_HOUSE,
    ],
};
