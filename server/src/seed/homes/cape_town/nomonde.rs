//! Nomonde's homes in Cape Town.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::NOMONDE,
    homes::{Home, Season, USUAL},
};

pub(super) const LANGA_GUEST_ROOM: Home = Home {
    key: "cape-town/langa-guest-room",
    host: &NOMONDE,
    title: "Guest room in Langa, with Sunday choir",
    description: &[
        "Molweni. I nursed for thirty-one years and built these rooms with the pension. Yours has a queen bed, its \
         own shower, a fan, and a door onto the yard where the washing and the conversations hang.",
        "Breakfast is at eight because at half past I want to hear what you plan and correct it. On Sundays I sing; \
         you may come, wear shoes you can stand in.",
        "The street is busy and everybody will greet you. Greet back and you are safe as milk.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Guesthouse,
    neighbourhood: "Langa",
    address: "37 Washington Street, Langa, Cape Town 7455",
    point: (-33.94510, 18.52860),
    nightly: 78_000,
    max_nights: 14,
    check_in: (13, 20),
    policy: Policy::Flexible,
    amenities: "wifi hot-water essentials bed-linen kettle breakfast hair-dryer iron private-entrance free-parking \
        garden smoke-alarm first-aid-kit",
    house_rules: "Visitors sit with me first. Gate locked at eleven, phone and I open. Loadshedding: the lamp by the \
                  bed is charged, the kettle waits.",
    arrival_notes: "Take a taxi the first time, the driver may ring me for the last turn. Silver gate, rose bush. If \
                    I am at rehearsal my niece Anathi has the keys in the house behind.",
    ..USUAL
};

pub(super) const OBSERVATORY_BUNKS: Home = Home {
    key: "cape-town/observatory-bunks",
    host: &NOMONDE,
    title: "Bed in a four-bed room, Observatory",
    description: &[
        "My nephew Lwazi runs this one and I run Lwazi. Four beds of solid pine, ladders you can climb in socks, a \
         lamp, a plug and a locker each..",
        "The kitchen closes at ten, not because of rules but because he needs to mop. On the stoep there is a couch \
         that has outlived three hostels.",
        "Lower Main Road is bars and bookshops. It is cheerful until two at the weekend; foam earplugs are free in \
         the jar.",
    ],
    kind: Kind::SharedRoom,
    property: Property::Guesthouse,
    neighbourhood: "Observatory",
    address: "88 Lower Main Road, Observatory, Cape Town 7925",
    point: (-33.93760, 18.47070),
    capacity: 1,
    half_baths: 3,
    nightly: 34_000,
    max_nights: 21,
    check_in: (14, 22),
    check_out: 10,
    cutoff: 21,
    policy: Policy::Flexible,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge hob kettle luggage-drop-off bicycles \
        smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "No suitcases on beds. Label your milk. Bring your own padlock or buy one for what it cost us.",
    arrival_notes: "Red door between the barber and the bookshop. Code by message; after ten at night ring and Lwazi \
                    comes down in a blanket.",
    ..USUAL
};

pub(super) const OBS_SEMI: Home = Home {
    key: "cape-town/obs-semi",
    host: &NOMONDE,
    title: "Semi with a broekie-lace stoep, Observatory",
    description: &[
        "I bought it when I married and I let it now I am alone, which is the whole history. Pressed tin ceilings, a \
         stoep with iron lace painted green, a fig tree that the mousebirds strip in one morning.",
        "Two bedrooms: one double, one with two singles. The geyser is solar, so wash in the evening when it has had \
         all day to think. There is an inverter for the lights and the wifi.",
        "Groote Schuur, where I worked, is up the hill. The students' cafés are down it.",
    ],
    property: Property::House,
    neighbourhood: "Observatory",
    address: "23 Arnold Street, Observatory, Cape Town 7925",
    point: (-33.93890, 18.46860),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 142_000,
    cleaning_fee: 45_000,
    season: Some(Season {
        from: (12, 15),
        to: (1, 10),
        nightly: 189_000,
    }),
    min_nights: 2,
    max_nights: 90,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge oven hob microwave kettle coffee-maker tv \
        dedicated-workspace hair-dryer iron private-entrance long-stays paid-parking garden fireplace smoke-alarm \
        first-aid-kit",
    house_rules: "Dogs of the street are not to be fed, they will move in. No loud music on Sundays before noon.",
    arrival_notes: "The neighbour at 25, Mr Abrahams, gives you the keys and, unless you are firm, his views on \
                    cricket. Alarm: four digits, thirty seconds.",
    ..USUAL
};
