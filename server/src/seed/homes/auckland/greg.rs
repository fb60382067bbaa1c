//! Greg's homes in Auckland.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::GREG,
    homes::{Home, Season, USUAL},
};

pub(super) const POTTERS_TREEHOUSE: Home = Home {
    key: "auckland/potters-treehouse",
    host: &GREG,
    title: "Pole house in the bush, Titirangi",
    description: &[
        "Nine poles, sunk by me and two mates in 1988, and the floor still rolls a marble only a little. You are up \
         among the tūī, who are drunk on flax in spring and rude all year.",
        "One double bedroom, one with a double and a single, a bath on the deck with a lid to keep the leaves out. \
         Plates, mugs and the basin you wash in are all mine. Chips are character.",
        "It's damp in July. I leave the fire laid, you strike the match.",
    ],
    property: Property::Cabin,
    neighbourhood: "Titirangi",
    address: "92 South Titirangi Road, Titirangi, Auckland 0604",
    point: (-36.94650, 174.65810),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 23_500,
    cleaning_fee: 8000,
    min_nights: 2,
    check_in: (15, 20),
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker \
        hair-dryer bath private-entrance free-parking balcony fireplace smoke-alarm carbon-monoxide-alarm \
        first-aid-kit",
    house_rules: "Scrub your shoes at the gate: kauri dieback kills trees older than your country. Bees are behind \
                  the shed, they know me, they don't know you.",
    arrival_notes: "Down the drive past the white van, don't try to turn there. Fifty-two steps, handrail on the \
                    left. Key's in the ugly pot.",
    ..USUAL
};

pub(super) const PIHA_SURF_SHACK: Home = Home {
    key: "auckland/piha-surf-shack",
    host: &GREG,
    title: "Weatherboard shack at Piha",
    description: &[
        "No wifi, one bar of phone on the letterbox, black sand in everything since before I bought it. Two bedrooms, \
         two bunks and two doubles, a wood burner, a shelf of Lee Childs swollen with damp.",
        "Lion Rock is at the end of the road. The surf here drowns people every year who were good swimmers at home, \
         so go between the flags and if there aren't any, don't.",
    ],
    property: Property::Cabin,
    neighbourhood: "Piha",
    address: "41 Garden Road, Piha, Auckland 0772",
    point: (-36.95520, 174.47290),
    capacity: 5,
    bedrooms: 2,
    beds: 4,
    nightly: 22_500,
    cleaning_fee: 8000,
    season: Some(Season {
        from: (12, 20),
        to: (1, 31),
        nightly: 31_500,
    }),
    min_nights: 2,
    check_in: (14, 20),
    amenities: "kitchen heating hot-water essentials bed-linen fridge oven hob kettle private-entrance free-parking \
        garden barbecue waterfront fireplace smoke-alarm first-aid-kit",
    house_rules: "Fish guts go to the gulls at the stream, not into my bin. Tank water, boil it if you're delicate. \
                  Leave the stack of wood as high as you found it.",
    arrival_notes: "Forty minutes from town, last twenty are corners. Get food at Titirangi. Key under the buoy, \
                    third from the left. There's no street light, bring a torch.",
    ..USUAL
};

pub(super) const KILN_ROOM: Home = Home {
    key: "auckland/kiln-room",
    host: &GREG,
    title: "Room beside the kiln, Titirangi",
    description: &[
        "Single bed, own door, own loo, a bench and a wheel if you want to ruin some clay. On firing nights the wall \
         on the left is warm and you won't need the heater.",
        "Breakfast is toast from my own bread and honey from my own bees, at whatever hour I remember it.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::House,
    neighbourhood: "Titirangi",
    address: "92A South Titirangi Road, Titirangi, Auckland 0604",
    point: (-36.94630, 174.65840),
    capacity: 1,
    nightly: 8900,
    max_nights: 28,
    check_in: (15, 21),
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen fridge kettle breakfast private-entrance free-parking \
        smoke-alarm",
    house_rules: "Don't open the kiln. People do. No strong perfume near the hives.",
    arrival_notes: "Same drive as the pole house, stop at the van, shout. The dog is Trevor. He leans.",
    ..USUAL
};

pub(super) const EDEN_WORKER: Home = Home {
    key: "auckland/eden-worker",
    host: &GREG,
    title: "Worker's cottage under the volcano, Mount Eden",
    description: &[
        "Bought with the wife's money, done up with my labour, so we argue over whose it is. Two bedrooms with queen \
         beds, one and a half bathrooms, a lava wall in the garden, lizards in the wall.",
        "The crater is twelve minutes up. Stay off the floor of it, it's tapu, and the view's better from the rim.",
        "Floorboards squeak outside the second bedroom, which is how our kids never got away with anything.",
    ],
    property: Property::House,
    neighbourhood: "Mount Eden",
    address: "15 Horoeka Avenue, Mount Eden, Auckland 1024",
    point: (-36.87870, 174.75790),
    capacity: 4,
    bedrooms: 2,
    beds: 2,
    half_baths: 3,
    nightly: 26_500,
    cleaning_fee: 9000,
    min_nights: 3,
    max_nights: 60,
    check_in: (15, 21),
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher fridge oven hob microwave \
        kettle coffee-maker tv dedicated-workspace hair-dryer iron bath private-entrance long-stays crib high-chair \
        free-parking ev-charger garden smoke-alarm",
    house_rules: "No shoes on the rug from Kathmandu, long story. Bins Wednesday. Quiet after half ten, next door's a \
                  midwife.",
    arrival_notes: "Red door, code. Charger's on the left of the carport, free to use. Glaze on the bathroom tiles is \
                    slippery when wet, and that one's my fault.",
    ..USUAL
};
