//! Murat's homes in Istanbul.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::MURAT,
    homes::{Home, Season, USUAL},
};

pub(super) const WOODEN_HOUSE: Home = Home {
    key: "istanbul/wooden-house",
    host: &MURAT,
    title: "Wooden house that needs paint, Kuzguncuk",
    description: &[
        "Built in 1887 by a Greek customs officer. It has been blue, yellow, and for most of my childhood grey; there \
         is scaffolding on the north side until it is blue again, and I have lowered the price for it.",
        "Three bedrooms, two bathrooms, a stove, a mulberry. Wood talks at night: it is the stairs, settling after \
         you.",
        "A synagogue, two churches and a mosque share one short street, and the bakery ignores none of their \
         holidays.",
    ],
    property: Property::House,
    neighbourhood: "Kuzguncuk",
    address: "Simitçi Tahir Sokak 16, 34674 İstanbul",
    point: (41.03690, 29.03070),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 4,
    nightly: 560_000,
    cleaning_fee: 159_900,
    min_nights: 3,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dishwasher fridge oven hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron bath private-entrance crib high-chair garden barbecue \
        fireplace smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "It is a wooden house. No candles, no cigarettes, no exceptions, and the extinguishers are where the \
                  red dots are.",
    arrival_notes: "Ferry to Üsküdar, bus two stops, or my neighbour's taxi. I will be on the ladder. Push the gate \
                    with your foot, it has dropped.",
    ..USUAL
};

pub(super) const MODA_TRAM_FLAT: Home = Home {
    key: "istanbul/moda-tram-flat",
    host: &MURAT,
    title: "Flat by the nostalgic tram, Moda",
    description: &[
        "My sister's flat, so tidier than mine. Double room to the garden side, a room with two beds to the street, \
         where the toy-sized tram goes round and round with a bell.",
        "At sunset all of Moda takes its tea to the rocks. Carry a glass down, they are used to it, only bring it \
         back.",
    ],
    neighbourhood: "Moda",
    address: "Moda Caddesi 148, daire 11, 34710 İstanbul",
    point: (40.98280, 29.02680),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 360_000,
    cleaning_fee: 100_000,
    min_nights: 2,
    max_nights: 60,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dishwasher fridge oven \
        hob microwave kettle coffee-maker tv hair-dryer iron long-stays crib paid-parking lift balcony smoke-alarm",
    house_rules: "Sister's plants are numbered and so are her rules: 1. no shoes, 2. no frying after ten, 3. water \
                  number 7 only on Sundays.",
    arrival_notes: "Doorman Yusuf, ground floor left, until eight; later, box on the radiator in the lobby. Lift \
                    takes three thin or two honest people.",
    ..USUAL
};

pub(super) const ISLAND_MANSION: Home = Home {
    key: "istanbul/island-mansion",
    host: &MURAT,
    title: "Half a mansion without cars, Büyükada",
    description: &[
        "My aunts divided it in 1961 with a wall down the middle of the ballroom. You have the western half: the \
         terrace, three bedrooms, one and a half chandeliers.",
        "No cars, only bicycles and small electric carts. After the last ferry the day people are gone, and it is \
         pines and somebody's radio.",
        "Aunt Perihan has the eastern half. She may ask you in for liqueur; it is sour cherry and it is strong.",
    ],
    property: Property::Villa,
    neighbourhood: "Büyükada",
    address: "Çankaya Caddesi 57, 34970 Büyükada, İstanbul",
    point: (40.86910, 29.12460),
    capacity: 7,
    bedrooms: 3,
    beds: 5,
    half_baths: 4,
    nightly: 620_000,
    cleaning_fee: 180_000,
    season: Some(Season {
        from: (6, 10),
        to: (9, 10),
        nightly: 840_000,
    }),
    min_nights: 2,
    check_in: (14, 19),
    cutoff: 12,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker tv hair-dryer \
        iron bath private-entrance crib high-chair bicycles garden balcony barbecue waterfront smoke-alarm \
        first-aid-kit",
    house_rules: "Wisteria holds up the balcony and not the other way round, so please do not prune. No heating: from \
                  November I will not let it to you.",
    arrival_notes: "Ferry from Kabataş or Bostancı. Then an electric cart, ask for “köşk with the wall”. The gate is \
                    rope and bell.",
    ..USUAL
};

pub(super) const POLISH_VILLAGE: Home = Home {
    key: "istanbul/polish-village",
    host: &MURAT,
    title: "Farm guest house in Polonezköy",
    description: &[
        "Poles settled here in 1842, and one of them married my great-grandmother. My cousin Danuta keeps cherries, \
         bees and four guest rooms; number 2 has the tiled stove and the window on the orchard.",
        "Forest begins behind the hives. At breakfast there are three honeys and you will have to say which is best.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Farm,
    neighbourhood: "Polonezköy",
    address: "Adampol Caddesi 30, 34829 Polonezköy, İstanbul",
    point: (41.11380, 29.21270),
    nightly: 210_000,
    cleaning_fee: 20_000,
    max_nights: 14,
    check_in: (14, 20),
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen kettle breakfast hair-dryer pets-allowed free-parking \
        bicycles garden fireplace smoke-alarm",
    house_rules: "Dogs welcome, except in the cherry weeks, when the geese are loose. Silence in the house after \
                  eleven.",
    arrival_notes: "There is no useful bus. From Kavacık a taxi takes half an hour, or rent a car. Danuta speaks \
                    Turkish, Polish and chicken.",
    ..USUAL
};
