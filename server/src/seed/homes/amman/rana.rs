//! Rana's homes in Amman.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::RANA,
    homes::{Home, USUAL},
};

pub(super) const ABOVE_THE_BOOKSHOP: Home = Home {
    key: "amman/above-the-bookshop",
    host: &RANA,
    title: "Flat above the bookshop, Weibdeh",
    description: &[
        "بيت من الحجر الأبيض فوق مكتبتي. Stone walls, patterned floor tiles, a kitchen in pistachio green that I \
         thought would be temporary. The shelf in the hall is for guests: swap one, the rest we sell downstairs.",
        "One bedroom, a sofa bed in the sitting room, a balcony with jasmine where you can hear the readings on \
         Thursdays without paying.",
        "Water comes on Mondays and goes into the tank on the roof. By Sunday wash your hair with thought.",
    ],
    neighbourhood: "Jabal al-Weibdeh",
    address: "22 Kulliyyat al-Shari'a Street, Jabal al-Weibdeh, Amman",
    point: (31.95690, 35.92160),
    capacity: 3,
    beds: 2,
    nightly: 48_000,
    cleaning_fee: 12_000,
    min_nights: 2,
    max_nights: 60,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge oven hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron private-entrance long-stays balcony smoke-alarm",
    house_rules: "Water is short in Jordan: two minutes is a shower, ten is a lake. No smoking between books.",
    arrival_notes: "Shop door until nine at night, ask for me or Tareq. Later: steps on the right, green railing, the \
                    key is inside volume three of the encyclopaedia in the niche. I am not joking.",
    ..USUAL
};

pub(super) const GARDEN_FLAT: Home = Home {
    key: "amman/garden-flat",
    host: &RANA,
    title: "Garden flat behind the bookshop, Weibdeh",
    description: &[
        "On the lower side the house has a door you would not guess from the street, and behind it a garden: one \
         almond, one lemon, a swing that held my brothers.",
        "Two bedrooms, both cool. The bathroom is small and its window opens on the shop's storeroom, so at \
         stocktaking you may hear somebody count.",
        "Paris Circle is four minutes up a stair painted by children.",
    ],
    neighbourhood: "Jabal al-Weibdeh",
    address: "22B Kulliyyat al-Shari'a Street, Jabal al-Weibdeh, Amman",
    point: (31.95675, 35.92150),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 58_000,
    cleaning_fee: 16_000,
    min_nights: 2,
    max_nights: 60,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dishwasher fridge oven \
        hob microwave kettle coffee-maker tv hair-dryer iron private-entrance long-stays pets-allowed crib garden \
        barbecue smoke-alarm",
    house_rules: "Almonds are eaten green in spring with salt; take a pocketful, leave a treeful. Garden closes its \
                  voice at eleven.",
    arrival_notes: "Down the painted steps, white metal door, bell with an owl. The gas bottle man sings on \
                    Saturdays, hold the door if you need one.",
    ..USUAL
};

pub(super) const POETS_ROOM: Home = Home {
    key: "amman/poets-room",
    host: &RANA,
    title: "Room with a narrow desk beside the bookshop",
    description: &[
        "I lend this room to poets for nothing in February, and let it the other months to pay for February. Iron \
         bed, narrow desk, a window towards the Citadel, whose columns are lit until midnight.",
        "Kitchen and bathroom are shared with my lodger Hala, a dentist. She labels her yoghurts with the date and \
         the tooth.",
    ],
    kind: Kind::PrivateRoom,
    neighbourhood: "Jabal al-Weibdeh",
    address: "24 Kulliyyat al-Shari'a Street, second floor, Amman",
    point: (31.95705, 35.92175),
    capacity: 1,
    nightly: 25_000,
    max_nights: 60,
    check_in: (15, 21),
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge kettle dedicated-workspace iron \
        luggage-drop-off long-stays smoke-alarm",
    house_rules: "Quiet after ten. Guests of the guest stay in the kitchen. Hala's yoghurts are Hala's.",
    arrival_notes: "Second floor, door with the postcard of Nâzım Hikmet. Come to the shop first, we'll have tea, and \
                    then you know two people.",
    ..USUAL
};

pub(super) const RAINBOW_TERRACE: Home = Home {
    key: "amman/rainbow-terrace",
    host: &RANA,
    title: "Terrace house off Rainbow Street",
    description: &[
        "A merchant from Salt built it in 1928 with three arches because his brother had two. Three bedrooms, a salon \
         with ceilings for tall opinions, and a terrace that has the whole of the old city opposite, hung up like \
         washing.",
        "Heating is diesel radiators; in January also a cat.",
        "On Fridays the flea street is below and the stairs are full. On other days you hear kites, which boys fly \
         from the roofs with enormous skill and no fear at all.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Jabal Amman",
    address: "11 Asfour Street, Jabal Amman, First Circle, Amman",
    point: (31.94960, 35.92870),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 4,
    nightly: 96_000,
    cleaning_fee: 20_000,
    min_nights: 2,
    check_in: (14, 21),
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher fridge oven hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron bath private-entrance luggage-drop-off crib high-chair \
        balcony barbecue fireplace smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "No parties: the hill is an amphitheatre and we are on the stage. Close the shutters in a dust wind.",
    arrival_notes: "Ask any taxi for the Royal Film house, then walk back forty metres. Tareq waits with the keys; he \
                    is the tall one, he will carry, he will not be tipped.",
    ..USUAL
};
