//! Faeeza's homes in Cape Town.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::FAEEZA,
    homes::{Home, Season, USUAL},
};

pub(super) const TURQUOISE_HOUSE: Home = Home {
    key: "cape-town/turquoise-house",
    host: &FAEEZA,
    title: "Turquoise house in Bo-Kaap",
    description: &[
        "The colour was my grandmother's answer to a hundred and fifty years of being told to whitewash. Each Eid we \
         paint again, and each Eid we argue about the shade.",
        "Two double rooms, one bath and a half, and a roof where you have Signal Hill behind and the harbour in \
         front. The stoep steps will have photographers on them by nine. I have told them they are not in the rent.",
        "The noon gun goes off above your head every day but Sunday. You will jump. Everybody jumps.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Bo-Kaap",
    address: "71 Chiappini Street, Bo-Kaap, Cape Town 8001",
    point: (-33.92020, 18.41590),
    capacity: 4,
    bedrooms: 2,
    beds: 2,
    half_baths: 3,
    nightly: 186_000,
    cleaning_fee: 55_000,
    season: Some(Season {
        from: (12, 15),
        to: (1, 10),
        nightly: 265_000,
    }),
    min_nights: 2,
    amenities: "wifi kitchen air-conditioning hot-water essentials bed-linen washer fridge oven hob kettle \
        coffee-maker tv hair-dryer iron private-entrance balcony smoke-alarm fire-extinguisher",
    house_rules: "This is a halaal kitchen: no pork and no alcohol in the house, please. The azaan sounds five times, \
                  the first before dawn.",
    arrival_notes: "I meet you at the door with koesisters if it is Sunday. Parking in the street after six is free, \
                    before six it is a story.",
    ..USUAL
};

pub(super) const SPICE_FLAT: Home = Home {
    key: "cape-town/spice-flat",
    host: &FAEEZA,
    title: "Flat above the spice shop, Bo-Kaap",
    description: &[
        "Below you they roast cumin on Mondays and grind masala on Thursdays. By Friday it is in your jersey. If you \
         have allergies or a thin nose take my other place.",
        "One bright room with a bed, a table at the window, a kitchen in the passage and a shower where you can sing, \
         since the wall is half a metre of clay.",
    ],
    neighbourhood: "Bo-Kaap",
    address: "104 Wale Street, first floor, Bo-Kaap, Cape Town 8001",
    point: (-33.92140, 18.41430),
    nightly: 99_000,
    cleaning_fee: 30_000,
    max_nights: 60,
    check_in: (14, 21),
    policy: Policy::Flexible,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge hob kettle coffee-maker dedicated-workspace \
        hair-dryer iron self-check-in long-stays smoke-alarm",
    house_rules: "Halaal kitchen as in all my houses. Please hang washing at the back, the front is on every \
                  postcard.",
    arrival_notes: "Door beside the shop, keypad, then up. Aunty Rukeya in the shop has the spare and will want to \
                    feed you.",
    ..USUAL
};

pub(super) const ROSE_ROOM: Home = Home {
    key: "cape-town/rose-room",
    host: &FAEEZA,
    title: "Room with a brass bed on Rose Street",
    description: &[
        "My own house: I in front, you at the back, my mother in the middle with the television. The bed is brass and \
         came on a ship with somebody's great-aunt; it creaks in the key of C.",
        "Private bathroom, small yard with a lemon tree. Breakfast is roti and eggs, or cereal for the unadventurous.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::House,
    neighbourhood: "Bo-Kaap",
    address: "55 Rose Street, Bo-Kaap, Cape Town 8001",
    point: (-33.91930, 18.41680),
    nightly: 85_000,
    max_nights: 10,
    check_in: (15, 20),
    check_out: 10,
    amenities: "wifi hot-water essentials bed-linen kettle breakfast hair-dryer iron luggage-drop-off smoke-alarm",
    house_rules: "Shoes at the door. My mother naps from two to three, so does the house.",
    arrival_notes: "Ring, wait, do not ring again, she is coming. During Ramadan come before sunset or well after.",
    ..USUAL
};

pub(super) const SEA_POINT_FLAT: Home = Home {
    key: "cape-town/sea-point-flat",
    host: &FAEEZA,
    title: "Sea Point flat with a strip of ocean",
    description: &[
        "My brother-in-law says sea view. I say: between the two blocks opposite there is a stripe of sea as wide as \
         a cupboard, and at six in the evening the sun goes exactly through it.",
        "Bedroom with a queen, sleeper couch for one, enclosed balcony. The building is from 1958 and the lift has \
         its original manners.",
        "You are two hundred metres from the promenade and the pavilion pools, which are cold, salt and worth it.",
    ],
    neighbourhood: "Sea Point",
    address: "12 St Johns Road, flat 403, Sea Point, Cape Town 8005",
    point: (-33.91490, 18.38850),
    capacity: 3,
    beds: 2,
    nightly: 124_000,
    cleaning_fee: 39_900,
    season: Some(Season {
        from: (12, 10),
        to: (1, 15),
        nightly: 192_000,
    }),
    min_nights: 3,
    max_nights: 90,
    check_in: (15, 22),
    policy: Policy::Standard,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge hob microwave kettle coffee-maker tv \
        dedicated-workspace hair-dryer iron self-check-in long-stays paid-parking lift balcony smoke-alarm",
    house_rules: "Body corporate rules hang by the door and the lady in 401 knows them by heart. No smoking on the \
                  balcony, her washing again.",
    arrival_notes: "Reception until seven, then keypad. Parking bay 17, and only 17.",
    ..USUAL
};
