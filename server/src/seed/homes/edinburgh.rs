//! Ailsa's and Hamish's homes in Edinburgh, and Morag's.

mod morag;

use chrono_tz::Tz;
use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use super::{Home, Season, Town, USUAL};
use crate::seed::cast::{AILSA, HAMISH};

pub const TOWN: Town = Town {
    name: "Edinburgh",
    country: "GB",
    currency: "GBP",
    timezone: Tz::Europe__London,
    centre: (55.9521, -3.1965),
    neighbourhoods: &[
        ("Leith", 55.9757, -3.1698),
        ("Stockbridge", 55.9586, -3.2117),
        ("Fountainbridge", 55.9424, -3.2100),
        ("New Town", 55.9560, -3.1975),
        ("Portobello", 55.9530, -3.1142),
        ("Marchmont", 55.9385, -3.1938),
        ("Dean Village", 55.9521, -3.2178),
        ("Duddingston", 55.9415, -3.1490),
        ("Newhaven", 55.9795, -3.1945),
        ("Bruntsfield", 55.9390, -3.2050),
        ("Canonmills", 55.9620, -3.2000),
        ("Cramond", 55.9770, -3.2990),
    ],
    busy: [38, 42, 48, 58, 66, 72, 76, 82, 70, 58, 46, 60],
    homes: &[
        SHORE_FLAT,
        COLONY_HOUSE,
        CANAL_BOAT,
        DRAWING_ROOM,
        SEA_WINDOW,
        TENEMENT,
        MILL_LOFT,
        COTTAGE,
        morag::FISHWIFE_HOUSE,
        morag::LINKS_FLAT,
        morag::HERBARIUM_ROOM,
        morag::FERRYMAN_CABIN,
    ],
};

const SHORE_FLAT: Home = Home {
    key: "edinburgh/shore-flat",
    host: &AILSA,
    title: "Two rooms above the boats on the Shore",
    description: &[
        "My grandfather sold rope from the ground floor and slept up here. The rope shop is a fishmonger now, \
         so you wake to gulls and, on Thursdays, to the ice van at seven.",
        "Two bedrooms at the back where it is quiet, a long front room with the stove, and three windows on the \
         Water of Leith. The floor slopes a little towards the river. You get used to it by the second coffee.",
        "The tram stops four minutes away and is in the centre in fifteen.",
    ],
    neighbourhood: "Leith",
    address: "38 Shore, flat 2, Edinburgh EH6 6QN",
    point: (55.97602, -3.16985),
    capacity: 4,
    bedrooms: 2,
    beds: 2,
    nightly: 12_400,
    cleaning_fee: 3_500,
    min_nights: 2,
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob \
        kettle coffee-maker tv hair-dryer iron bath self-check-in fireplace waterfront \
        smoke-alarm carbon-monoxide-alarm fire-extinguisher",
    house_rules: "No smoking indoors. The stove takes the logs in the basket and nothing else. Quiet on the stair after \
                  ten: Mrs Baird has the flat below and gets up at five.",
    arrival_notes: "Blue door left of the fishmonger. The key box is behind the drainpipe; I send the code on the \
                    morning you arrive. Two flights up, red door. The stopcock is under the kitchen sink.",
    ..USUAL
};

const COLONY_HOUSE: Home = Home {
    key: "edinburgh/colony-house",
    host: &AILSA,
    title: "Colony house with a stove and a vegetable bed",
    description: &[
        "The Colonies are eleven short terraces that stonemasons built for themselves in 1861. Ours is an upper \
         house: you climb the outside stair to your own front door, and the garden in front is shared with nobody.",
        "Downstairs a kitchen with a table for four and a wood stove; upstairs one double room, one single under the \
         slope, and a bath with a skylight. Help yourself from the vegetable bed, and leave the leeks until the frost.",
        "Stockbridge market is on Sundays, five minutes along the river path.",
    ],
    property: Property::House,
    neighbourhood: "Stockbridge",
    address: "14 Reid Terrace, Edinburgh EH3 5JH",
    point: (55.96063, -3.21022),
    capacity: 3,
    bedrooms: 2,
    beds: 2,
    nightly: 14_800,
    cleaning_fee: 3_000,
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dishwasher fridge \
        oven hob kettle dedicated-workspace hair-dryer iron bath private-entrance \
        pets-allowed garden fireplace smoke-alarm carbon-monoxide-alarm first-aid-kit",
    house_rules: "Dogs are welcome downstairs. No parties: the walls are stone, the windows are not.",
    arrival_notes: "Outside stair, green door, number 14. The key hangs inside the bird box on the right. Bins go out on \
                    Tuesday evening, the calendar is on the fridge.",
    ..USUAL
};

