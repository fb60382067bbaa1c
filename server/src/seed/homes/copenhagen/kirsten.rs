//! Kirsten's homes in Copenhagen.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::KIRSTEN,
    homes::{Home, Season, USUAL},
};

pub(super) const CANAL_BARGE: Home = Home {
    key: "copenhagen/canal-barge",
    host: &KIRSTEN,
    title: "Grain barge on Christianshavn canal",
    description: &[
        "M/S Hjalmar carried barley between Lolland and here until 1971. I bought her with a redundancy payment and a \
         divorce, in that order. The hold is the living room now: eleven metres of it, daylight from hatches, a \
         stove at one end.",
        "Aft a double cabin, forward a cabin with two bunks for people under 1.85 m. She moves a hand's width when a \
         canal tour passes, and the guide will tell them something untrue about the boat.",
        "In May and June the light goes at eleven. Swim from the stern, everyone does.",
    ],
    property: Property::Boat,
    neighbourhood: "Christianshavn",
    address: "Overgaden oven Vandet 44, ved kajen, 1415 København K",
    point: (55.67330, 12.59140),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 185_000,
    cleaning_fee: 60_000,
    season: Some(Season {
        from: (6, 1),
        to: (8, 31),
        nightly: 235_000,
    }),
    min_nights: 2,
    check_in: (15, 20),
    policy: Policy::Standard,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker \
        hair-dryer private-entrance bicycles waterfront fireplace smoke-alarm carbon-monoxide-alarm \
        fire-extinguisher first-aid-kit",
    house_rules: "Children in life jackets on deck, no discussion. Rinse off canal water before you lie on the linen. \
                  The gangway comes up by itself at very high water, it is meant to.",
    arrival_notes: "Green hull, white wheelhouse, opposite number 44. The key is with me in the wheelhouse or, if I \
                    am swimming, in the bell. Come by metro: parking here costs more than dinner.",
    ..USUAL
};

pub(super) const SKIPPERS_CABIN: Home = Home {
    key: "copenhagen/skippers-cabin",
    host: &KIRSTEN,
    title: "Skipper's cabin on the same quay",
    description: &[
        "The cabin behind my wheelhouse, with the berth I slept in for six summers: 78 centimetres wide, a brass \
         lamp, a barometer that has said Change since March.",
        "You use my toilet and my shower, one deck down, and have rye bread, cheese and coffee with me at seven. \
         Later sleepers find it under a cloth.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Boat,
    neighbourhood: "Christianshavn",
    address: "Overgaden oven Vandet 44, ved kajen, 1415 København K",
    point: (55.67336, 12.59152),
    capacity: 1,
    half_baths: 1,
    nightly: 62_000,
    max_nights: 10,
    check_in: (16, 20),
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen kettle breakfast hair-dryer bicycles waterfront \
        smoke-alarm",
    house_rules: "Quiet on the steel after ten. The horn is not a toy, though I see why you ask.",
    arrival_notes: "Knock on the wheelhouse. If nobody comes, I am within a hundred metres; sit down, the neighbours \
                    will pour you something.",
    ..USUAL
};

pub(super) const POTATO_ROW: Home = Home {
    key: "copenhagen/potato-row",
    host: &KIRSTEN,
    title: "Terraced house in the Potato Rows",
    description: &[
        "Built for dock workers in 1886, eight families to a stair; now my daughter's family of four, who go to \
         Jutland whenever they can. You get their house, toys included.",
        "Three bedrooms stacked like drawers. In the street stand tables, swings and cargo bikes, and if you sit down \
         at the table outside number 17 someone will join you by the second evening.",
        "The lakes are at the end of the street: once round is six kilometres, or one large ice cream.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Østerbro",
    address: "Voldmestergade 17, 2100 København Ø",
    point: (55.69160, 12.57560),
    capacity: 5,
    bedrooms: 3,
    beds: 4,
    half_baths: 3,
    nightly: 248_000,
    cleaning_fee: 75_000,
    season: Some(Season {
        from: (6, 20),
        to: (8, 10),
        nightly: 295_000,
    }),
    min_nights: 3,
    max_nights: 21,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher fridge oven hob microwave \
        kettle coffee-maker tv dedicated-workspace hair-dryer iron private-entrance crib high-chair bicycles garden \
        smoke-alarm",
    house_rules: "Shoes off, the boards were sanded by us and we are not proud of the corners. Cats from number 21 \
                  come in by the kitchen window and know they should not.",
    arrival_notes: "Code lock, number by message. The fuse box is behind the winter coats. Bins: picture on the \
                    inside of the cupboard, and the neighbours do check.",
    ..USUAL
};

pub(super) const LOCK_HOUSE: Home = Home {
    key: "copenhagen/lock-house",
    host: &KIRSTEN,
    title: "Sluice keeper's house in Sydhavn",
    description: &[
        "One room and a kitchen, brick outside, boards inside, and a window in each wall so that the keeper could see \
         boats coming. They come still: rowers at six, geese at seven.",
        "The new quarter across the water is all glass and balconies. In the evening its lights lie on your ceiling.",
        "The lock works. When it fills it sounds like a bath running for a giant, about twice a day, more in June.",
    ],
    property: Property::Cottage,
    neighbourhood: "Sydhavn",
    address: "Sluseholmen 11, 2450 København SV",
    point: (55.64420, 12.54480),
    nightly: 112_000,
    cleaning_fee: 40_000,
    min_nights: 2,
    max_nights: 60,
    amenities: "wifi kitchen heating hot-water essentials bed-linen fridge hob kettle coffee-maker hair-dryer \
        private-entrance long-stays free-parking bicycles garden waterfront fireplace smoke-alarm",
    house_rules: "Keep children away from the gates. Firewood is in the shed, the axe is not, ask me.",
    arrival_notes: "Bus 7A or the metro to Sluseholmen, then the footpath along the water, past the red crane. The \
                    key box is on the north wall where the moss is.",
    ..USUAL
};
