//! Kenta's home in Kyoto, up the valley in Ohara.

use domain::{cancellation::Policy, listings::Property};

use crate::seed::{
    cast::KENTA,
    homes::{Home, Season, USUAL},
};

pub(super) const THATCHED_FARM: Home = Home {
    key: "kyoto/thatched-farm",
    host: &KENTA,
    title: "Thatched farmhouse in Ohara · 大原の古民家",
    description: &[
        "茅葺きの屋根は四年かけて葺き替えました。Four winters of reeds, twelve men from the village, and me carrying tea. The hearth in \
         the middle of the floor burns in the evenings; your clothes will remember it for a week.",
        "Seven futon in three rooms divided by paper. Snow lies here when the city has none, and the bath house is \
         eleven steps through the garden with a lantern that I leave at the door.",
        "Mr Tsuji next door grows red shiso and pickles it. A jar is on the shelf; the second jar is 600 yen in the \
         tin.",
    ],
    property: Property::Farm,
    neighbourhood: "Ohara",
    address: "京都市左京区大原勝林院町 188",
    point: (35.12050, 135.83240),
    capacity: 7,
    bedrooms: 3,
    beds: 7,
    half_baths: 3,
    nightly: 52_000,
    cleaning_fee: 14_000,
    season: Some(Season {
        from: (11, 1),
        to: (11, 30),
        nightly: 74_000,
    }),
    min_nights: 2,
    check_in: (14, 18),
    cutoff: 12,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob microwave kettle \
        hair-dryer private-entrance free-parking garden barbecue fireplace smoke-alarm carbon-monoxide-alarm \
        fire-extinguisher first-aid-kit",
    house_rules: "Never leave the hearth alone, not for one minute: the roof is grass. No shoes beyond the earth \
                  floor. Boars come at night for the kitchen scraps, so bring the bucket in.",
    arrival_notes: "Bus 17 to Ohara, then I fetch you in the small truck if you ring before five. By car: the last \
                    lane before the bridge, and reverse in, you will thank me. 雪の日はチェーンが必要です。",
    ..USUAL
};
