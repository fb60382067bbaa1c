//! Geneviève's homes in Montréal.

use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use crate::seed::{
    cast::GENEVIEVE,
    homes::{Home, Season, USUAL},
};

pub(super) const WINDING_STAIR: Home = Home {
    key: "montreal/winding-stair",
    host: &GENEVIEVE,
    title: "Flat up a winding stair on the Plateau",
    description: &[
        "The staircase is outside, made of iron and shaped like an apple peel. In January you will hate it for twenty \
         seconds and then you are in, and the radiators are ticking.",
        "Deux chambres, one in front with the maple, one behind with the alley and its cats. The kitchen is where \
         parties here have always ended, so the floor is the oldest thing in the flat.",
        "Under you lives a double-bass player. He practises from two to four and he is good.",
    ],
    neighbourhood: "Plateau-Mont-Royal",
    address: "4327, rue Drolet, Montréal (Québec) H2W 2L7",
    point: (45.52140, -73.57890),
    capacity: 4,
    bedrooms: 2,
    beds: 2,
    nightly: 14_500,
    cleaning_fee: 6000,
    season: Some(Season {
        from: (6, 15),
        to: (8, 25),
        nightly: 18_900,
    }),
    min_nights: 2,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob kettle coffee-maker tv hair-dryer iron bath crib balcony smoke-alarm",
    house_rules: "Salt the steps when it freezes: bucket inside the door. No parties after eleven, the bassist rises \
                  early for a musician.",
    arrival_notes: "Second floor, turquoise door. The lock turns the wrong way; it was put in by my ex. If you arrive \
                    by car read all four signs on the pole, then read them again.",
    ..USUAL
};

pub(super) const ACTORS_ROOM: Home = Home {
    key: "montreal/actors-room",
    host: &GENEVIEVE,
    title: "Room with a piano in Mile End",
    description: &[
        "For one person who likes other people's books. I tour, so half the time you have the whole flat and only pay \
         for a room; the other half you have me, learning lines aloud in the bath.",
        "Single bed, tall window, a piano with two dead keys. The bagels are four minutes away, hot at any hour, and \
         the war over which bakery is better I leave to you.",
    ],
    kind: Kind::PrivateRoom,
    neighbourhood: "Mile End",
    address: "5290, rue Waverly, Montréal (Québec) H2T 2X7",
    point: (45.52350, -73.59790),
    capacity: 1,
    nightly: 6800,
    cleaning_fee: 1500,
    max_nights: 60,
    check_in: (16, 22),
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer fridge kettle \
        dedicated-workspace iron long-stays smoke-alarm",
    house_rules: "Wash the moka pot without soap. Piano between ten and eight. If you hear me arguing alone, it is \
                  Molière.",
    arrival_notes: "Ring 5290, not 5292, they have a baby. The inside door sticks in humid weather: lift, push, \
                    apologise to it.",
    ..USUAL
};

pub(super) const OLD_PORT_LOFT: Home = Home {
    key: "montreal/old-port-loft",
    host: &GENEVIEVE,
    title: "Warehouse loft by the Old Port",
    description: &[
        "Furs were sorted on this floor, by quality, near the north windows. The beams are Douglas fir, forty \
         centimetres square, and carry the marks of the saw.",
        "One very large room: bed behind a bookcase, sofa bed in front of it, kitchen for people who can cook. The \
         wall between you and the clatter of calèche tourists is stone, the windows are not, so in July shut them \
         and use the air.",
    ],
    property: Property::Loft,
    neighbourhood: "Vieux-Montréal",
    address: "410, rue Saint-Paul Est, bureau 305, Montréal (Québec) H2Y 1H5",
    point: (45.50890, -73.55110),
    capacity: 4,
    beds: 2,
    nightly: 23_500,
    cleaning_fee: 8000,
    season: Some(Season {
        from: (6, 15),
        to: (9, 5),
        nightly: 28_900,
    }),
    min_nights: 2,
    check_in: (15, 23),
    cutoff: 20,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob microwave kettle coffee-maker tv dedicated-workspace hair-dryer iron self-check-in paid-parking \
        lift gym smoke-alarm fire-extinguisher",
    house_rules: "Absolutely no filming and no bachelor parties, the deposit I don't take is my trust in you. Quiet \
                  after eleven.",
    arrival_notes: "Keypad downstairs, lift to 3, second keypad. The radiators are steam and cannot be turned down, \
                    only argued with: open the small window.",
    ..USUAL
};

