//! Minh's homes in Hoi An.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::MINH,
    homes::{Home, Season, USUAL},
};

pub(super) const COCONUT_CABIN: Home = Home {
    key: "hoi-an/coconut-cabin",
    host: &MINH,
    title: "Cabin between water coconuts, Cẩm Thanh",
    description: &[
        "I cut the bamboo in the waning moon, so insects leave it alone, and it is still standing. One big room, one \
         double, two beds under a net for children, a fan, a floor with gaps where you see crabs at high tide.",
        "I take you in the basket boat before breakfast, when it is only us. After nine come the tourist boats with \
         music. I don't like the music too.",
    ],
    property: Property::Cabin,
    neighbourhood: "Cẩm Thanh",
    address: "Tổ 2, thôn Vạn Lăng, Cẩm Thanh, Hội An",
    point: (15.87420, 108.37290),
    capacity: 4,
    beds: 3,
    nightly: 980_000,
    cleaning_fee: 150_000,
    max_nights: 14,
    check_in: (13, 19),
    cutoff: 15,
    amenities: "wifi kitchen hot-water essentials bed-linen fridge hob kettle breakfast private-entrance bicycles \
        garden balcony barbecue waterfront smoke-alarm first-aid-kit",
    house_rules: "Life jacket for children, always. No plastic in the water: what you carry in, you carry out. Net \
                  closed before six.",
    arrival_notes: "From the Cẩm Thanh market follow the yellow arrows that I painted on coconuts. Road becomes path \
                    becomes plank. Walk the scooter on the plank.",
    ..USUAL
};

pub(super) const HERB_FARM: Home = Home {
    key: "hoi-an/herb-farm",
    host: &MINH,
    title: "Farm room among the herb beds, Trà Quế",
    description: &[
        "My mother grows basil, perilla and three kinds of mint on seaweed from the lagoon. Room is new, cement \
         floor, big bed, window to morning glory. Very simple, very clean.",
        "At five thirty she waters with two cans on a shoulder pole. Guests try. Guests are then quiet at breakfast.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Farm,
    neighbourhood: "Trà Quế",
    address: "Thôn Trà Quế, Cẩm Hà, Hội An",
    point: (15.90020, 108.33640),
    nightly: 620_000,
    max_nights: 14,
    check_in: (13, 20),
    policy: Policy::Flexible,
    amenities: "wifi air-conditioning hot-water essentials bed-linen kettle breakfast free-parking bicycles garden \
        smoke-alarm",
    house_rules: "Stay on the paths between beds. Farm dogs bark at hats, take it off and they stop.",
    arrival_notes: "Behind the big well of the village, brick gate, no number. Say my mother's name, bà Sáu, everyone \
                    will point.",
    ..USUAL
};

pub(super) const AN_BANG_BEACH_HOUSE: Home = Home {
    key: "hoi-an/an-bang-beach-house",
    host: &MINH,
    title: "Fisherman's house behind An Bàng beach",
    description: &[
        "Thick walls, tile roof, blue doors: my uncle's house when he still had the big boat. Now he has a small one \
         and sells you the squid at the back door at six.",
        "Two bedrooms with air, a kitchen outside under the roof, a shower under the sky and another under a roof for \
         shy people. Sand lane to the sea, ninety steps.",
        "Winter waves bite the beach, some years there is less of it. From November to January swim with care or not \
         at all.",
    ],
    property: Property::House,
    neighbourhood: "An Bàng",
    address: "Tổ 5, ngõ 14 Nguyễn Phan Vinh, An Bàng, Hội An",
    point: (15.91560, 108.33940),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 1_650_000,
    cleaning_fee: 300_000,
    season: Some(Season {
        from: (1, 20),
        to: (8, 15),
        nightly: 1_980_000,
    }),
    min_nights: 2,
    amenities: "wifi kitchen air-conditioning hot-water essentials bed-linen washer fridge hob kettle coffee-maker \
        hair-dryer iron private-entrance crib free-parking bicycles garden barbecue waterfront smoke-alarm \
        first-aid-kit",
    house_rules: "Rinse feet at the jar. Beach bars stop at eleven, so do we. Sea almond leaves fall all day, \
                  sweeping is free therapy.",
    arrival_notes: "Lane 14 is between the surf shop and the shop without a name. Blue doors, push both. Uncle Bảy \
                    comes when he hears luggage.",
    ..USUAL
};

pub(super) const BASKET_BOAT_BUNK: Home = Home {
    key: "hoi-an/basket-boat-bunk",
    host: &MINH,
    title: "Wooden river boat at the Cẩm Thanh jetty",
    description: &[
        "She carried sand for building houses, and I carried sand in her for nine years. Now she has a roof of palm, \
         one double bed, one lamp, curtains from Thảo's mother.",
        "Toilet and washing are on the jetty, twelve steps. At night egrets sleep in the palms all round, hundreds, \
         and talk in their sleep.",
        "If there is a storm warning you sleep at my house and I give half back.",
    ],
    property: Property::Boat,
    neighbourhood: "Cẩm Thanh",
    address: "Bến Cẩm Thanh, thôn Thanh Nhứt, Hội An",
    point: (15.87880, 108.36320),
    half_baths: 1,
    nightly: 850_000,
    cleaning_fee: 150_000,
    max_nights: 5,
    check_in: (14, 18),
    check_out: 10,
    cutoff: 13,
    policy: Policy::Standard,
    amenities: "kitchen hot-water essentials bed-linen hob breakfast bicycles waterfront smoke-alarm \
        fire-extinguisher first-aid-kit",
    house_rules: "Both of you must swim. Lamp is electric, no fire on board except my gas ring.",
    arrival_notes: "Jetty with the red flag. I am there from two in the afternoon. Step over the eye painted on the \
                    bow, not on it: she needs to see.",
    ..USUAL
};
