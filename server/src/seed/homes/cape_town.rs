//! Homes in Cape Town.

mod faeeza;
mod nomonde;
mod pieter;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Cape Town",
    country: "ZA",
    currency: "ZAR",
    timezone: Tz::Africa__Johannesburg,
    centre: (-33.9258, 18.4232),
    neighbourhoods: &[
        ("Bo-Kaap", -33.9205, 18.4150),
        ("Gardens", -33.9330, 18.4130),
        ("Langa", -33.9440, 18.5270),
        ("Observatory", -33.9375, 18.4720),
        ("Muizenberg", -34.1060, 18.4700),
        ("Kalk Bay", -34.1280, 18.4490),
        ("Constantia", -34.0290, 18.4240),
        ("Hout Bay", -34.0440, 18.3550),
        ("Sea Point", -33.9170, 18.3870),
    ],
    busy: [84, 82, 74, 64, 46, 38, 42, 46, 56, 64, 72, 90],
    homes: &[
        nomonde::LANGA_GUEST_ROOM,
        nomonde::OBSERVATORY_BUNKS,
        nomonde::OBS_SEMI,
        faeeza::TURQUOISE_HOUSE,
        faeeza::SPICE_FLAT,
        faeeza::ROSE_ROOM,
        faeeza::SEA_POINT_FLAT,
        pieter::VINEYARD_COTTAGE,
        pieter::MUIZENBERG_BUNGALOW,
        pieter::HARBOUR_KETCH,
    ],
};