pub(super) const GARDEN_TRIPLEX: Home = Home {
    key: "montreal/garden-triplex",
    host: &GENEVIEVE,
    title: "Ground floor with a garden, Petite Italie",
    description: &[
        "The signora who sold it to me left the vines, the fig in its winter coffin and a cantina full of jars. I \
         have kept everything but the 1998 eggplants.",
        "Two bedrooms, a double sofa, a back yard with a table under the pergola. Jean-Talon market is a seven \
         minutes' walk with an empty bag, ten with a full one.",
        "Montréal's Little Italy counts its cafés by football club. Choose with care in June.",
    ],
    neighbourhood: "Petite Italie",
    address: "6845, avenue De Gaspé, Montréal (Québec) H2S 2Y3",
    point: (45.53420, -73.61010),
    capacity: 5,
    bedrooms: 2,
    beds: 3,
    nightly: 15_800,
    cleaning_fee: 6000,
    min_nights: 3,
    max_nights: 30,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob microwave kettle coffee-maker tv hair-dryer iron private-entrance long-stays pets-allowed crib \
        high-chair garden barbecue smoke-alarm",
    house_rules: "Grapes in September are yours up to what you can eat standing. Dogs may dig by the fence only. \
                  Barbecue off at ten.",
    arrival_notes: "Ground floor, own door, lion knocker. The lights in the yard are on the switch behind the fridge, \
                    where else.",
    ..USUAL
};

pub(super) const SUGAR_HOUSE: Home = Home {
    key: "montreal/sugar-house",
    host: &GENEVIEVE,
    title: "Farmhouse and sugar shack, L'Île-Bizard",
    description: &[
        "My uncle's house, stone, 1807, with a maple bush behind. In March the sap runs and he boils it day and \
         night; guests who carry buckets are paid in taffy on snow.",
        "Four bedrooms, six beds, two baths, a wood stove that heats three quarters of the house. The last quarter is \
         called Siberia and has extra quilts.",
        "You reach it by bridge, or in summer by the little ferry from Laval, which holds about a dozen cars and one \
         dog that lives aboard.",
    ],
    property: Property::Farm,
    neighbourhood: "L'Île-Bizard",
    address: "1290, chemin du Bord-du-Lac, L'Île-Bizard (Québec) H9E 1B9",
    point: (45.50010, -73.89560),
    capacity: 8,
    bedrooms: 4,
    beds: 6,
    half_baths: 4,
    nightly: 31_500,
    cleaning_fee: 12_000,
    season: Some(Season {
        from: (3, 10),
        to: (4, 15),
        nightly: 36_500,
    }),
    min_nights: 2,
    check_in: (16, 20),
    policy: Policy::Strict,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer dishwasher fridge oven hob microwave \
        kettle coffee-maker tv hair-dryer bath private-entrance pets-allowed crib high-chair free-parking bicycles \
        garden barbecue waterfront fireplace sauna smoke-alarm carbon-monoxide-alarm fire-extinguisher first-aid-kit",
    house_rules: "Nobody in the sugar shack without my uncle. Snowmobiles stop at the fence. Dogs are fine, hens are \
                  not toys.",
    arrival_notes: "Park beside the barn. Ghislain will come out, he always does; if he speaks too fast nod, he is \
                    offering you coffee. Keys hang inside the summer kitchen.",
    ..USUAL
};
