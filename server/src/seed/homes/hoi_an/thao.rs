//! Thảo's homes in Hoi An.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::THAO,
    homes::{Home, Season, USUAL},
};

pub(super) const TAILORS_HOUSE: Home = Home {
    key: "hoi-an/tailors-house",
    host: &THAO,
    title: "Tailor's house with a flood ladder, Old Town",
    description: &[
        "Nhà này của bà ngoại tôi. A shop in front, a court for rain, rooms behind, then another street: old houses \
         here are one room wide and a whole block deep.",
        "Marks on the pillar show each flood, 1964 highest. In October, if the river comes, my brothers carry the \
         furniture upstairs with the pulley in the ceiling, and you help or take photographs.",
        "Two bedrooms, mosquito nets, fans and air. Lantern crowds pass in front until nine thirty, then it is \
         suddenly only bicycles.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Old Town",
    address: "74 Nguyễn Thái Học, Minh An, Hội An",
    point: (15.87660, 108.32960),
    capacity: 5,
    bedrooms: 2,
    beds: 3,
    half_baths: 4,
    nightly: 2_600_000,
    cleaning_fee: 400_000,
    season: Some(Season {
        from: (1, 20),
        to: (4, 15),
        nightly: 3_200_000,
    }),
    min_nights: 2,
    amenities: "wifi kitchen air-conditioning hot-water essentials bed-linen washer fridge hob kettle coffee-maker \
        hair-dryer iron private-entrance luggage-drop-off bicycles balcony smoke-alarm fire-extinguisher \
        first-aid-kit",
    house_rules: "Shoes in the court. Incense burns for grandmother on the 1st and 15th, please leave the oranges to \
                  her.",
    arrival_notes: "Cars stop at Phan Châu Trinh. I fetch you on foot with a cart for bags. My mother's shop is next \
                    door: she has the key, and a tape measure.",
    ..USUAL
};

pub(super) const FABRIC_ROOM: Home = Home {
    key: "hoi-an/fabric-room",
    host: &THAO,
    title: "Room above the silk shelves, Old Town",
    description: &[
        "You sleep over two thousand rolls of cloth, which makes a very quiet floor. Teak bed, blue shutters, \
         bathroom with a window to the neighbour's starfruit.",
        "Sewing machines start at eight, five of them, like rain. My mother brings phở, and if it is Monday, mì \
         Quảng.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Townhouse,
    neighbourhood: "Old Town",
    address: "76 Nguyễn Thái Học, Minh An, Hội An",
    point: (15.87662, 108.32968),
    nightly: 780_000,
    max_nights: 14,
    check_in: (13, 21),
    policy: Policy::Flexible,
    amenities: "wifi air-conditioning hot-water essentials bed-linen kettle breakfast hair-dryer iron bicycles \
        smoke-alarm",
    house_rules: "No food near the silk. When someone is being fitted, knock before crossing the shop.",
    arrival_notes: "Come in through the shop between eight and nine at night, you cannot get lost. After that ring, \
                    my brother sleeps lightly.",
    ..USUAL
};

pub(super) const RICE_FIELD_VILLA: Home = Home {
    key: "hoi-an/rice-field-villa",
    host: &THAO,
    title: "House at the edge of the paddies, Cẩm Châu",
    description: &[
        "Four bedrooms in a square around water. The rice comes right up to the wall: green in February, yellow in \
         April, brown and full of ducks after.",
        "Buffalo pass at five in the afternoon and stop for no one. Six bicycles, four good, two for flat roads.",
        "In the wet months small frogs come under the doors. We have a box and a card for that and children are in \
         charge.",
    ],
    property: Property::Villa,
    neighbourhood: "Cẩm Châu",
    address: "112 Lý Thái Tông, Cẩm Châu, Hội An",
    point: (15.88610, 108.34960),
    capacity: 8,
    bedrooms: 4,
    beds: 5,
    half_baths: 8,
    nightly: 3_900_000,
    cleaning_fee: 600_000,
    season: Some(Season {
        from: (1, 20),
        to: (4, 15),
        nightly: 4_700_000,
    }),
    min_nights: 2,
    check_in: (14, 21),
    policy: Policy::Strict,
    amenities: "wifi kitchen air-conditioning hot-water essentials bed-linen washer dryer fridge oven hob microwave \
        kettle coffee-maker tv hair-dryer iron private-entrance crib high-chair free-parking bicycles garden balcony \
        barbecue pool smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "No swimming after ten, sound goes far over fields. Farmers burn straw in late April; it is smoky \
                  for three days and I tell you beforehand.",
    arrival_notes: "White gate, two clay dogs. Anh Tâm lives in the small house, he opens, he has no English and \
                    needs none.",
    ..USUAL
};

pub(super) const TEA_ATTIC: Home = Home {
    key: "hoi-an/tea-attic",
    host: &THAO,
    title: "Attic flat above the tea house, Old Town",
    description: &[
        "Right on the river, so when people speak of lanterns on the water, it is under your feet. Low beams: I have \
         wrapped them with offcuts of padded silk, you will find out which.",
        "One room with bed and divan. No kitchen, because under the kitchen would be the tea house, and they make \
         better things.",
        "In high water Bạch Đằng floods first. You may have to leave by boat, at no extra price.",
    ],
    property: Property::Loft,
    neighbourhood: "Old Town",
    address: "39 Bạch Đằng, Minh An, Hội An",
    point: (15.87610, 108.32860),
    nightly: 1_350_000,
    cleaning_fee: 200_000,
    max_nights: 30,
    amenities: "wifi air-conditioning hot-water essentials bed-linen fridge kettle coffee-maker hair-dryer iron \
        luggage-drop-off long-stays balcony smoke-alarm",
    house_rules: "No shoes above the first landing. Balcony rail is from 1920, look over it, do not sit.",
    arrival_notes: "Walk through the tea house to the stair on the left and say “gác mái”. Key on the elephant.",
    ..USUAL
};

pub(super) const POTTERY_HOMESTAY: Home = Home {
    key: "hoi-an/pottery-homestay",
    host: &THAO,
    title: "Room with a loft bed, Cẩm Nam island",
    description: &[
        "My uncle's homestay has five rooms and one rooster. Number 5: a double bed below, a single above with a \
         ladder, a bathroom behind bamboo.",
        "Across the bridge is the Old Town, six minutes. On this side people make rice paper and dry it on racks \
         along the road, so ride in the middle.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Guesthouse,
    neighbourhood: "Cẩm Nam",
    address: "21 Nguyễn Tri Phương, Cẩm Nam, Hội An",
    point: (15.87200, 108.33420),
    capacity: 3,
    beds: 2,
    nightly: 690_000,
    max_nights: 21,
    check_in: (13, 22),
    policy: Policy::Flexible,
    amenities: "wifi air-conditioning hot-water essentials bed-linen washer kettle breakfast hair-dryer bicycles \
        garden waterfront smoke-alarm",
    house_rules: "Rooster starts at 4:40. Earplugs are beside the bed and I mean it kindly. Scooters are parked \
                  inside at night.",
    arrival_notes: "After the Cẩm Nam bridge take the second lane with the coffee sign. Uncle is the man in the \
                    hammock. Wake him.",
    ..USUAL
};
