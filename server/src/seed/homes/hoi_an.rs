//! Homes in Hoi An.

mod minh;
mod thao;

use chrono_tz::Tz;

use super::Town;

pub const TOWN: Town = Town {
    name: "Hoi An",
    country: "VN",
    currency: "VND",
    timezone: Tz::Asia__Ho_Chi_Minh,
    centre: (15.8794, 108.3350),
    neighbourhoods: &[
        ("Old Town", 15.8772, 108.3280),
        ("Cẩm Châu", 15.8830, 108.3480),
        ("An Bàng", 15.9150, 108.3400),
        ("Cẩm Nam", 15.8715, 108.3340),
        ("Trà Quế", 15.9000, 108.3370),
        ("Cẩm Thanh", 15.8760, 108.3700),
    ],
    busy: [70, 80, 82, 76, 66, 66, 70, 66, 48, 36, 42, 62],
    homes: &[
        thao::TAILORS_HOUSE,
        thao::FABRIC_ROOM,
        thao::RICE_FIELD_VILLA,
        thao::TEA_ATTIC,
        thao::POTTERY_HOMESTAY,
        minh::COCONUT_CABIN,
        minh::HERB_FARM,
        minh::AN_BANG_BEACH_HOUSE,
        minh::BASKET_BOAT_BUNK,
    ],
};
