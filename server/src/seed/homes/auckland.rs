//! Homes in Auckland.

mod aroha;
mod greg;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Auckland",
    country: "NZ",
    currency: "NZD",
    timezone: Tz::Pacific__Auckland,
    centre: (-36.8485, 174.7635),
    neighbourhoods: &[
        ("Devonport", -36.8290, 174.7960),
        ("Ponsonby", -36.8520, 174.7450),
        ("Karangahape", -36.8580, 174.7590),
        ("Westhaven", -36.8370, 174.7510),
        ("Waiheke Island", -36.7860, 175.0150),
        ("Titirangi", -36.9380, 174.6570),
        ("Piha", -36.9540, 174.4720),
        ("Mount Eden", -36.8770, 174.7610),
    ],
    busy: [86, 84, 74, 62, 46, 42, 50, 46, 52, 60, 68, 84],
    homes: &[
        aroha::FERRY_VILLA,
        aroha::NAVY_COTTAGE,
        aroha::HARBOUR_SLOOP,
        aroha::ISLAND_BACH,
        aroha::K_ROAD_STUDIO,
        greg::POTTERS_TREEHOUSE,
        greg::PIHA_SURF_SHACK,
        greg::KILN_ROOM,
        greg::EDEN_WORKER,
    ],
};
