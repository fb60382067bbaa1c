//! Aroha's homes in Auckland.

use domain::{cancellation::Policy, listings::Property};

use crate::seed::{
    cast::AROHA,
    homes::{Home, Season, USUAL},
};

pub(super) const FERRY_VILLA: Home = Home {
    key: "auckland/ferry-villa",
    host: &AROHA,
    title: "Villa five minutes from the Devonport ferry",
    description: &[
        "Kauri boards, a verandah with fretwork, a long hall that my boys used as a bowling lane. Three bedrooms off \
         it, two bathrooms at the end, and at the back a kitchen which my husband built facing the lemon tree.",
        "From the top of North Head you look down on my ferry. If it is the 17:45 and it hoots twice, that is hello.",
        "Villas are draughty. There is a heat pump in the big room and a wool blanket on every chair.",
    ],
    property: Property::Villa,
    neighbourhood: "Devonport",
    address: "24 Church Street, Devonport, Auckland 0624",
    point: (-36.83010, 174.80090),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 4,
    nightly: 38_500,
    cleaning_fee: 12_000,
    season: Some(Season {
        from: (12, 20),
        to: (1, 31),
        nightly: 49_500,
    }),
    min_nights: 2,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher fridge oven hob microwave \
        kettle coffee-maker tv dedicated-workspace hair-dryer iron bath private-entrance crib high-chair \
        free-parking garden barbecue fireplace smoke-alarm first-aid-kit",
    house_rules: "Shoes off inside, thanks. Kids may climb the pōhutukawa to the first fork. Tunnels on the hill: \
                  take a torch, watch for steps.",
    arrival_notes: "Key safe by the gas bottles. Driving from the bridge on a Friday is forty minutes, the boat is \
                    twelve: come as foot passengers if you can.",
    ..USUAL
};

pub(super) const NAVY_COTTAGE: Home = Home {
    key: "auckland/navy-cottage",
    host: &AROHA,
    title: "Dockyard cottage with a vegetable plot, Devonport",
    description: &[
        "Two rooms and a lean-to, built for a boilermaker in 1902. You get his slate bench and my silverbeet. The \
         second bed is in the sunroom and the sun means it, from about six.",
        "You will hear a bugle at eight, from the navy base. Stand up or don't.",
    ],
    property: Property::Cottage,
    neighbourhood: "Devonport",
    address: "7 Calliope Road, Devonport, Auckland 0624",
    point: (-36.82860, 174.79280),
    capacity: 3,
    beds: 2,
    nightly: 19_800,
    cleaning_fee: 7000,
    min_nights: 2,
    max_nights: 60,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob microwave kettle \
        coffee-maker tv hair-dryer iron private-entrance long-stays pets-allowed free-parking bicycles garden \
        barbecue smoke-alarm",
    house_rules: "Dogs yes, chooks are next door and would rather not. Compost in the green bin.",
    arrival_notes: "Little white gate, the lockbox is on the downpipe. Bikes are for the flat streets, of which there \
                    are three.",
    ..USUAL
};

pub(super) const HARBOUR_SLOOP: Home = Home {
    key: "auckland/harbour-sloop",
    host: &AROHA,
    title: "Sloop on pier G, Westhaven",
    description: &[
        "Kārearea, 1979, ten metres, cedar. I keep her engine as I keep the ferries', so the bilge is cleaner than \
         most kitchens. V-berth for two, a proper galley stove, heads with a pump.",
        "The bridge is right there with its lights and a low hum. Halyards slap when it blows; I tie them off, they \
         work loose, it is a law.",
        "Hot showers ashore by key card, sixty metres.",
    ],
    property: Property::Boat,
    neighbourhood: "Westhaven",
    address: "Westhaven Marina, pier G, Auckland 1010",
    point: (-36.83590, 174.75020),
    half_baths: 1,
    nightly: 16_500,
    cleaning_fee: 5000,
    max_nights: 7,
    check_in: (15, 19),
    check_out: 10,
    cutoff: 14,
    policy: Policy::Standard,
    amenities: "wifi kitchen heating hot-water essentials bed-linen hob kettle paid-parking waterfront smoke-alarm \
        carbon-monoxide-alarm fire-extinguisher first-aid-kit",
    house_rules: "Deck shoes or bare feet. Swimmers only. Gas off at the bottle when you leave the boat, every time.",
    arrival_notes: "Gate code and finger G by text, berth 31. I hand over in person and it takes fifteen minutes, \
                    because of the gas and the toilet. Low tide makes the ramp steep.",
    ..USUAL
};

pub(super) const ISLAND_BACH: Home = Home {
    key: "auckland/island-bach",
    host: &AROHA,
    title: "Bach above Hekerua Bay, Waiheke",
    description: &[
        "A bach, say batch: fibrolite walls, bunks, jigsaws with one piece gone. My whānau have come every Christmas \
         since 1966, and the height chart goes back that far.",
        "One double, one bunk room with three. The deck is bigger than the house. A track goes down through nīkau to \
         the bay, a hundred and forty steps, and they count double on the way up.",
        "Water is rain off the roof. In February think of it as wine.",
    ],
    property: Property::House,
    neighbourhood: "Waiheke Island",
    address: "38 Hekerua Road, Oneroa, Waiheke Island 1081",
    point: (-36.78520, 175.01870),
    capacity: 5,
    bedrooms: 2,
    beds: 4,
    nightly: 28_900,
    cleaning_fee: 9600,
    season: Some(Season {
        from: (12, 20),
        to: (1, 31),
        nightly: 39_500,
    }),
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob microwave kettle \
        coffee-maker tv iron private-entrance free-parking balcony barbecue waterfront fireplace smoke-alarm \
        first-aid-kit",
    house_rules: "Short showers. Sand off under the hose. Morepork calls all night, that's the owl, leave him be.",
    arrival_notes: "Ferry from downtown, bus 50A, then walk back along the road to the letterbox shaped like a \
                    snapper. Key is inside the snapper. Septic tank, so see the notice above the throne.",
    ..USUAL
};

pub(super) const K_ROAD_STUDIO: Home = Home {
    key: "auckland/k-road-studio",
    host: &AROHA,
    title: "Studio over the arcade, Karangahape Road",
    description: &[
        "My eldest's place while she is in Rotterdam. One room with tall windows on K Road, which has been wicked and \
         is now mostly dumplings, records and vintage frocks, with some wickedness on Saturdays.",
        "Bed behind a curtain, sofa in front, kitchen in a cupboard. Buses to everywhere stop underneath, and you'll \
         hear them lean down with a sigh.",
    ],
    neighbourhood: "Karangahape",
    address: "3/179 Karangahape Road, Auckland 1010",
    point: (-36.85760, 174.75960),
    nightly: 15_900,
    cleaning_fee: 5500,
    max_nights: 90,
    check_in: (15, 23),
    cutoff: 21,
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer fridge hob \
        microwave kettle coffee-maker tv dedicated-workspace hair-dryer iron self-check-in long-stays lift \
        smoke-alarm",
    house_rules: "No more than two people, floor's sprung for dancing though not for ten. Recycling in the basement.",
    arrival_notes: "Keypad at the arcade side, lift to 3. Saturday night: come in from Mercury Lane, it is calmer.",
    ..USUAL
};