const CANAL_BOAT: Home = Home {
    key: "edinburgh/canal-boat",
    host: &AILSA,
    title: "Narrowboat on the Union Canal",
    description: &[
        "The Marguerite was built in 1987 to carry holidaymakers to Falkirk and back. She does not travel any more, \
         but she still rocks when somebody jogs past on the towpath.",
        "One cabin with a fixed double bed, a galley with two gas rings, a shower that stops by itself after six \
         minutes, and a bench on the stern for the evening. Headroom is 1.88 m; taller guests learn it once.",
        "The stove keeps her warm in winter. I fill the coal and the water tank before you come.",
    ],
    property: Property::Boat,
    neighbourhood: "Fountainbridge",
    address: "Berth 9, Lochrin Basin, Edinburgh EH3 9QG",
    point: (55.94203, -3.20776),
    nightly: 9_600,
    cleaning_fee: 2_500,
    check_in: (15, 20),
    policy: Policy::Standard,
    amenities: "wifi kitchen heating hot-water essentials bed-linen fridge hob kettle \
        coffee-maker private-entrance bicycles waterfront fireplace smoke-alarm \
        carbon-monoxide-alarm fire-extinguisher first-aid-kit",
    house_rules: "No shoes below deck, no candles, nothing down the toilet that you have not eaten first. Children must be \
                  able to swim.",
    arrival_notes: "Ring me from the footbridge and I walk you aboard: the plank needs explaining. The carbon monoxide alarm \
                    is above the stove; leave the hatch a hand wide when it burns.",
    ..USUAL
};

const DRAWING_ROOM: Home = Home {
    key: "edinburgh/drawing-room",
    host: &AILSA,
    title: "Drawing-room flat on a quiet New Town street",
    description: &[
        "First floor of a house of 1823, with the cornice, the shutters and a fireplace big enough to stand in. My aunt \
         taught the piano here for forty years, and the Broadwood is still tuned each March.",
        "Three bedrooms: a king, a double and a twin. Two bathrooms, one with a bath on feet. The kitchen is new and has \
         everything; the dining table seats ten if the tenth is thin.",
        "A key to the gardens across the street hangs by the door. In August the city fills up for the festivals and \
         so does this flat.",
    ],
    neighbourhood: "New Town",
    address: "21 Cumberland Street, 1F, Edinburgh EH3 6RT",
    point: (55.95848, -3.20068),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 4,
    nightly: 26_200,
    cleaning_fee: 6_000,
    season: Some(Season {
        from: (8, 1),
        to: (8, 31),
        nightly: 42_000,
    }),
    min_nights: 3,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher \
        fridge oven hob microwave kettle coffee-maker tv dedicated-workspace \
        hair-dryer iron bath luggage-drop-off crib high-chair paid-parking garden \
        fireplace smoke-alarm carbon-monoxide-alarm fire-extinguisher",
    house_rules: "No parties and no more people than you booked for. The piano may be played until nine. The fireplace is for \
                  looking at.",
    arrival_notes: "Main door, bell marked Drummond. I meet everybody here, so text me when your train passes Berwick or your \
                    plane lands. Garden key: brass, on the green ribbon.",
    ..USUAL
};

