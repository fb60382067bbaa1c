//! Homes in Lisbon.

mod beatriz;
mod rui;
mod teresa;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Lisbon",
    country: "PT",
    currency: "EUR",
    timezone: Tz::Europe__Lisbon,
    centre: (38.7251, -9.1498),
    neighbourhoods: &[
        ("Graça", 38.7172, -9.1312),
        ("Alfama", 38.7118, -9.1300),
        ("Mouraria", 38.7146, -9.1351),
        ("Campo de Ourique", 38.7178, -9.1660),
        ("Príncipe Real", 38.7168, -9.1487),
        ("Alcântara", 38.7040, -9.1760),
        ("Marvila", 38.7390, -9.1040),
        ("Trafaria", 38.6722, -9.2336),
        ("Cacilhas", 38.6880, -9.1480),
    ],
    busy: [42, 46, 56, 70, 78, 84, 86, 88, 82, 68, 50, 56],
    homes: &[
        teresa::YELLOW_BALCONY,
        teresa::FADO_STAIRS,
        teresa::SEWING_ROOM,
        teresa::TILE_TERRACE,
        rui::TILE_WORKSHOP,
        rui::ATTIC_FLOWERS,
        rui::DOCK_SLOOP,
        rui::WINE_STORE,
        beatriz::DONKEY_FARM,
        beatriz::FERRY_ROOM,
    ],
};
