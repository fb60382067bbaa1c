//! Mads's homes in Copenhagen.

use domain::{cancellation::Policy, listings::Property};

use crate::seed::{
    cast::MADS,
    homes::{Home, Season, USUAL},
};

pub(super) const JOINER_FLAT: Home = Home {
    key: "copenhagen/joiner-flat",
    host: &MADS,
    title: "A joiner's flat on Jægersborggade",
    description: &[
        "Everything made of wood in here I made: table, bed, drawers without handles, the bench that turns into a bed \
         for a third. The chairs I did not make, they are by Mogensen and I cannot do it better.",
        "Third floor right, no lift. Below you are a caramel boiler, a ceramicist, a place for porridge. At night \
         there is laughing on the street till midnight and not after, mostly.",
        "Assistens cemetery, where the street ends, is our park. Kierkegaard is to the left.",
    ],
    neighbourhood: "Nørrebro",
    address: "Jægersborggade 38, 3. th., 2200 København N",
    point: (55.69360, 12.54380),
    capacity: 3,
    beds: 2,
    nightly: 124_000,
    cleaning_fee: 45_000,
    min_nights: 2,
    max_nights: 60,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker tv \
        dedicated-workspace hair-dryer iron long-stays bicycles balcony smoke-alarm",
    house_rules: "Use a coaster. I mean it kindly. No wet glasses on oiled oak.",
    arrival_notes: "Door code at noon. Third floor on the right; pull the handle up before you turn the key. Bicycles \
                    are chained in the yard, the blue ones are ours, the combination is on the fridge.",
    ..USUAL
};

pub(super) const BACKYARD_WORKSHOP: Home = Home {
    key: "copenhagen/backyard-workshop",
    host: &MADS,
    title: "Workshop with a bed in it, Vesterbro",
    description: &[
        "My first workshop. The bench is still here with its vice, the floor has thirty years of glue, and there is \
         sawdust in the cracks that comes out when you dance.",
        "A wide bed on a platform of planks, a kitchen along one wall, a bathroom that used to be the spray booth and \
         has therefore excellent ventilation.",
        "The street is not quiet and not always pretty. The yard is: nobody walks through it after six.",
    ],
    property: Property::Loft,
    neighbourhood: "Vesterbro",
    address: "Istedgade 97, baghuset, 1650 København V",
    point: (55.66850, 12.54710),
    nightly: 98_000,
    cleaning_fee: 35_000,
    min_nights: 2,
    check_in: (16, 22),
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating hot-water essentials bed-linen fridge hob kettle coffee-maker \
        dedicated-workspace iron self-check-in private-entrance smoke-alarm fire-extinguisher",
    house_rules: "No candles, the dust burns. Please do not use the machines behind the curtain, not even to look at \
                  how sharp they are.",
    arrival_notes: "Through the gate at 97, straight over the yard, black double doors. The left one opens. The code \
                    box hides behind the glue poster.",
    ..USUAL
};

pub(super) const TOP_FLOOR_NORTH: Home = Home {
    key: "copenhagen/top-floor-north",
    host: &MADS,
    title: "Family flat above a school yard, Nørrebro",
    description: &[
        "Two children grew here and measured themselves on every frame. Their room has bunks and a single, ours has \
         the bed that took me a winter.",
        "The school yard below is loud from ten to ten thirty and at noon. In the holidays there is only a blackbird.",
        "There is a bath, which in Nørrebro is rare enough that I mention it twice: there is a bath.",
    ],
    neighbourhood: "Nørrebro",
    address: "Stefansgade 24, 4. tv., 2200 København N",
    point: (55.69530, 12.54330),
    capacity: 5,
    bedrooms: 2,
    beds: 4,
    nightly: 138_000,
    cleaning_fee: 50_100,
    season: Some(Season {
        from: (6, 20),
        to: (8, 10),
        nightly: 162_000,
    }),
    min_nights: 3,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dishwasher fridge oven hob microwave \
        kettle coffee-maker tv hair-dryer iron bath crib high-chair bicycles balcony smoke-alarm first-aid-kit",
    house_rules: "Quiet in the stairwell, the soundproofing is a rumour. The bunk bed holds children, not cousins of \
                  twenty-five.",
    arrival_notes: "Four floors up, no lift; leave the pram in the bike room, key on the red tag. The oven clock is \
                    an hour off for half the year.",
    ..USUAL
};
