//! Jonas's homes in Copenhagen.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::JONAS,
    homes::{Home, Season, USUAL},
};

pub(super) const BAKERS_ANNEX: Home = Home {
    key: "copenhagen/bakers-annex",
    host: &JONAS,
    title: "Room over the bakery, Frederiksberg",
    description: &[
        "The ovens go on at two. You will not hear them, but towards four you may dream of cardamom. The room is warm \
         all winter for the same reason and needs its window open in July.",
        "Double bed, small table, a bathroom of your own across the landing. Breakfast hangs on the door at seven: \
         two rolls, butter, one thing with too much sugar.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::House,
    neighbourhood: "Frederiksberg",
    address: "Godthåbsvej 41, 2000 Frederiksberg",
    point: (55.68640, 12.52900),
    nightly: 72_000,
    cleaning_fee: 10_000,
    max_nights: 14,
    check_in: (14, 20),
    check_out: 11,
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen fridge kettle breakfast hair-dryer iron private-entrance \
        smoke-alarm",
    house_rules: "No smoking, flour dust has opinions about sparks. Please take the bag in before the crows do.",
    arrival_notes: "Side door left of the shop, second buzzer. I am asleep between ten and three in the daytime, so \
                    the key is with whoever sells bread. Say your name and they know.",
    ..USUAL
};

pub(super) const DRAGOR_HOUSE: Home = Home {
    key: "copenhagen/dragor-house",
    host: &JONAS,
    title: "Yellow house in the old village of Dragør",
    description: &[
        "Yellow walls, red roof, hollyhocks that seed themselves between the cobbles. The ceilings are 1.92 m because \
         the sailors who built it slept curled up, or so the museum says.",
        "A double room, a room with three beds in a line like the bears', a kitchen with a bench for eight children. \
         We live two lanes away and ours will come to look at yours.",
        "The plane for Kastrup passes, low, every few minutes when the wind is southerly. We no longer notice. You \
         might, the first day.",
    ],
    property: Property::House,
    neighbourhood: "Dragør",
    address: "Von Ostensgade 12, 2791 Dragør",
    point: (55.59240, 12.67370),
    capacity: 5,
    bedrooms: 2,
    beds: 4,
    nightly: 142_000,
    cleaning_fee: 50_000,
    season: Some(Season {
        from: (6, 15),
        to: (8, 20),
        nightly: 178_000,
    }),
    min_nights: 2,
    check_in: (15, 20),
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dishwasher fridge oven hob kettle \
        coffee-maker tv hair-dryer iron private-entrance crib high-chair bicycles garden barbecue fireplace \
        smoke-alarm",
    house_rules: "Hollyhocks are not for picking, they are the neighbour's, although they stand in front of our door. \
                  The stove takes briquettes only.",
    arrival_notes: "Bus 250S to the harbour, then three minutes on cobbles: carry the suitcase or wake the village. \
                    Key under the wooden clog, left foot.",
    ..USUAL
};
