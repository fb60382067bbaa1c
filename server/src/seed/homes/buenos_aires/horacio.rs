//! Horacio's homes in Buenos Aires.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::HORACIO,
    homes::{Home, USUAL},
};

pub(super) const CLOCK_FLAT: Home = Home {
    key: "buenos-aires/clock-flat",
    host: &HORACIO,
    title: "First floor of a clockmaker's house, San Telmo",
    description: &[
        "Twenty-six clocks, none of them wound, because I learned that guests lie awake. If you miss the ticking \
         there is a key in the drawer of the big one; please only that one.",
        "Two bedrooms along a gallery with coloured glass, a kitchen where the gas lights with a match, a balcony \
         directly over the Sunday fair. On Sundays you cannot get a suitcase through before seven in the evening: \
         plan for it or enjoy it.",
        "Siesta is real. So is the noise from the bar, until three on Fridays.",
    ],
    neighbourhood: "San Telmo",
    address: "Defensa 1022, piso 1, C1065 Buenos Aires",
    point: (-34.61950, -58.37140),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 9_500_000,
    cleaning_fee: 2_200_000,
    min_nights: 2,
    amenities: "wifi kitchen air-conditioning hot-water essentials bed-linen washer fridge oven hob microwave kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron balcony smoke-alarm",
    house_rules: "No dancing shoes on the parquet. Wind one clock, not two, they disagree and it is worse than \
                  ticking.",
    arrival_notes: "The portero eléctrico says Bianchi Antigüedades. I live behind the shop and hear it if the radio \
                    is low. Big key, two turns; small key, one and a half.",
    ..USUAL
};

pub(super) const CONVENTILLO_ROOM: Home = Home {
    key: "buenos-aires/conventillo-room",
    host: &HORACIO,
    title: "Room on a patio with grapevine, San Telmo",
    description: &[
        "In 1890 nineteen families shared this patio and one tap. We are five rooms now with a bathroom each, and the \
         quarrels are about football only.",
        "Yours is number 4: iron bed, wardrobe with a mirror that has seen things, a door in two halves so that you \
         can lean out of the upper one like a horse.",
        "Breakfast is medialunas and mate. Nobody will laugh if you move the straw, not while you are looking.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Guesthouse,
    neighbourhood: "San Telmo",
    address: "Pasaje San Lorenzo 371, C1064 Buenos Aires",
    point: (-34.61680, -58.37060),
    nightly: 4_600_000,
    max_nights: 28,
    check_in: (14, 22),
    policy: Policy::Flexible,
    amenities: "wifi air-conditioning hot-water essentials bed-linen kettle breakfast hair-dryer iron \
        luggage-drop-off garden smoke-alarm",
    house_rules: "Patio till midnight. Don't feed Gardel, who is the tortoise: he is on a diet.",
    arrival_notes: "Narrow door between the two shuttered ones. Knock with the iron hand. Late flights: write the \
                    number and I leave the light on and the door on the latch.",
    ..USUAL
};

pub(super) const CORRUGATED_HOUSE: Home = Home {
    key: "buenos-aires/corrugated-house",
    host: &HORACIO,
    title: "Painter's tin house in La Boca",
    description: &[
        "Sheet iron over timber, painted with what the boatyard had left: three greens and a yellow. When it hails, \
         conversation stops.",
        "Two bedrooms, two couches, a parrilla on the terrace with its own opinion about charcoal. From upstairs you \
         see the stadium, and on match days you feel it.",
        "I tell everybody the same: walk toward Caminito by day, take a taxi by night, and do not wear the shirt of \
         the other club.",
    ],
    property: Property::House,
    neighbourhood: "La Boca",
    address: "Magallanes 846, C1160 Buenos Aires",
    point: (-34.63820, -58.36290),
    capacity: 5,
    bedrooms: 2,
    beds: 4,
    half_baths: 3,
    nightly: 8_200_000,
    cleaning_fee: 2_000_000,
    min_nights: 2,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker tv hair-dryer \
        private-entrance balcony barbecue smoke-alarm fire-extinguisher",
    house_rules: "Fire only in the parrilla. No climbing on the roof, it is thin and it is loud.",
    arrival_notes: "A taxi to the door, please, not to the corner. I am inside with the keys and the charcoal. The \
                    padlock on the shutter is for show, the real lock is below.",
    ..USUAL
};

pub(super) const ALMAGRO_MILONGA: Home = Home {
    key: "buenos-aires/almagro-milonga",
    host: &HORACIO,
    title: "Tall flat around the corner from a milonga",
    description: &[
        "Dancers stay here, so there is a full mirror in the hall, a broom for the talc and a bucket for the feet. \
         The hall is four metres by three and the floor is old oak: it has been enough for most.",
        "Bedroom at the back, a bed that folds out of the wall in front. The lift is a cage, close both gates or it \
         sulks on the ground floor and everybody knows whose fault it was.",
        "You come home at four with your shoes in your hand. The baker opens at five.",
    ],
    neighbourhood: "Almagro",
    address: "Sarmiento 4006, piso 2 B, C1197 Buenos Aires",
    point: (-34.60560, -58.42060),
    capacity: 3,
    beds: 2,
    nightly: 6_800_000,
    cleaning_fee: 1_800_000,
    min_nights: 2,
    max_nights: 90,
    check_in: (15, 23),
    cutoff: 20,
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge hob microwave \
        kettle coffee-maker tv dedicated-workspace hair-dryer iron long-stays lift smoke-alarm",
    house_rules: "Practise until ten at night, in socks after that. Talc stays in the hall.",
    arrival_notes: "Ring 2 B. If I do not answer ask Delia in the kiosk, who has keys to half of Almagro. Hot water: \
                    turn the tap, count to nine.",
    ..USUAL
};

pub(super) const QUINTANA_SALON: Home = Home {
    key: "buenos-aires/quintana-salon",
    host: &HORACIO,
    title: "Marble salon with a small kitchen, Recoleta",
    description: &[
        "It was the reception room of a flat of nine rooms; the widow who sold it kept the other eight. That is why \
         you have a chandelier of seventy arms and a kitchen the size of a confessional.",
        "The bed stands where the orchestra stood. Marble bath, bidet, French windows on a street of doormen and very \
         small dogs.",
    ],
    neighbourhood: "Recoleta",
    address: "Avenida Quintana 236, piso 3, C1014 Buenos Aires",
    point: (-34.58990, -58.38630),
    half_baths: 3,
    nightly: 14_800_000,
    cleaning_fee: 3_000_000,
    min_nights: 3,
    max_nights: 60,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dishwasher fridge oven \
        hob kettle coffee-maker tv dedicated-workspace hair-dryer iron bath long-stays lift balcony gym smoke-alarm",
    house_rules: "The chandelier is not to be touched, dusted or swung from. Doorman is Osvaldo; he accepts gifts at \
                  Christmas and greetings all year.",
    arrival_notes: "Osvaldo checks a list, so write me all names with surnames. Keys in an envelope. The service \
                    entrance is for luggage, an old rule, please humour it.",
    ..USUAL
};