const SEA_WINDOW: Home = Home {
    key: "edinburgh/sea-window",
    host: &HAMISH,
    title: "Room with a sea window in Portobello",
    description: &[
        "One room at the top of my house, with the bed turned so that you see the Firth before you see the clock. On a \
         clear day that is Fife over there, and the Bass Rock to the right.",
        "The bathroom across the landing is yours alone. Breakfast is porridge, eggs and whatever the baker has left, \
         at the kitchen table, between seven and ten. I go for a swim at six and will not wake you.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::House,
    neighbourhood: "Portobello",
    address: "9 Beach Lane, Edinburgh EH15 1HU",
    point: (55.95384, -3.11262),
    nightly: 6_800,
    max_nights: 14,
    check_in: (16, 21),
    check_out: 10,
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen kettle breakfast hair-dryer iron \
        bath free-parking bicycles garden waterfront smoke-alarm first-aid-kit",
    house_rules: "Sand stays at the back door: there is a tap and a brush. No smoking in the house.",
    arrival_notes: "Ring the ship's bell, I am hard of doorbells. Coming late? Then text me before eight and the key is under \
                    the second flowerpot.",
    ..USUAL
};

const TENEMENT: Home = Home {
    key: "edinburgh/tenement",
    host: &HAMISH,
    title: "Third-floor tenement by the Meadows",
    description: &[
        "Sixty-two steps, and at the top of them a bay window over Warrender Park with the castle in one corner of it. \
         My daughters grew up here; the pencil marks on the kitchen door are theirs.",
        "A double, a twin and a box room with a single bed and a skylight. The kitchen is the room where everybody sits. \
         Proper shower over a proper bath.",
        "Across the Meadows to the museum it is fifteen minutes on foot, to the baker it is two.",
    ],
    neighbourhood: "Marchmont",
    address: "57 Warrender Park Road, 3F1, Edinburgh EH9 1EU",
    point: (55.93830, -3.19572),
    capacity: 5,
    bedrooms: 3,
    beds: 4,
    nightly: 13_800,
    cleaning_fee: 4_000,
    season: Some(Season {
        from: (8, 1),
        to: (8, 31),
        nightly: 21_500,
    }),
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob \
        microwave kettle coffee-maker tv dedicated-workspace hair-dryer iron bath \
        self-check-in long-stays crib high-chair paid-parking smoke-alarm \
        carbon-monoxide-alarm",
    max_nights: 90,
    house_rules: "No shoes with heels on the wooden floor. Please do not prop the stair door open, the wind takes it.",
    arrival_notes: "Buzzer 3F1 opens the stair between eight and eight. The flat key is in the coded box on the railing. Suitcases: \
                    take them in two goes, there is a bench on the second landing.",
    ..USUAL
};

const MILL_LOFT: Home = Home {
    key: "edinburgh/mill-loft",
    host: &HAMISH,
    title: "Mill loft over the Water of Leith",
    description: &[
        "They milled flour here for eight hundred years and stopped just before I was born. The loft has the old beams, a \
         floor that was laid for sacks, and the river under the window, louder than you expect and better for sleeping.",
        "One big room: bed on the platform, sofa below, a small kitchen along the wall, shower room behind the brick. It \
         suits two people who like each other.",
    ],
    property: Property::Loft,
    neighbourhood: "Dean Village",
    address: "6 Hawthornbank Lane, Edinburgh EH4 3BH",
    point: (55.95208, -3.21874),
    nightly: 15_600,
    cleaning_fee: 3_500,
    min_nights: 2,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge hob \
        microwave kettle coffee-maker tv hair-dryer iron self-check-in \
        private-entrance waterfront smoke-alarm fire-extinguisher",
    house_rules: "The platform has no rail on the left, so no small children and no third whisky. No photo shoots, please: they \
                  block the lane.",
    arrival_notes: "Taxis stop at the top of Bell's Brae; it is cobbles from there. Keypad on the black door, code by text at \
                    noon. The light switch is inside on the right, at the height of my shoulder, which is low.",
    ..USUAL
};

const COTTAGE: Home = Home {
    key: "edinburgh/cottage",
    host: &HAMISH,
    title: "Cottage at the foot of Arthur's Seat",
    description: &[
        "Duddingston is a village that the city forgot to swallow: a kirk, a loch with swans, one pub, and the hill behind. \
         The cottage has stood here since about 1770 and leans on its neighbour.",
        "A double room upstairs, a twin on the ground floor with its own washbasin, a living room with a fire, and a walled \
         garden where the robin has opinions. The bus to Princes Street takes twenty-five minutes, the path over the hill \
         about as long.",
    ],
    property: Property::Cottage,
    neighbourhood: "Duddingston",
    address: "3 The Causeway, Edinburgh EH15 3PZ",
    point: (55.94176, -3.14812),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    half_baths: 3,
    nightly: 17_200,
    cleaning_fee: 4_500,
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dishwasher fridge \
        oven hob kettle coffee-maker tv hair-dryer iron bath private-entrance \
        pets-allowed crib free-parking garden barbecue fireplace smoke-alarm \
        carbon-monoxide-alarm first-aid-kit",
    house_rules: "Dogs yes, on the beds no. Ashes into the metal bucket, and the bucket outside overnight.",
    arrival_notes: "Park by the kirk, not in front of the pub. The key is with Jean at number 5, who will want to know how your \
                    journey was.",
    ..USUAL
};
