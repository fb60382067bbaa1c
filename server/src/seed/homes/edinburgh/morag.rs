//! Morag's homes in Edinburgh.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::MORAG,
    homes::{Home, Season, USUAL},
};

pub(super) const FISHWIFE_HOUSE: Home = Home {
    key: "edinburgh/fishwife-house",
    host: &MORAG,
    title: "Fishwife's house by Newhaven harbour",
    description: &[
        "The outside stair is for gutting fish in the light, the ground floor was for nets, and eleven people once \
         slept in what is now your sitting room. I have reduced that to four.",
        "Upstairs a double and a twin under the eaves; mind the beam in the twin, which has a scarf tied round it for \
         a reason. The bath is long. The bookshelf is alphabetical on the day I clean.",
        "The tram terminus is a hundred yards away and the harbour light comes on at dusk without being asked.",
    ],
    property: Property::Cottage,
    neighbourhood: "Newhaven",
    address: "11 Peacock Court, Edinburgh EH6 4SJ",
    point: (55.98020, -3.19610),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 14_200,
    cleaning_fee: 4000,
    season: Some(Season {
        from: (8, 1),
        to: (8, 31),
        nightly: 20_500,
    }),
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker tv \
        hair-dryer iron bath private-entrance crib waterfront smoke-alarm carbon-monoxide-alarm",
    house_rules: "Take a book, leave a book. No fish in the microwave. The stair is stone and slippery when it rains, \
                  which you will have heard it does.",
    arrival_notes: "Peacock Court is through the pend beside the old school. The key is in the lidded creel by the \
                    stair, under the rope. Heating: the dial on the wall is in the right order, whatever it looks \
                    like.",
    ..USUAL
};

pub(super) const LINKS_FLAT: Home = Home {
    key: "edinburgh/links-flat",
    host: &MORAG,
    title: "Ground floor on Bruntsfield Links",
    description: &[
        "People have played golf on the grass in front since before there were rules for it, and you may, for \
         nothing: two clubs and a bag of old balls stand in the hall.",
        "A front room with the bay, two quiet double bedrooms at the back, one and a half bathrooms, a drying green \
         with my sweet peas. Buses are at the corner and the King's Theatre is two minutes away in slippers.",
        "Students upstairs: kind ones this year, heavy on the heel.",
    ],
    neighbourhood: "Bruntsfield",
    address: "16 Glengyle Terrace, main door flat, Edinburgh EH3 9LN",
    point: (55.94105, -3.20380),
    capacity: 4,
    bedrooms: 2,
    beds: 2,
    half_baths: 3,
    nightly: 16_800,
    cleaning_fee: 4500,
    season: Some(Season {
        from: (8, 1),
        to: (8, 31),
        nightly: 26_500,
    }),
    min_nights: 3,
    max_nights: 60,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher fridge oven hob microwave \
        kettle coffee-maker tv dedicated-workspace hair-dryer iron private-entrance long-stays garden smoke-alarm \
        carbon-monoxide-alarm",
    house_rules: "No parties. No red wine on the pale sofa, which was a mistake and I know it. Sweet peas may be cut, \
                  they grow better for it.",
    arrival_notes: "Green main door, number 16, no stair to climb. Lockbox behind the boot scraper. The back-green \
                    key is on the hook marked Sunday.",
    ..USUAL
};

pub(super) const HERBARIUM_ROOM: Home = Home {
    key: "edinburgh/herbarium-room",
    host: &MORAG,
    title: "Room over the river, beside the Botanics",
    description: &[
        "I work late at the library, so this room is for people who like a quiet house. The bed is a small double: \
         couples who are fond of each other, or one person who sprawls.",
        "On the walls are eighteen pressed ferns that my grandmother collected before breakfast in 1931. Breakfast is \
         oatcakes, eggs, marmalade with whisky in it, and The Scotsman with the crossword half done.",
        "The Water of Leith runs behind. In 2000 it came in, and I will show you the line.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::House,
    neighbourhood: "Canonmills",
    address: "54 Warriston Crescent, Edinburgh EH3 5LG",
    point: (55.96390, -3.19880),
    nightly: 7600,
    max_nights: 14,
    check_in: (17, 21),
    check_out: 10,
    cutoff: 16,
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen kettle breakfast dedicated-workspace hair-dryer iron bath \
        garden smoke-alarm",
    house_rules: "Ferns are not to be straightened. Shower before eleven at night: the boiler lives behind my pillow.",
    arrival_notes: "Come after five, when I am back, or tell me and I leave the key with Mr Sood at the corner shop. \
                    Third bell, the one without a name.",
    ..USUAL
};

pub(super) const FERRYMAN_CABIN: Home = Home {
    key: "edinburgh/ferryman-cabin",
    host: &MORAG,
    title: "Wooden cabin in a walled garden, Cramond",
    description: &[
        "Built by my late husband as a studio for the cello, which is why the walls are double and the wrens outside \
         sound as if they were under water. One room, one good bed, a stove, a kitchen corner, and a shower room \
         with a round window from a trawler.",
        "At low tide you can walk out to Cramond Island. Twice a year somebody reads the timetable upside down and \
         meets the lifeboat; do not be this year's.",
        "Nearest bus is eight minutes, the village inn is four.",
    ],
    property: Property::Cabin,
    neighbourhood: "Cramond",
    address: "4 Glebe Road, Edinburgh EH4 6NT",
    point: (55.97690, -3.29920),
    nightly: 9900,
    cleaning_fee: 2400,
    min_nights: 2,
    check_in: (15, 20),
    amenities: "wifi kitchen heating hot-water essentials bed-linen fridge hob kettle private-entrance pets-allowed \
        free-parking bicycles garden fireplace smoke-alarm carbon-monoxide-alarm first-aid-kit",
    house_rules: "One well-behaved dog. Logs are stacked by year, burn from the left. The cello is not for playing, \
                  its strings are off.",
    arrival_notes: "Through the garden door in the wall, latch on the inside at the top, put your arm over. Tide \
                    times are on the back of the cabin door. Read them twice.",
    ..USUAL
};
