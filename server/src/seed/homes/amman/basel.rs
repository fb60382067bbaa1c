//! Basel's homes in Amman.

use domain::{cancellation::Policy, listings::Property};

use crate::seed::{
    cast::BASEL,
    homes::{Home, USUAL},
};

pub(super) const HUSBAN_STEPS: Home = Home {
    key: "amman/husban-steps",
    host: &BASEL,
    title: "Two rooms on the downtown steps",
    description: &[
        "One hundred and six steps above the gold souk. My grandfather ran them at eighty. There is one bedroom with \
         a double, two couches in the big room, a flat roof where I sleep in August and you may too.",
        "The walls are cement over stone, painted by me, not straight. You smell coffee with cardamom all day and \
         hear at least three weddings on a Thursday.",
    ],
    property: Property::House,
    neighbourhood: "Downtown",
    address: "Al-Husseini steps 14, off King Faisal Street, Amman",
    point: (31.95180, 35.93370),
    capacity: 4,
    beds: 3,
    nightly: 34_000,
    cleaning_fee: 9000,
    max_nights: 30,
    check_in: (13, 23),
    cutoff: 20,
    policy: Policy::Flexible,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge hob kettle hair-dryer private-entrance \
        luggage-drop-off long-stays balcony smoke-alarm first-aid-kit",
    house_rules: "Modest dress on the steps, please, neighbours have known me since birth. No shoes on the roof mats.",
    arrival_notes: "Bags go up with Abu Omar's nephew, one dinar each, agree first. Door is the colour of a frog. \
                    Heater is a gas one on wheels: never in the bedroom.",
    ..USUAL
};

pub(super) const ABDOUN_FLAT: Home = Home {
    key: "amman/abdoun-flat",
    host: &BASEL,
    title: "Plain new flat with parking, Abdoun",
    description: &[
        "I am an engineer, so: 118 square metres, double glazing, water pressure 3.2 bar, internet 200 megabits by \
         measurement. Two bedrooms, two bathrooms, a sofa bed, no poetry.",
        "My wife says to mention the view of the bridge at night. It is a bridge, it is lit, it is in fact rather \
         beautiful.",
    ],
    neighbourhood: "Abdoun",
    address: "8 Fawzi al-Qaweqji Street, flat 2, Abdoun, Amman",
    point: (31.94720, 35.88420),
    capacity: 5,
    bedrooms: 2,
    beds: 3,
    half_baths: 4,
    nightly: 62_000,
    cleaning_fee: 16_000,
    min_nights: 2,
    max_nights: 90,
    check_in: (14, 23),
    cutoff: 21,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob microwave kettle coffee-maker tv dedicated-workspace hair-dryer iron self-check-in long-stays crib \
        free-parking lift gym smoke-alarm",
    house_rules: "Building guard is Abu Ahmad: greet him, he fixes everything. No loud music past eleven, walls are \
                  20 cm block, I know what gets through.",
    arrival_notes: "Code for the garage and the door at 13:00 on the day. Parking space 2, reverse in. Hot water is \
                    central, thirty seconds to arrive.",
    ..USUAL
};

pub(super) const OLIVE_FARM: Home = Home {
    key: "amman/olive-farm",
    host: &BASEL,
    title: "Olive farm above the valley, Iraq al-Amir",
    description: &[
        "Two hundred trees, eleven goats, one pump. City people come for the quiet and then ask what that noise is: \
         frogs, and after them, the pump.",
        "One room with a double, one with five beds in a row for cousins, a vaulted kitchen, an oven of clay. The \
         pool is a cistern, filled Wednesday; by Tuesday the goats and I look at it differently.",
        "Below in the valley stands a palace with stone lions, two thousand two hundred years old. The key is with a \
         shepherd.",
    ],
    property: Property::Farm,
    neighbourhood: "Iraq al-Amir",
    address: "Iraq al-Amir road, km 9, past the caves, Wadi as-Seer",
    point: (31.91530, 35.75490),
    capacity: 7,
    bedrooms: 2,
    beds: 6,
    half_baths: 3,
    nightly: 78_000,
    cleaning_fee: 20_000,
    max_nights: 10,
    check_in: (14, 20),
    cutoff: 12,
    amenities: "wifi kitchen heating hot-water essentials bed-linen fridge oven hob kettle private-entrance \
        pets-allowed high-chair free-parking garden barbecue fireplace pool smoke-alarm fire-extinguisher \
        first-aid-kit",
    house_rules: "Fire only in the ring, this hill burned in 2019. Shut every gate you open. Goats eat straps, hats \
                  and passports.",
    arrival_notes: "From the eighth circle follow Wadi as-Seer, then river, then mulberry trees. I drive ahead of you \
                    from the last shop on Thursdays; on other days my brother does, in the blue pick-up without a \
                    door.",
    ..USUAL
};
