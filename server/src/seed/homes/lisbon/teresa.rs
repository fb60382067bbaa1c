//! Teresa's homes in Lisbon.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::TERESA,
    homes::{Home, Season, USUAL},
};

pub(super) const YELLOW_BALCONY: Home = Home {
    key: "lisbon/yellow-balcony",
    host: &TERESA,
    title: "Yellow balcony above the 28 in Graça",
    description: &[
        "The tram squeals on the bend below from six in the morning until half past ten at night, and I am told some \
         people miss it when they are home. The balcony holds two chairs, a basil plant and your elbows.",
        "One bedroom with a double, one with two singles, a kitchen with the marble sink my mother scrubbed me in. \
         The floor is pine and announces every step, so slippers are by the door in four sizes.",
        "For the castle go down; for the view that people pay for, go up to Senhora do Monte with a bag of cherries.",
    ],
    neighbourhood: "Graça",
    address: "Rua da Voz do Operário 52, 2.º esq., 1100-621 Lisboa",
    point: (38.71520, -9.13010),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    nightly: 11_800,
    cleaning_fee: 4000,
    season: Some(Season {
        from: (6, 15),
        to: (9, 15),
        nightly: 14_900,
    }),
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge oven hob kettle coffee-maker tv \
        hair-dryer iron luggage-drop-off balcony smoke-alarm first-aid-kit",
    house_rules: "Slippers after ten at night, please. Smoke on the balcony if you must, but the ash belongs in the \
                  tin and not on Dona Odete's sheets.",
    arrival_notes: "The bell says Antunes. I come down with the key, because the lock has a trick with the shoulder \
                    that nobody believes until they see it. Second floor, left, no lift.",
    ..USUAL
};

pub(super) const FADO_STAIRS: Home = Home {
    key: "lisbon/fado-stairs",
    host: &TERESA,
    title: "Two rooms on a stair street in Alfama",
    description: &[
        "You could touch both sides of the lane with your arms out. The door opens straight into the kitchen, the \
         bedroom is behind it, and the bathroom is where the coal was.",
        "It is dim until eleven, then a blade of sun crosses the table for an hour and a half. People who write like \
         it. People who need to see the sky should take the flat in Graça.",
        "From Wednesday to Saturday somebody sings in the tavern at number 15. It ends at one.",
    ],
    neighbourhood: "Alfama",
    address: "Beco do Carneiro 9, r/c, 1100-135 Lisboa",
    point: (38.71165, -9.12985),
    nightly: 8400,
    cleaning_fee: 3000,
    min_nights: 2,
    max_nights: 60,
    check_in: (14, 20),
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge hob microwave kettle coffee-maker \
        iron long-stays smoke-alarm fire-extinguisher",
    house_rules: "The window is at street height: close it when you go out, and say good evening to whoever is \
                  sitting under it.",
    arrival_notes: "No car comes nearer than Largo do Chafariz de Dentro. From there take the steps beside the \
                    pharmacy, count forty-one, turn left. Key box at knee height.",
    ..USUAL
};

pub(super) const SEWING_ROOM: Home = Home {
    key: "lisbon/sewing-room",
    host: &TERESA,
    title: "Sewing room with its own stair, Mouraria",
    description: &[
        "My sister made wedding dresses in this room for thirty-five years. There is a single bed now, the cutting \
         table is your desk, and the mirror is the full-length kind that tells the truth.",
        "You share a bathroom with me and I am quick. The kitchen is mine until nine, yours after. I will offer you \
         soup; the answer may be no, but not twice.",
    ],
    kind: Kind::PrivateRoom,
    neighbourhood: "Mouraria",
    address: "Rua da Guia 14, 1.º, 1100-273 Lisboa",
    point: (38.71445, -9.13530),
    capacity: 1,
    nightly: 4600,
    max_nights: 21,
    check_in: (16, 21),
    policy: Policy::Flexible,
    amenities: "wifi heating hot-water essentials bed-linen kettle dedicated-workspace iron smoke-alarm",
    house_rules: "One person, one key. No shoes on the cutting table.",
    arrival_notes: "Ring Antunes, first floor. I am at the senior university on Tuesday mornings: on that day come \
                    after one.",
    ..USUAL
};

pub(super) const TILE_TERRACE: Home = Home {
    key: "lisbon/tile-terrace",
    host: &TERESA,
    title: "House with a tiled terrace in Graça",
    description: &[
        "The house was the laundry of the convent prison across the road, which explains the drains and the very good \
         drying terrace. My cousin Rui laid its tiles, some from 1780 and some from the skip behind a cinema.",
        "Three bedrooms on three floors, a bathroom on the first and another at the top. The stair between is narrow \
         and turns; tall wardrobes and tall uncles have been stuck in it.",
        "Evenings are for the terrace. You see the river, the cranes of Barreiro and a great many television aerials.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Graça",
    address: "Travessa das Mónicas 33, 1100-360 Lisboa",
    point: (38.71705, -9.12920),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 4,
    nightly: 21_500,
    cleaning_fee: 6600,
    season: Some(Season {
        from: (6, 15),
        to: (9, 15),
        nightly: 27_500,
    }),
    min_nights: 3,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dishwasher fridge oven hob microwave \
        kettle coffee-maker tv hair-dryer iron bath private-entrance crib high-chair balcony barbecue smoke-alarm \
        fire-extinguisher",
    house_rules: "Eight at the table is fine, twelve is not. The terrace goes quiet at eleven because Senhor Matos \
                  gets up to bake.",
    arrival_notes: "I wait for you with the keys and a lemon cake that you are not obliged to praise. If you drive: \
                    you cannot park here, use Campo de Santa Clara except on Tuesdays and Saturdays, when it is a \
                    flea market.",
    ..USUAL
};
