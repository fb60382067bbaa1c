//! Lucía's and Ximena's homes in Mexico City.

mod lucia;

use chrono_tz::Tz;
use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use super::{Home, Season, Town, USUAL};
use crate::seed::cast::{LUCIA, XIMENA};

pub const TOWN: Town = Town {
    name: "Mexico City",
    country: "MX",
    currency: "MXN",
    timezone: Tz::America__Mexico_City,
    centre: (19.4285, -99.1277),
    neighbourhoods: &[
        ("Roma Norte", 19.4184, -99.1623),
        ("Condesa", 19.4117, -99.1716),
        ("Juárez", 19.4262, -99.1595),
        ("San Miguel Chapultepec", 19.4102, -99.1868),
        ("Coyoacán", 19.3499, -99.1622),
        ("Centro Histórico", 19.4310, -99.1346),
        ("San Ángel", 19.3466, -99.1905),
        ("Xochimilco", 19.2615, -99.1040),
        ("Santa María la Ribera", 19.4490, -99.1570),
    ],
    busy: [54, 58, 70, 64, 52, 48, 54, 52, 48, 66, 74, 62],
    homes: &[
        PATIO_FLAT,
        ROOF_STUDIO,
        HIGH_ROOM,
        STUDIO_HOUSE,
        ORANGE_TREE,
        REGINA_BALCONY,
        STONE_WALL_ROOM,
        CANAL_CABIN,
        lucia::KIOSK_DORMITORY,
    ],
};

const PATIO_FLAT: Home = Home {
    key: "mexico-city/patio-flat",
    host: &LUCIA,
    title: "Ground-floor flat around a patio in Roma Norte",
    description: &[
        "The house is from 1912 and survived both earthquakes with a crack that I left visible, filled with brass. Your \
         flat is the old stables: two bedrooms, a kitchen with a long table, and doors on three sides to a patio full \
         of ferns.",
        "The bedrooms look inwards, so you sleep although Roma does not. I live upstairs with Frida and Tlacuache, who \
         are dogs and will greet you.",
        "Coffee is across the street, tacos are on the corner from seven at night, the metrobús is two blocks away.",
    ],
    neighbourhood: "Roma Norte",
    address: "Calle Córdoba 84, planta baja, Roma Norte, 06700 CDMX",
    point: (19.41902, -99.15968),
    capacity: 4,
    bedrooms: 2,
    beds: 3,
    half_baths: 3,
    nightly: 215_000,
    cleaning_fee: 45_000,
    min_nights: 2,
    amenities: "wifi kitchen hot-water essentials bed-linen washer dishwasher fridge oven hob \
        microwave kettle coffee-maker tv dedicated-workspace hair-dryer iron \
        private-entrance crib balcony smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "Music in the patio until ten. Please latch the street door behind you: one of the dogs is an explorer.",
    arrival_notes: "Ring “Taller”. The big door has a small door in it, the small door has the lock. If the seismic alarm sounds, \
                    go into the patio and stand by the fountain.",
    ..USUAL
};

const ROOF_STUDIO: Home = Home {
    key: "mexico-city/roof-studio",
    host: &LUCIA,
    title: "Roof studio over Parque México",
    description: &[
        "I drew it for a photographer who then married and moved to Mérida. One glass room on a roof of 1938, with a bed, a \
         concrete kitchen, and blinds for those who do not want to wake with the sun.",
        "Outside there are eighty square metres of terrace, a hammock, agaves, and the tops of the jacarandas. In March \
         they are violet and you will send pictures to everybody.",
        "Five floors. The lift goes to the fourth.",
    ],
    property: Property::Loft,
    neighbourhood: "Condesa",
    address: "Avenida México 155, azotea, Condesa, 06100 CDMX",
    point: (19.41135, -99.16938),
    nightly: 168_000,
    cleaning_fee: 38_000,
    season: Some(Season {
        from: (3, 1),
        to: (3, 31),
        nightly: 205_000,
    }),
    min_nights: 2,
    max_nights: 60,
    policy: Policy::Flexible,
    amenities: "wifi kitchen air-conditioning hot-water essentials bed-linen fridge hob kettle \
        coffee-maker dedicated-workspace hair-dryer iron self-check-in \
        private-entrance long-stays lift balcony barbecue smoke-alarm",
    house_rules: "No parties, no music on the terrace after ten: the neighbours are lawyers. No children, the parapet is low.",
    arrival_notes: "The porter, Don Chucho, is there from seven to seven and has your key. Later, the box at the service door: code by \
                    message.",
    ..USUAL
};

