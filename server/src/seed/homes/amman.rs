//! Homes in Amman.

mod basel;
mod rana;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Amman",
    country: "JO",
    currency: "JOD",
    timezone: Tz::Asia__Amman,
    centre: (31.9552, 35.9450),
    neighbourhoods: &[
        ("Jabal al-Weibdeh", 31.9580, 35.9230),
        ("Jabal Amman", 31.9510, 35.9240),
        ("Downtown", 31.9520, 35.9350),
        ("Abdoun", 31.9450, 35.8800),
        ("Iraq al-Amir", 31.9140, 35.7520),
    ],
    busy: [38, 42, 60, 72, 64, 56, 62, 64, 58, 66, 52, 44],
    homes: &[
        rana::ABOVE_THE_BOOKSHOP,
        rana::GARDEN_FLAT,
        rana::POETS_ROOM,
        rana::RAINBOW_TERRACE,
        basel::HUSBAN_STEPS,
        basel::ABDOUN_FLAT,
        basel::OLIVE_FARM,
    ],
};
