//! Pieter's homes in Cape Town.

use domain::{cancellation::Policy, listings::Property};

use crate::seed::{
    cast::PIETER,
    homes::{Home, Season, USUAL},
};

pub(super) const VINEYARD_COTTAGE: Home = Home {
    key: "cape-town/vineyard-cottage",
    host: &PIETER,
    title: "Cottage in a vineyard, Constantia",
    description: &[
        "Three rows of muscat from the bedroom window. They are not mine: I prune them for the estate and the cottage \
         comes with the job, which I have had since I was twenty-four.",
        "Thick walls, a deep bath, a fire for June and July when it rains sideways. The pool is the old irrigation \
         dam and has frogs. They are the small kind.",
        "Honey is from the hives beyond the oaks. Stay on this side of them in February, when they are cross.",
    ],
    property: Property::Cottage,
    neighbourhood: "Constantia",
    address: "Spaanschemat River Road, Constantia, Cape Town 7806",
    point: (-34.03890, 18.42330),
    nightly: 168_000,
    cleaning_fee: 45_000,
    season: Some(Season {
        from: (12, 15),
        to: (1, 15),
        nightly: 225_000,
    }),
    min_nights: 2,
    check_in: (14, 19),
    amenities: "wifi kitchen heating hot-water essentials bed-linen fridge oven hob kettle coffee-maker hair-dryer \
        bath private-entrance pets-allowed free-parking garden barbecue fireplace pool smoke-alarm first-aid-kit",
    house_rules: "Dogs on a lead among the vines. No drones, they upset the owl. Spray days are on the notice by the \
                  gate, keep windows shut until ten.",
    arrival_notes: "At the gate press 4 and wait, it is a slow motor. Gravel to the left fork. Keys in the door. It \
                    has never been a problem, so please let us not make it one.",
    ..USUAL
};

pub(super) const MUIZENBERG_BUNGALOW: Home = Home {
    key: "cape-town/muizenberg-bungalow",
    host: &PIETER,
    title: "Surfers' bungalow behind Muizenberg beach",
    description: &[
        "My children learned to surf from this garden gate, and the outside shower is the best room in the house. \
         Inside, five beds that can stand sand and a table that has seen card games turn ugly.",
        "Two bathrooms. Salt has eaten the window catches twice; the third set are brass and stiff, push with the \
         palm.",
        "The wave is slow and kind. When the siren goes, get out of the water and have an ice cream, the spotters on \
         the mountain are seldom wrong.",
    ],
    property: Property::House,
    neighbourhood: "Muizenberg",
    address: "19 York Road, Muizenberg, Cape Town 7945",
    point: (-34.10730, 18.46930),
    capacity: 6,
    bedrooms: 3,
    beds: 5,
    half_baths: 4,
    nightly: 172_000,
    cleaning_fee: 60_000,
    season: Some(Season {
        from: (12, 15),
        to: (1, 10),
        nightly: 255_000,
    }),
    min_nights: 2,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge oven hob microwave kettle coffee-maker tv \
        iron private-entrance pets-allowed crib high-chair free-parking garden barbecue waterfront smoke-alarm \
        first-aid-kit",
    house_rules: "Wetsuits stay outside. Rinse boards before they come under the roof. No more than six, even if the \
                  seventh is thin.",
    arrival_notes: "Key safe at the meter box. If the southeaster blows shut both stoep doors first and then open the \
                    front, or you will be chasing your hat in Kalk Bay.",
    ..USUAL
};

pub(super) const HARBOUR_KETCH: Home = Home {
    key: "cape-town/harbour-ketch",
    host: &PIETER,
    title: "Ketch in Hout Bay harbour",
    description: &[
        "Protea sailed to St Helena and back, once, with my brother seasick in both directions. Since then she has \
         stayed in and we have all been happier.",
        "A double berth forward, one quarter berth, a table that folds. Gas stove, hand-pumped fresh water, and a \
         proper hot shower in the club until nine.",
        "Seals bark on the jetty. It sounds like old men coughing, and it starts at five.",
    ],
    property: Property::Boat,
    neighbourhood: "Hout Bay",
    address: "Hout Bay Yacht Club, Harbour Road, jetty B, Hout Bay, Cape Town 7806",
    point: (-34.04960, 18.34870),
    capacity: 3,
    bedrooms: 2,
    beds: 3,
    nightly: 132_000,
    cleaning_fee: 45_000,
    max_nights: 7,
    check_in: (14, 18),
    check_out: 10,
    cutoff: 13,
    policy: Policy::Standard,
    amenities: "kitchen heating hot-water essentials bed-linen fridge hob kettle free-parking waterfront smoke-alarm \
        carbon-monoxide-alarm fire-extinguisher first-aid-kit",
    house_rules: "Non-slip shoes, one hand for yourself and one for the ship. Do not feed seals: they have no manners \
                  and many teeth.",
    arrival_notes: "Sign in at the club gate under Louw. Jetty B, blue sail covers. I will be there to show you the \
                    gas tap, which must be off when you sleep.",
    ..USUAL
};
