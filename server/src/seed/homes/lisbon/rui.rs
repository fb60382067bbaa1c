//! Rui's homes in Lisbon.

use domain::{cancellation::Policy, listings::Property};

use crate::seed::{
    cast::RUI,
    homes::{Home, Season, USUAL},
};

pub(super) const TILE_WORKSHOP: Home = Home {
    key: "lisbon/tile-workshop",
    host: &RUI,
    title: "Flat behind a tile workshop, Campo de Ourique",
    description: &[
        "Half below the street in front, level with the garden behind, so it is cool in August without any machine. I \
         work in the next room from nine to five, mostly with a scalpel, now and then with a radio.",
        "Bed for two, a day bed that my nephew calls comfortable. All the tiles you see are rejects with a story, \
         ask.",
        "Campo de Ourique is flat, which in this city is a luxury. The market is two blocks off and open late.",
    ],
    neighbourhood: "Campo de Ourique",
    address: "Rua Tomás da Anunciação 41, cave, 1350-323 Lisboa",
    point: (38.71650, -9.16720),
    capacity: 3,
    beds: 2,
    nightly: 9200,
    cleaning_fee: 3600,
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker \
        dedicated-workspace hair-dryer iron private-entrance garden smoke-alarm first-aid-kit",
    house_rules: "No nails in walls, no wet towels on the lime plaster. The garden tap is drinking water, the barrel \
                  is not.",
    arrival_notes: "Iron gate, then follow the passage to the end; mind the kiln, it may be warm. Bell with the blue \
                    fish.",
    ..USUAL
};

pub(super) const ATTIC_FLOWERS: Home = Home {
    key: "lisbon/attic-flowers",
    host: &RUI,
    title: "Attic over Praça das Flores",
    description: &[
        "Eighty-eight stairs, and then you are higher than the plane trees. The roof slopes on both sides: you stand \
         upright in the middle two metres, everywhere else you sit or lie down, which is what holidays are for.",
        "The shower has a window towards the river. I put the bed under the skylight and a blind under the skylight, \
         after complaints from those who forgot that the sun rises.",
        "There are five restaurants on the square and I have quarrelled with none of them.",
    ],
    property: Property::Loft,
    neighbourhood: "Príncipe Real",
    address: "Rua de São Marçal 112, 4.º, 1200-422 Lisboa",
    point: (38.71490, -9.15160),
    nightly: 13_600,
    cleaning_fee: 4000,
    season: Some(Season {
        from: (6, 1),
        to: (9, 30),
        nightly: 16_800,
    }),
    min_nights: 2,
    check_in: (15, 22),
    policy: Policy::Standard,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron self-check-in balcony smoke-alarm",
    house_rules: "No deliveries above the second floor, the couriers have a union. Keep the skylight on its first \
                  notch when it rains.",
    arrival_notes: "Keypad on the street, code the evening before. Rest on the third landing: the bench is for that. \
                    The roof door is not yours, sorry, the neighbours dry laundry there.",
    ..USUAL
};

pub(super) const DOCK_SLOOP: Home = Home {
    key: "lisbon/dock-sloop",
    host: &RUI,
    title: "Wooden sloop in the Alcântara dock",
    description: &[
        "Alvorada is eleven metres of oak and pine, built in Peniche in 1964 for sardines and later, embarrassingly, \
         for me. She lies under the red bridge, and the bridge hums: traffic on a steel grid, a note near B flat, \
         day and night.",
        "A double berth forward, a galley with two burners, a toilet with a hand pump and a drawing of how to use it. \
         Showers and proper washbasins are in the marina building, eighty metres off.",
        "She does not leave the quay with guests. I would like to say it is the insurance, but it is the engine.",
    ],
    property: Property::Boat,
    neighbourhood: "Alcântara",
    address: "Doca de Santo Amaro, pontão C, 1350-353 Lisboa",
    point: (38.69960, -9.17690),
    half_baths: 1,
    nightly: 9800,
    cleaning_fee: 3500,
    max_nights: 7,
    check_in: (16, 20),
    check_out: 10,
    cutoff: 15,
    policy: Policy::Standard,
    amenities: "wifi kitchen hot-water essentials bed-linen hob kettle waterfront smoke-alarm carbon-monoxide-alarm \
        fire-extinguisher first-aid-kit",
    house_rules: "Soft soles only. Everybody aboard must be able to swim and to climb a ladder. Nothing but what you \
                  ate goes into the toilet.",
    arrival_notes: "Marina gate code by message. Pontoon C, last berth on the right, green hull. Step on the middle \
                    of the deck, not on the rail, and call me when the kettle boils, I like to hear it went well.",
    ..USUAL
};

pub(super) const WINE_STORE: Home = Home {
    key: "lisbon/wine-store",
    host: &RUI,
    title: "Loft in a wine warehouse, Marvila",
    description: &[
        "Abel Pereira da Fonseca kept a million litres here. We kept the iron columns, the hatch in the floor and, on \
         damp days, a breath of port that no paint has covered.",
        "One bedroom is a room. The other is a glass box on a platform: you have quiet, but not secrets. The sofa in \
         the hall makes a fifth bed.",
        "Breweries and galleries on the same street, the river behind a railway line, and no supermarket nearer than \
         fifteen minutes on foot. Shop on the way.",
    ],
    property: Property::Loft,
    neighbourhood: "Marvila",
    address: "Rua do Açúcar 76, armazém 4, 1950-009 Lisboa",
    point: (38.73760, -9.10240),
    capacity: 5,
    bedrooms: 2,
    beds: 3,
    half_baths: 3,
    nightly: 16_400,
    cleaning_fee: 5600,
    min_nights: 2,
    max_nights: 60,
    check_in: (15, 23),
    cutoff: 20,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob microwave kettle coffee-maker tv dedicated-workspace hair-dryer iron self-check-in long-stays \
        free-parking lift smoke-alarm fire-extinguisher",
    house_rules: "Music is fine until midnight, this is not a residential street. The hatch in the floor stays shut, \
                  children will ask, please say no.",
    arrival_notes: "Loading door 4 has a small door with a keypad. Turn on the lights at the grey box, left one first \
                    or the fuse goes. Space for one car under the canopy.",
    ..USUAL
};
