//! Khadija's homes in Marrakech.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::KHADIJA,
    homes::{Home, Season, USUAL},
};

pub(super) const GUELIZ_BALCONY: Home = Home {
    key: "marrakech/gueliz-balcony",
    host: &KHADIJA,
    title: "Sixties flat with a curved balcony, Guéliz",
    description: &[
        "Not everything in Marrakech is a riad. This is terrazzo, a round balcony, a lift with a mirror, and Dr \
         Bennis the dentist downstairs. I grew up in it.",
        "One bedroom for two, one for a daughter with homework, a proper desk in each. The kitchen is arranged by a \
         chemist: everything labelled, acids apart.",
        "Cafés, cinema and the covered market are all under ten minutes away, and pavements exist.",
    ],
    neighbourhood: "Guéliz",
    address: "31, rue de Yougoslavie, appt. 8, 40000 Marrakech",
    point: (31.63520, -8.00880),
    capacity: 3,
    bedrooms: 2,
    beds: 2,
    nightly: 58_000,
    cleaning_fee: 18_000,
    min_nights: 2,
    max_nights: 90,
    check_in: (14, 22),
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge oven hob microwave \
        kettle coffee-maker tv dedicated-workspace hair-dryer iron long-stays paid-parking lift balcony smoke-alarm",
    house_rules: "No shisha on the balcony, the geraniums died of it. The dentist's drill stops at six.",
    arrival_notes: "The concierge, Si Abdellah, has the keys till eight. Afterwards I come over from the next street \
                    in my slippers, so ring five minutes before.",
    ..USUAL
};

pub(super) const MELLAH_HOUSE: Home = Home {
    key: "marrakech/mellah-house",
    host: &KHADIJA,
    title: "House with a blue stair in the Mellah",
    description: &[
        "High windows onto the street, as Jewish families built here and nobody else did. The blue of the stairs was \
         already on it, eleven layers deep; I counted them under a microscope at school.",
        "Three bedrooms, narrow, one above the other. On the roof a swing seat and a view of everybody's satellite \
         dishes with the mountains pretending not to notice.",
        "The spice souk begins at the corner. By noon it has moved into your hair.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Mellah",
    address: "24 Derb Manchoura, Mellah, 40000 Marrakech",
    point: (31.62090, -7.98230),
    capacity: 5,
    bedrooms: 3,
    beds: 4,
    half_baths: 3,
    nightly: 112_000,
    cleaning_fee: 25_000,
    min_nights: 2,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge hob kettle \
        coffee-maker hair-dryer iron private-entrance luggage-drop-off balcony fireplace smoke-alarm first-aid-kit",
    house_rules: "Please dress for the street as you would for your aunt. No amplified music on the roof.",
    arrival_notes: "I wait at the door of the Lazama synagogue. Bring cash for the porter, twenty dirhams, not fifty.",
    ..USUAL
};

pub(super) const STUDENT_ROOM: Home = Home {
    key: "marrakech/student-room",
    host: &KHADIJA,
    title: "Student's room in a teacher's flat, Guéliz",
    description: &[
        "My son is in Lille and his room is free. Periodic table on the wall, single bed, good lamp, a guitar with \
         five strings. I correct papers at the kitchen table and like company that reads.",
        "On Fridays I make couscous for nine whether nine come or not.",
    ],
    kind: Kind::PrivateRoom,
    neighbourhood: "Guéliz",
    address: "14, rue Ibn Aïcha, appt. 3, 40000 Marrakech",
    point: (31.63890, -8.01330),
    capacity: 1,
    nightly: 29_000,
    max_nights: 60,
    check_in: (17, 21),
    cutoff: 16,
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge kettle dedicated-workspace iron \
        long-stays smoke-alarm",
    house_rules: "Shoes off. Be in by eleven or tell me, otherwise I lie awake like a mother.",
    arrival_notes: "Third floor, the door with the prayer and the sticker of the Raja club, which is my son's fault. \
                    أنا في البيت بعد الخامسة.",
    ..USUAL
};

pub(super) const PALM_GROVE_VILLA: Home = Home {
    key: "marrakech/palm-grove-villa",
    host: &KHADIJA,
    title: "Pink villa with lemon hedge, Palmeraie",
    description: &[
        "My late husband designed it in 1994 with rounder arches than I would have allowed. Three bedrooms each with \
         a bath, a pool of eleven metres, and a hedge of lemons that ripen all at once in February: please, take a \
         bag.",
        "Camels with tourists pass along the outer road about four. They are photographed from our gate so often that \
         I think they slow down.",
        "Without a car you will be bored by the second evening. There is a bicycle, it is only a bicycle.",
    ],
    property: Property::Villa,
    neighbourhood: "Palmeraie",
    address: "Circuit de la Palmeraie, lot 44, 40000 Marrakech",
    point: (31.66920, -7.95480),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 6,
    nightly: 218_000,
    cleaning_fee: 45_000,
    season: Some(Season {
        from: (12, 20),
        to: (1, 5),
        nightly: 295_000,
    }),
    min_nights: 3,
    check_in: (15, 20),
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob microwave kettle coffee-maker tv hair-dryer iron bath private-entrance crib high-chair free-parking \
        ev-charger garden balcony barbecue pool smoke-alarm first-aid-kit",
    house_rules: "Pool lights off at midnight, they confuse the owls. Parties are refused with regret and always.",
    arrival_notes: "Gate opens by telephone: the number is in your message, let it ring twice. Dog in the next garden \
                    sounds larger than she is.",
    ..USUAL
};
