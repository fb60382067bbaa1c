//! Homes in Marrakech.

mod khadija;
mod youssef;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Marrakech",
    country: "MA",
    currency: "MAD",
    timezone: Tz::Africa__Casablanca,
    centre: (31.6342, -7.9999),
    neighbourhoods: &[
        ("Bab Doukkala", 31.6330, -7.9960),
        ("Riad Laarous", 31.6345, -7.9895),
        ("Kasbah", 31.6180, -7.9870),
        ("Mellah", 31.6205, -7.9810),
        ("Guéliz", 31.6345, -8.0110),
        ("Palmeraie", 31.6680, -7.9560),
        ("Tamesloht", 31.4970, -8.1010),
    ],
    busy: [62, 68, 76, 84, 72, 52, 42, 44, 62, 80, 76, 74],
    homes: &[
        youssef::WHOLE_RIAD,
        youssef::ORANGE_TREE_ROOM,
        youssef::ROOF_ROOM,
        youssef::PLASTERERS_FLAT,
        youssef::DESERT_LODGE,
        khadija::GUELIZ_BALCONY,
        khadija::MELLAH_HOUSE,
        khadija::STUDENT_ROOM,
        khadija::PALM_GROVE_VILLA,
    ],
};
