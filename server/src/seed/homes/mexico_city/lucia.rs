//! Lucía's home in Mexico City, in Santa María la Ribera.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::LUCIA,
    homes::{Home, USUAL},
};

pub(super) const KIOSK_DORMITORY: Home = Home {
    key: "mexico-city/kiosk-dormitory",
    host: &LUCIA,
    title: "Bed in a six-bed room by the Moorish kiosk",
    description: &[
        "I drew the bunks myself and slept in each of them for a night: 1.95 m long, curtains of sailcloth, a lamp, \
         two sockets, a shelf deep enough for spectacles and a book. Six in the room, never more, and two bathrooms \
         between them.",
        "The house is a school of 1904. The kitchen is the former chapel, so people tend to whisper while frying \
         eggs.",
        "It is a neighbourhood of shoe menders, mariachis on Sundays and one excellent Russian pierogi counter. You \
         will hear at least one rooster, and nobody knows whose.",
    ],
    kind: Kind::SharedRoom,
    property: Property::Guesthouse,
    neighbourhood: "Santa María la Ribera",
    address: "Calle Dr. Atl 173, Santa María la Ribera, 06400 CDMX",
    point: (19.45060, -99.15750),
    capacity: 1,
    half_baths: 4,
    nightly: 32_000,
    max_nights: 28,
    check_in: (14, 23),
    check_out: 11,
    cutoff: 21,
    policy: Policy::Flexible,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge hob kettle iron self-check-in \
        luggage-drop-off bicycles smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "Lights out in the room at eleven, phone calls in the courtyard. The large lockers take a rucksack \
                  but not a surfboard; we have tried.",
    arrival_notes: "Doorbell “Escuela” or the code that you get at noon. Your bed has your first name on a slate. \
                    From metro Buenavista it is nine minutes, walk on the park side.",
    ..USUAL
};
