//! Youssef's homes in Marrakech.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::YOUSSEF,
    homes::{Home, Season, USUAL},
};

pub(super) const WHOLE_RIAD: Home = Home {
    key: "marrakech/whole-riad",
    host: &YOUSSEF,
    title: "My grandmother's riad, all of it",
    description: &[
        "It took me seven winters. The tadelakt is mine, polished with a river stone and black soap; if you look \
         along the wall by the stairs you can see where my son helped when he was six.",
        "Four rooms around an orange tree and a basin which is too small to swim and exactly right in July. On the \
         roof are beds under reed, and forty mosques within hearing.",
        "Fatima cooks breakfast and, if you say so before ten, dinner. She measures with her hand and writes nothing \
         down.",
    ],
    property: Property::House,
    neighbourhood: "Riad Laarous",
    address: "18 Derb Jdid, Riad Laarous, 40000 Marrakech",
    point: (31.63420, -7.98930),
    capacity: 8,
    bedrooms: 4,
    beds: 6,
    half_baths: 8,
    nightly: 238_000,
    cleaning_fee: 40_000,
    season: Some(Season {
        from: (12, 20),
        to: (1, 5),
        nightly: 310_000,
    }),
    min_nights: 2,
    check_in: (14, 21),
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge hob kettle \
        coffee-maker breakfast hair-dryer bath private-entrance luggage-drop-off crib high-chair garden balcony \
        fireplace pool smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "Please no oil on the tadelakt, which includes sun cream. The neighbours' roof is their living room, \
                  do not look over the wall. Drinking is fine inside, not in the street.",
    arrival_notes: "No taxi reaches us. Be dropped at Dar el Bacha, ring me, and Hassan comes with a cart for bags; \
                    his price is in the rent. Nobody else needs to show you the way, whatever they say.",
    ..USUAL
};

pub(super) const ORANGE_TREE_ROOM: Home = Home {
    key: "marrakech/orange-tree-room",
    host: &YOUSSEF,
    title: "Ground-floor room on the orange-tree court",
    description: &[
        "My second house has six rooms, and this is the one I would take. It is the coolest: walls of ninety \
         centimetres, a door that you have to greet with your head, a bath carved into the corner.",
        "There is one window and it looks into the court. You hear water, sparrows and, at breakfast, everyone else's \
         plans.",
    ],
    kind: Kind::HotelRoom,
    property: Property::Guesthouse,
    neighbourhood: "Bab Doukkala",
    address: "52 Derb Assehbe, Bab Doukkala, 40000 Marrakech",
    point: (31.63180, -7.99480),
    nightly: 72_000,
    max_nights: 21,
    check_in: (14, 22),
    cutoff: 20,
    amenities: "wifi heating air-conditioning hot-water essentials bed-linen kettle breakfast hair-dryer bath \
        luggage-drop-off garden smoke-alarm fire-extinguisher",
    house_rules: "The front door is opened by Rachid at any hour; please do not let anybody in behind you. Smoking on \
                  the roof.",
    arrival_notes: "From the Bab Doukkala gate straight on past the olive sellers, second derb on the right, follow \
                    the brass hands painted on the wall. There are five of them.",
    ..USUAL
};

pub(super) const ROOF_ROOM: Home = Home {
    key: "marrakech/roof-room",
    host: &YOUSSEF,
    title: "Roof room with a door in every direction",
    description: &[
        "A plaster box on the roof, three doors, one bed. Open all of them and you are outdoors with a ceiling. In \
         January shut them: the heater is strong but the desert is stronger.",
        "Storks nest on the ruined wall opposite and clap with their beaks. Thirty-four steps, uneven, no rail on the \
         last four.",
        "The shower is in the old pigeon tower. You will see why the ceiling has holes.",
    ],
    kind: Kind::HotelRoom,
    property: Property::Guesthouse,
    neighbourhood: "Bab Doukkala",
    address: "52 Derb Assehbe, Bab Doukkala, 40000 Marrakech",
    point: (31.63185, -7.99476),
    nightly: 64_000,
    max_nights: 21,
    check_in: (14, 22),
    cutoff: 20,
    amenities: "wifi heating air-conditioning hot-water essentials bed-linen kettle breakfast hair-dryer \
        luggage-drop-off balcony smoke-alarm fire-extinguisher",
    house_rules: "No children under ten up here, for my heart's sake. Candles in the lanterns only.",
    arrival_notes: "Same door as the other rooms, five brass hands. Rachid carries your case up; let him, he counts \
                    it as sport.",
    ..USUAL
};

pub(super) const PLASTERERS_FLAT: Home = Home {
    key: "marrakech/plasterers-flat",
    host: &YOUSSEF,
    title: "Two floors on a blind alley, Kasbah",
    description: &[
        "A dar has no garden, only a patio the size of a carpet. The carpet is there. Above it two bedrooms, above \
         them a terrace where the palace storks land.",
        "The kitchen is new and has a real oven, because my wife said so. The bathrooms are black and red tadelakt, \
         still curing: they smell of soap for another year.",
        "The call to prayer from the Kasbah mosque is two hundred metres away and at full voice.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Kasbah",
    address: "9 Derb Chtouka, Kasbah, 40000 Marrakech",
    point: (31.61760, -7.98760),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    half_baths: 3,
    nightly: 98_000,
    cleaning_fee: 22_000,
    min_nights: 2,
    max_nights: 60,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge oven hob kettle \
        coffee-maker dedicated-workspace hair-dryer iron private-entrance long-stays balcony smoke-alarm \
        first-aid-kit",
    house_rules: "Wipe tadelakt with a dry cloth, never with cleaner. Take the rubbish to the corner by nine in the \
                  evening, the donkey comes at half past.",
    arrival_notes: "Meet me at the Saadian tombs ticket window. It is three corners, but they are the kind you do not \
                    find twice.",
    ..USUAL
};

pub(super) const DESERT_LODGE: Home = Home {
    key: "marrakech/desert-lodge",
    host: &YOUSSEF,
    title: "Earth house among olives, Tamesloht",
    description: &[
        "Rammed earth, made from the hole which is now the pool. Four bedrooms in three small houses, so that people \
         who snore and people who mind can both come.",
        "The Atlas is in front of you, with snow until May. In the grove stand four hundred olive trees; in November \
         we shake them and you may hold a corner of the net.",
        "No village shop. Brahim goes to the market on Tuesdays with your list and comes back with most of it.",
    ],
    property: Property::Villa,
    neighbourhood: "Tamesloht",
    address: "Douar Oumnass, route d'Amizmiz km 19, Tamesloht",
    point: (31.49030, -8.10820),
    capacity: 9,
    bedrooms: 4,
    beds: 7,
    half_baths: 6,
    nightly: 325_000,
    cleaning_fee: 60_000,
    season: Some(Season {
        from: (12, 20),
        to: (1, 5),
        nightly: 420_000,
    }),
    min_nights: 2,
    check_in: (15, 20),
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dishwasher fridge oven \
        hob kettle coffee-maker breakfast hair-dryer bath private-entrance pets-allowed crib high-chair free-parking \
        bicycles garden balcony barbecue fireplace pool hot-tub smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "Scorpions are rare, shoes are cheap: wear them at night. The pool has no fence and no guard. Water \
                  is from our well, please be brief.",
    arrival_notes: "Pin by message, then a track of 1.4 km. It is passable with any car driven by somebody patient. \
                    Brahim flashes a torch from the gate.",
    ..USUAL
};
