//! Carolina's homes in Buenos Aires.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::CAROLINA,
    homes::{Home, Season, USUAL},
};

pub(super) const STILT_HOUSE: Home = Home {
    key: "buenos-aires/stilt-house",
    host: &CAROLINA,
    title: "House on stilts on the Sarmiento river",
    description: &[
        "No road comes here. The river is the road, the bus is a wooden launch, and the supermarket is a boat that \
         hoots on Tuesdays and Saturdays around eleven.",
        "Two bedrooms and a screened porch with three camp beds, which are the good ones. The house stands two metres \
         up because now and then the southeaster pushes the whole Plata into our garden; you sit on the veranda, \
         wait, and watch chairs go by.",
        "I planted everything you see except the wild ginger, which planted itself and is winning.",
    ],
    property: Property::Cabin,
    neighbourhood: "Delta del Tigre",
    address: "Río Sarmiento 412, muelle La Garúa, B1648 Tigre",
    point: (-34.40950, -58.56590),
    capacity: 6,
    bedrooms: 2,
    beds: 5,
    nightly: 11_800_000,
    cleaning_fee: 3_500_000,
    season: Some(Season {
        from: (12, 20),
        to: (2, 20),
        nightly: 15_600_000,
    }),
    min_nights: 2,
    max_nights: 14,
    check_in: (10, 17),
    check_out: 16,
    cutoff: 12,
    amenities: "kitchen hot-water essentials bed-linen fridge oven hob private-entrance pets-allowed bicycles garden \
        balcony barbecue waterfront fireplace smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "Mosquito screens shut at six. River water for washing, big bottles for drinking. Dogs swim better \
                  than you, but call them in before dark.",
    arrival_notes: "From Tigre take the Interisleña launch, ask for muelle La Garúa and sit on the right, so that you \
                    can wave in time. Last one 19:30. The key is where it always is on the islands: on top of the \
                    meter.",
    ..USUAL
};

pub(super) const GLASS_KITCHEN: Home = Home {
    key: "buenos-aires/glass-kitchen",
    host: &CAROLINA,
    title: "House with a glass kitchen, Colegiales",
    description: &[
        "A chorizo house, which means one long row of rooms on a patio, like sausages. I took away the last wall and \
         put in glass, so you cook in the garden without going out.",
        "Three bedrooms, two bathrooms, a pool that is really a long tank and stays at nineteen degrees, a lapacho \
         that turns pink in September and drops all of it into the tank.",
        "Trains behind the block. Children like them; I sleep through them.",
    ],
    property: Property::House,
    neighbourhood: "Colegiales",
    address: "Zapiola 1120, C1426 Buenos Aires",
    point: (-34.57680, -58.44760),
    capacity: 5,
    bedrooms: 3,
    beds: 4,
    half_baths: 4,
    nightly: 15_900_000,
    cleaning_fee: 3_999_900,
    min_nights: 3,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob microwave kettle coffee-maker tv dedicated-workspace hair-dryer iron private-entrance crib \
        high-chair paid-parking garden barbecue pool smoke-alarm",
    house_rules: "Fence gate shut when small children are about. Petals out of the pool with the net, thank you, \
                  three minutes a day.",
    arrival_notes: "Wooden door, graffiti of a capybara. Code on the day. Alarm panel on the left, it says bienvenida \
                    and counts to thirty.",
    ..USUAL
};

pub(super) const RUSSEL_PASSAGE: Home = Home {
    key: "buenos-aires/russel-passage",
    host: &CAROLINA,
    title: "Studio on a cobbled passage, Palermo",
    description: &[
        "My first office: a drawing board you may use, a bed on a mezzanine under a fan, jasmine on the terrace. I \
         left the samples of paving on the wall and people do ask.",
        "At street level Palermo is bars with neon. The passage is one block long, cobbled, and the only traffic is a \
         man selling brooms.",
    ],
    property: Property::Loft,
    neighbourhood: "Palermo",
    address: "Pasaje Russel 5024, C1414 Buenos Aires",
    point: (-34.58900, -58.42950),
    nightly: 7_900_000,
    cleaning_fee: 2_000_000,
    min_nights: 2,
    max_nights: 90,
    check_in: (14, 23),
    cutoff: 21,
    policy: Policy::Flexible,
    amenities: "wifi kitchen air-conditioning hot-water essentials bed-linen washer fridge hob microwave kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron self-check-in long-stays balcony smoke-alarm",
    house_rules: "Plants get two cups of water on Mondays and Thursdays. No smoking inside, jasmine is enough.",
    arrival_notes: "Numeric lock on the green gate, up the spiral stair; large cases go up by rope, I am serious, the \
                    pulley is oiled.",
    ..USUAL
};

pub(super) const ISLAND_TENT_ROOM: Home = Home {
    key: "buenos-aires/island-tent-room",
    host: &CAROLINA,
    title: "Gardener's room on the island",
    description: &[
        "The nursery's one guest room: plank walls, two windows, double bed with a net, a lamp that runs off the \
         panel. Toilet and sun-warmed shower are across nine metres of grass.",
        "In return for a very good breakfast I may ask you to carry a tray of ferns. It is not compulsory, but nobody \
         has refused yet.",
        "There is no wifi and the telephone has signal only on the jetty, at the end, facing north.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Farm,
    neighbourhood: "Delta del Tigre",
    address: "Río Sarmiento 418, B1648 Tigre",
    point: (-34.40910, -58.56630),
    half_baths: 1,
    nightly: 5_200_000,
    cleaning_fee: 800_000,
    min_nights: 2,
    max_nights: 14,
    check_in: (10, 16),
    check_out: 16,
    cutoff: 11,
    policy: Policy::Flexible,
    amenities: "hot-water essentials bed-linen kettle breakfast private-entrance garden waterfront smoke-alarm \
        first-aid-kit",
    house_rules: "Torch after dark, there are frogs on the path and they have right of way.",
    arrival_notes: "Same launch as for the big house, next jetty, the blue one with the bathtub full of lilies. Tell \
                    the captain “lo de Caro”.",
    ..USUAL
};
