//! Beatriz's homes in Lisbon.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::BEATRIZ,
    homes::{Home, Season, USUAL},
};

pub(super) const DONKEY_FARM: Home = Home {
    key: "lisbon/donkey-farm",
    host: &BEATRIZ,
    title: "Farm cottage with two donkeys across the river",
    description: &[
        "Marquês and Cleópatra eat at seven and tell everybody. The names were my father's joke; they are both girls. \
         Your cottage is the low white one with the fig against it, far enough from their shed if the wind is from \
         the north.",
        "Two bedrooms, a stone fireplace, a kitchen table scarred by three generations of pumpkin. Eggs are in the \
         box by the gate until they are not.",
        "The ferry to Belém takes fifteen minutes and runs until about nine. The beaches of Caparica begin at the end \
         of the bus line.",
    ],
    property: Property::Farm,
    neighbourhood: "Trafaria",
    address: "Estrada da Murfacém 18, 2825-885 Trafaria",
    point: (38.66680, -9.22390),
    capacity: 5,
    bedrooms: 2,
    beds: 3,
    nightly: 10_900,
    cleaning_fee: 4400,
    season: Some(Season {
        from: (7, 1),
        to: (8, 31),
        nightly: 14_500,
    }),
    min_nights: 2,
    check_in: (15, 20),
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob kettle hair-dryer \
        private-entrance pets-allowed crib high-chair free-parking garden barbecue fireplace smoke-alarm \
        first-aid-kit",
    house_rules: "Apples for donkeys from a flat hand only. Dogs are welcome if they have met an animal larger than \
                  themselves.",
    arrival_notes: "From the Trafaria ferry it is twenty minutes on foot uphill or one taxi called Fernando. Blue \
                    gate: lift, then push. I am in the field with the red hat.",
    ..USUAL
};

pub(super) const FERRY_ROOM: Home = Home {
    key: "lisbon/ferry-room",
    host: &BEATRIZ,
    title: "Room facing Lisbon, two minutes from the ferry",
    description: &[
        "My aunt's guest house has four rooms; number 3 is the one with the river. At night Lisbon is a string of \
         lights laid on black water, and the ferries carry a few of them back and forth.",
        "A double bed, a private bathroom with a short bath, a balcony for one and a half. Breakfast until ten: \
         bread, cheese, tomato jam, and coffee that my aunt makes in a pot older than the republic.",
        "The street is all grilled fish at lunchtime, and so, faintly, are the curtains.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Guesthouse,
    neighbourhood: "Cacilhas",
    address: "Rua Cândido dos Reis 29, 2800-270 Almada",
    point: (38.68720, -9.14890),
    nightly: 6200,
    cleaning_fee: 1500,
    max_nights: 14,
    check_in: (14, 21),
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen kettle breakfast hair-dryer luggage-drop-off balcony \
        waterfront smoke-alarm",
    house_rules: "Front door closes at midnight; the night key costs you a smile and no deposit. No cooking in the \
                  rooms, the kettle is for tea.",
    arrival_notes: "Off the ferry, cross towards the frigate, up the pedestrian street, blue door on the left above \
                    the ironmonger. Say you are Beatriz's guests.",
    ..USUAL
};