const HIGH_ROOM: Home = Home {
    key: "mexico-city/high-room",
    host: &LUCIA,
    title: "Quiet room with a high ceiling in Juárez",
    description: &[
        "Four metres and twenty from the tiles to the plaster roses, and a bed underneath that looks small but is not. The \
         room gives on an inner court where nothing happens except a canary.",
        "You share the bathroom with one other room and the kitchen with whoever is up. Students and translators like it, \
         because the table is large and the connection is fast.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::House,
    neighbourhood: "Juárez",
    address: "Calle Turín 42, interior 3, Juárez, 06600 CDMX",
    point: (19.42518, -99.15852),
    nightly: 79_000,
    max_nights: 90,
    policy: Policy::Flexible,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge hob kettle \
        coffee-maker dedicated-workspace iron self-check-in long-stays smoke-alarm \
        first-aid-kit",
    house_rules: "Wash what you cook with. Visitors until nine, and tell us their names so that nobody is frightened in the corridor.",
    arrival_notes: "Street door: code. Interior 3 is up the stair and left, past the canary. Your key is on the hook with your name.",
    ..USUAL
};

const STUDIO_HOUSE: Home = Home {
    key: "mexico-city/studio-house",
    host: &LUCIA,
    title: "House with a painter's studio, San Miguel Chapultepec",
    description: &[
        "A painter built it in 1951 around one room: six metres high, north light, a floor that remembers every colour. \
         That room is the living room now, and there is an easel for whoever wants it.",
        "Three bedrooms on two floors, three bathrooms, a walled garden with a fig. Chapultepec and its museums are a ten \
         minutes' walk.",
        "Mari Carmen comes on weekday mornings to water the plants. She makes better coffee than any of us, if you ask.",
    ],
    property: Property::House,
    neighbourhood: "San Miguel Chapultepec",
    address: "Calle General Cano 61, San Miguel Chapultepec, 11850 CDMX",
    point: (19.40985, -99.18734),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 6,
    nightly: 420_000,
    cleaning_fee: 90_000,
    min_nights: 3,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher \
        fridge oven hob microwave kettle coffee-maker tv dedicated-workspace \
        hair-dryer iron bath private-entrance crib high-chair free-parking ev-charger \
        garden barbecue fireplace smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "No filming and no events: the answer to both is always no. Paint only at the easel.",
    arrival_notes: "The garage opens with the remote in the envelope that I hand you; I am there whenever you come. The alarm pad is \
                    left of the door, you have forty seconds.",
    ..USUAL
};

const ORANGE_TREE: Home = Home {
    key: "mexico-city/orange-tree",
    host: &XIMENA,
    title: "House with an orange tree in Coyoacán",
    description: &[
        "My parents' house, blue because the whole street is. A kitchen with talavera tiles, a living room with too many \
         books, two bedrooms and a third that is half a corridor but has the best bed.",
        "The orange tree carries from November to March. Take what you eat; the juicer is older than me and stronger than \
         it looks.",
        "The market is four streets away: go hungry, go before one, and ask for the tostadas.",
    ],
    property: Property::House,
    neighbourhood: "Coyoacán",
    address: "Calle Xicoténcatl 118, Del Carmen, Coyoacán, 04100 CDMX",
    point: (19.35412, -99.15874),
    capacity: 5,
    bedrooms: 3,
    beds: 4,
    half_baths: 3,
    nightly: 290_000,
    cleaning_fee: 60_000,
    season: Some(Season {
        from: (10, 29),
        to: (11, 3),
        nightly: 380_000,
    }),
    min_nights: 2,
    amenities: "wifi kitchen hot-water essentials bed-linen washer fridge oven hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron bath private-entrance \
        pets-allowed crib high-chair free-parking garden barbecue smoke-alarm \
        first-aid-kit",
    house_rules: "Books may be read, borrowed and finished, but not taken. Pets are welcome if they leave the hens alone.",
    arrival_notes: "Gate with the iron sun. I teach until one, so before that my neighbour Doña Lupe, number 120, has the keys. \
                    Drinking water is in the big bottle, not in the tap.",
    ..USUAL
};

const REGINA_BALCONY: Home = Home {
    key: "mexico-city/regina-balcony",
    host: &XIMENA,
    title: "Balcony on Calle Regina, Centro Histórico",
    description: &[
        "Second floor of a building from 1790, on a street without cars. Two balconies, one for each coffee. A double room, \
         a sofa that opens in the living room, and a bathroom with water pressure, which in the Centro is not a given.",
        "You will hear the street until about eleven: an accordion, chairs, laughing. The bedroom has double shutters. At \
         seven the bells begin and the city is swept.",
    ],
    neighbourhood: "Centro Histórico",
    address: "Calle Regina 47, departamento 5, Centro, 06080 CDMX",
    point: (19.42782, -99.13622),
    capacity: 3,
    beds: 2,
    nightly: 125_000,
    cleaning_fee: 35_000,
    check_in: (14, 22),
    policy: Policy::Standard,
    amenities: "wifi kitchen hot-water essentials bed-linen fridge hob microwave kettle \
        coffee-maker tv hair-dryer iron self-check-in luggage-drop-off balcony \
        smoke-alarm fire-extinguisher",
    house_rules: "Nothing is thrown or lowered from the balconies, however nice the people below. No smoking inside.",
    arrival_notes: "Taxis stop at Bolívar; it is one block on foot. Code for the gate, key box inside on the left, number 5. The \
                    water pump switches itself on at night, it is not a burglar.",
    ..USUAL
};

const STONE_WALL_ROOM: Home = Home {
    key: "mexico-city/stone-wall-room",
    host: &XIMENA,
    title: "Garden room behind a stone wall in San Ángel",
    description: &[
        "My great-aunt keeps a guest house of three rooms behind a wall of black lava stone, and I look after the letters. \
         Yours is the one at the end: a bed, an armchair, a bathroom with blue tiles, and a door to the garden.",
        "Breakfast is at nine under the bougainvillea, with beans, fruit and her opinions. On Saturdays the painters' \
         market is at the end of the street.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::Guesthouse,
    neighbourhood: "San Ángel",
    address: "Calle Hidalgo 15, San Ángel, 01000 CDMX",
    point: (19.34538, -99.19082),
    nightly: 115_000,
    cleaning_fee: 25_000,
    check_in: (14, 20),
    cutoff: 16,
    max_nights: 21,
    amenities: "wifi hot-water essentials bed-linen breakfast hair-dryer iron private-entrance \
        free-parking garden smoke-alarm",
    house_rules: "The gate closes at eleven; tell us if you go dancing. She is eighty-six: please let her win at dominoes.",
    arrival_notes: "Ring once and wait, the garden is long. Uber finds Plaza San Jacinto, not the street: walk up from there.",
    ..USUAL
};

const CANAL_CABIN: Home = Home {
    key: "mexico-city/canal-cabin",
    host: &XIMENA,
    title: "Cabin on a chinampa in Xochimilco",
    description: &[
        "A wooden cabin on an island that my students and I have been planting again since 2019: lettuces, flowers, and \
         ditches where axolotls are coming back. There is no road. You arrive by boat, and so does the bread.",
        "Four bunks with good mattresses, a gas ring, a composting toilet, a shower that the sun heats by noon. Solar \
         panels run the lights and the telephones, not a hair dryer.",
        "In the early morning there is mist on the canal and herons stand in it. On Saturday afternoons you hear the party \
         boats from far away, and are glad that it is far.",
    ],
    property: Property::Cabin,
    neighbourhood: "Xochimilco",
    address: "Chinampa Las Garzas, embarcadero Cuemanco, Xochimilco, 16034 CDMX",
    point: (19.27254, -99.09512),
    capacity: 4,
    beds: 4,
    nightly: 190_000,
    cleaning_fee: 50_000,
    min_nights: 2,
    max_nights: 7,
    check_in: (11, 16),
    check_out: 13,
    cutoff: 9,
    policy: Policy::Flexible,
    amenities: "kitchen hot-water essentials bed-linen hob kettle private-entrance garden \
        balcony waterfront barbecue smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "Only the soap that is there: the axolotls breathe through their skin. Children wear a life jacket outside. What you \
                  bring you take back.",
    arrival_notes: "Be at the Cuemanco landing by four in the afternoon and ask for Don Isidro's white canoe, he is expecting you. He \
                    comes for you at one on the last day.",
    ..USUAL
};
