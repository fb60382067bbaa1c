//! Defne's homes in Istanbul.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::DEFNE,
    homes::{Home, USUAL},
};

pub(super) const CATS_STAIR: Home = Home {
    key: "istanbul/cats-stair",
    host: &DEFNE,
    title: "Flat over the cats' staircase, Cihangir",
    description: &[
        "I cut films at that table, so it is long and the chair is better than the bed used to be. The bed is new. \
         Between two buildings there is the Bosphorus, a slice of it, with ferries crossing from frame to frame.",
        "The staircase below belongs to eleven cats and a man called Nuri who feeds them. They will come to your door \
         about breakfast; what happens next is a matter of character.",
        "Fourth floor. No lift, no apology, the thighs of this quarter are famous.",
    ],
    neighbourhood: "Cihangir",
    address: "Akarsu Yokuşu Sokak 27, daire 6, 34433 İstanbul",
    point: (41.03150, 28.98380),
    capacity: 3,
    beds: 2,
    nightly: 420_000,
    cleaning_fee: 110_000,
    min_nights: 2,
    max_nights: 60,
    check_in: (14, 22),
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge oven hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron long-stays balcony smoke-alarm",
    house_rules: "Do not let the grey one in, she never leaves. Quiet after midnight, please: old windows.",
    arrival_notes: "Top bell, no name. I throw the key down in a sock, so stand back from the awning. If I am filming \
                    it is with the grocer, Hasan, next to the stairs.",
    ..USUAL
};

pub(super) const GENOESE_VAULT: Home = Home {
    key: "istanbul/genoese-vault",
    host: &DEFNE,
    title: "Vaulted rooms below the Galata tower",
    description: &[
        "The walls are Genoese up to about your shoulder, Ottoman above, and plaster by me. Two bedrooms lie under \
         brick vaults, where you speak softly without deciding to.",
        "Little daylight at the back and a slight smell of old stone after rain. In August, when everyone else lies \
         awake, you will sleep like a saint.",
    ],
    neighbourhood: "Galata",
    address: "Serdar-ı Ekrem Sokak 14, zemin kat, 34425 İstanbul",
    point: (41.02670, 28.97520),
    capacity: 4,
    bedrooms: 2,
    beds: 2,
    half_baths: 3,
    nightly: 480_000,
    cleaning_fee: 130_000,
    min_nights: 2,
    check_in: (15, 23),
    policy: Policy::Standard,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron self-check-in private-entrance smoke-alarm \
        fire-extinguisher",
    house_rules: "Nothing nailed, nothing leant, nothing painted: the monuments board visits and counts. No smoking.",
    arrival_notes: "Iron door beside the guitar shop, keypad. Two steps down, duck once. The hot water switch is \
                    outside the bathroom, up high, like everywhere here.",
    ..USUAL
};

pub(super) const RED_SCHOOL_HOUSE: Home = Home {
    key: "istanbul/red-school-house",
    host: &DEFNE,
    title: "Narrow house below the red school, Balat",
    description: &[
        "Three metres of facade, a bay window that leans out to see who is coming, and three floors with one room \
         each. I shot half a film here and kept the wallpaper.",
        "Bedrooms: a double, a double with a cradle, a single under the roof where gulls walk about in boots. The \
         stair is a ladder with ambitions.",
        "The slope is so steep that boys race trays down it. Photographers queue for the coloured houses; ours is the \
         brown one, and peaceful.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Balat",
    address: "Sancaktar Yokuşu 38, 34087 İstanbul",
    point: (41.02990, 28.94930),
    capacity: 5,
    bedrooms: 3,
    beds: 4,
    half_baths: 3,
    nightly: 390_000,
    cleaning_fee: 120_000,
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dishwasher fridge oven hob kettle \
        coffee-maker tv iron bath private-entrance crib balcony fireplace smoke-alarm first-aid-kit",
    house_rules: "Mind toddlers on the stair: gate at the top, gate at the bottom, use both. Coal stove only with me.",
    arrival_notes: "The taxi will give up at the bakery. Walk up, the brown house with a brass dolphin. My friend \
                    Anahit at 40 has the keys and jam.",
    ..USUAL
};

pub(super) const HAGIA_LITTLE: Home = Home {
    key: "istanbul/hagia-little",
    host: &DEFNE,
    title: "Hotel room by Little Hagia Sophia",
    description: &[
        "My uncle's hotel has nine rooms and he knows all nine by the sound of their doors. Yours, 203, says clack. \
         It has twin beds pushed together, a writing table and the church that became a mosque filling the window.",
        "Breakfast on the roof has eleven small plates and lasts as long as you do. The commuter line runs behind the \
         house, every quarter of an hour until midnight.",
    ],
    kind: Kind::HotelRoom,
    property: Property::Hotel,
    neighbourhood: "Küçük Ayasofya",
    address: "Küçük Ayasofya Caddesi 63, 34122 İstanbul",
    point: (41.00330, 28.97300),
    nightly: 260_000,
    max_nights: 21,
    check_in: (14, 23),
    check_out: 12,
    cutoff: 22,
    policy: Policy::Flexible,
    amenities: "wifi heating air-conditioning hot-water essentials bed-linen kettle breakfast tv hair-dryer \
        luggage-drop-off lift smoke-alarm fire-extinguisher",
    house_rules: "Shoes may stay on, we are modern. Last breakfast 10:30; uncle will save you cheese if you look sad.",
    arrival_notes: "Reception never closes, though it may be praying or watching Fenerbahçe. Tram to Sultanahmet, \
                    then downhill.",
    ..USUAL
};

pub(super) const FILM_ATTIC: Home = Home {
    key: "istanbul/film-attic",
    host: &DEFNE,
    title: "Single attic with a skylight, Galata",
    description: &[
        "My assistant's old room, in a flat which I share with hard disks. Narrow bed, wide desk, skylight for the \
         moon. I edit at night with headphones and may say “no” aloud now and then; it isn't about you.",
        "Bathroom shared with me. The tea is always on.",
    ],
    kind: Kind::PrivateRoom,
    neighbourhood: "Galata",
    address: "Lüleci Hendek Caddesi 51, daire 9, 34425 İstanbul",
    point: (41.02550, 28.97690),
    capacity: 1,
    nightly: 150_000,
    cleaning_fee: 20_000,
    max_nights: 90,
    check_in: (16, 22),
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer fridge kettle dedicated-workspace iron \
        long-stays smoke-alarm",
    house_rules: "Ask before opening drawers marked RUSHES. One guest, no overnight visitors.",
    arrival_notes: "Sixth floor, code, lift as far as five and a half. I am up until three, arrivals at midnight are \
                    easier for me than at nine.",
    ..USUAL
};
