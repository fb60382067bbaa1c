//! Homes in Istanbul.

mod defne;
mod murat;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Istanbul",
    country: "TR",
    currency: "TRY",
    timezone: Tz::Europe__Istanbul,
    centre: (41.0138, 28.9497),
    neighbourhoods: &[
        ("Cihangir", 41.0318, 28.9830),
        ("Galata", 41.0262, 28.9748),
        ("Balat", 41.0295, 28.9480),
        ("Moda", 40.9800, 29.0260),
        ("Küçük Ayasofya", 41.0035, 28.9735),
        ("Kuzguncuk", 41.0365, 29.0290),
        ("Büyükada", 40.8740, 29.1270),
        ("Polonezköy", 41.1130, 29.2110),
    ],
    busy: [46, 46, 54, 68, 74, 70, 68, 70, 74, 72, 56, 60],
    homes: &[
        defne::CATS_STAIR,
        defne::GENOESE_VAULT,
        defne::RED_SCHOOL_HOUSE,
        defne::HAGIA_LITTLE,
        defne::FILM_ATTIC,
        murat::WOODEN_HOUSE,
        murat::MODA_TRAM_FLAT,
        murat::ISLAND_MANSION,
        murat::POLISH_VILLAGE,
    ],
};
