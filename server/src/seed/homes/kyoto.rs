//! Misaki's and Kenta's homes in Kyoto.

mod kenta;

use chrono_tz::Tz;
use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};

use super::{Home, Season, Town, USUAL};
use crate::seed::cast::{KENTA, MISAKI};

pub const TOWN: Town = Town {
    name: "Kyoto",
    country: "JP",
    currency: "JPY",
    timezone: Tz::Asia__Tokyo,
    centre: (35.0211, 135.7538),
    neighbourhoods: &[
        ("Nishijin", 35.0298, 135.7462),
        ("Demachiyanagi", 35.0302, 135.7727),
        ("Ginkakuji", 35.0262, 135.7962),
        ("Fushimi", 34.9325, 135.7612),
        ("Gion", 35.0037, 135.7756),
        ("Shimogyo", 34.9890, 135.7570),
        ("Arashiyama", 35.0120, 135.6780),
        ("Ohara", 35.1190, 135.8310),
    ],
    busy: [42, 44, 72, 86, 66, 50, 52, 56, 56, 74, 88, 52],
    homes: &[
        LOOM_HOUSE,
        TATAMI_ROOM,
        GARDEN_HOUSE,
        TWO_RIVERS,
        SAKE_STORE,
        STONE_LANE,
        STATION_FLAT,
        RIVER_CABIN,
        kenta::THATCHED_FARM,
    ],
};

/// The weeks in which the cherries may flower.
const fn cherries(nightly: i64) -> Option<Season> {
    Some(Season {
        from: (3, 22),
        to: (4, 12),
        nightly,
    })
}

const LOOM_HOUSE: Home = Home {
    key: "kyoto/loom-house",
    host: &MISAKI,
    title: "Weaver's townhouse in Nishijin · 西陣の町家",
    description: &[
        "築百年の織屋建の町家です。My grandmother wove obi in the front room until she was eighty-one. The loom is still \
         there, under the skylight that was cut for it, and the house is arranged around it.",
        "Sliding doors, a kitchen with an earthen floor and a modern stove, a garden of four square metres with one maple. \
         You sleep on futon in two tatami rooms upstairs; I lay them out before you come.",
        "It is cold in January and cool in August, as houses were. There are heaters, kotatsu and quilts for the first, and \
         air conditioning in the bedrooms for the second.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Nishijin",
    address: "京都市上京区大宮通五辻上ル 412",
    point: (35.03102, 135.74784),
    capacity: 5,
    bedrooms: 2,
    beds: 5,
    half_baths: 3,
    nightly: 32_000,
    cleaning_fee: 8_000,
    season: cherries(46_000),
    min_nights: 2,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer \
        fridge hob microwave kettle hair-dryer bath private-entrance luggage-drop-off \
        bicycles garden smoke-alarm fire-extinguisher first-aid-kit",
    house_rules: "Shoes off at the step. Please touch the loom with your eyes. The walls are paper: after nine, talk as you would \
                  in a library.",
    arrival_notes: "The lattice door slides to the left. The code is your check-in date, month and day. If the bath says 42, it \
                    means it.",
    ..USUAL
};

const TATAMI_ROOM: Home = Home {
    key: "kyoto/tatami-room",
    host: &MISAKI,
    title: "Tatami room over the workshop",
    description: &[
        "Six mats, a low table, a window on the lane. Below you is our workshop: from nine to five you hear the looms, a \
         sound like a slow train, and then it is quiet.",
        "The bathroom is shared with me and my cat, Botan. There is a kettle, good tea, and a rice cooker that you may use. \
         The public bath around the corner opens at three and I lend you the basket.",
    ],
    kind: Kind::PrivateRoom,
    property: Property::House,
    neighbourhood: "Nishijin",
    address: "京都市上京区智恵光院通今出川上ル 88",
    point: (35.03035, 135.74506),
    beds: 2,
    nightly: 9_800,
    check_in: (17, 21),
    check_out: 10,
    cutoff: 16,
    max_nights: 14,
    policy: Policy::Flexible,
    amenities: "wifi heating air-conditioning hot-water essentials bed-linen kettle \
        dedicated-workspace hair-dryer bicycles smoke-alarm",
    house_rules: "No shoes, no smoking, no closing the cat in. The front door is locked at eleven.",
    arrival_notes: "Come after five, when the looms have stopped: before that nobody hears the bell. 玄関は路地の奥です。",
    ..USUAL
};

const GARDEN_HOUSE: Home = Home {
    key: "kyoto/garden-house",
    host: &MISAKI,
    title: "Garden house by the Philosopher's Path",
    description: &[
        "A professor built it in 1931, half Japanese, half what he remembered of Marburg: a tatami room with an alcove, and \
         beside it a study with a bay window and a writing desk that looks at moss.",
        "Two bedrooms, one with Western beds. The garden is looked after by Mr Ueda, who comes on Monday mornings and does \
         not speak before ten.",
        "The canal with the cherry trees is ninety metres away. Go at six in the morning and it is yours.",
    ],
    property: Property::House,
    neighbourhood: "Ginkakuji",
    address: "京都市左京区鹿ヶ谷法然院西町 27",
    point: (35.02318, 135.79452),
    capacity: 4,
    bedrooms: 2,
    beds: 4,
    half_baths: 3,
    nightly: 41_000,
    cleaning_fee: 9_000,
    season: cherries(68_000),
    min_nights: 2,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer \
        dryer fridge oven hob microwave kettle coffee-maker dedicated-workspace \
        hair-dryer iron bath private-entrance garden smoke-alarm fire-extinguisher",
    house_rules: "Please walk on the stones, not on the moss: it took him forty years. No suitcases with wheels on the tatami.",
    arrival_notes: "Bus 32 to Minamida-chō, then up the lane with the red post box. I wait at the gate with the key and show you \
                    the bath.",
    ..USUAL
};

const TWO_RIVERS: Home = Home {
    key: "kyoto/two-rivers",
    host: &MISAKI,
    title: "Small flat where two rivers meet",
    description: &[
        "Twenty-four square metres on the fourth floor, all of them used. From the balcony you see the stepping stones where \
         the Takano joins the Kamo, and in the evening somebody practising the trumpet under the bridge.",
        "A semi-double bed, a table for two, a kitchen where one person can cook while the other reads aloud. The train to \
         Kurama leaves from the station below.",
    ],
    neighbourhood: "Demachiyanagi",
    address: "京都市左京区田中下柳町 5, 402",
    point: (35.03008, 135.77248),
    nightly: 13_500,
    cleaning_fee: 4_000,
    season: cherries(19_500),
    max_nights: 60,
    policy: Policy::Standard,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer \
        fridge hob microwave kettle tv hair-dryer self-check-in long-stays lift \
        balcony waterfront smoke-alarm",
    house_rules: "Rubbish is sorted into four bags; the picture on the fridge shows how. No smoking on the balcony, the neighbours' \
                  washing hangs above it.",
    arrival_notes: "Post box 402, turn right twice to 4, once left to 0: the card inside opens the lift and the door. I live ten \
                    minutes away if it does not.",
    ..USUAL
};

const SAKE_STORE: Home = Home {
    key: "kyoto/sake-store",
    host: &KENTA,
    title: "Sake store with a cypress bath in Fushimi",
    description: &[
        "A brewery kept its barrels here from 1908. I bought the walls and the roof and made the rest: larch floors, a \
         kitchen island from a barrel lid, and a bath of hinoki that smells of the forest when it fills.",
        "Two bedrooms with real beds, and a loft with two futon that children take over in the first minute. The white \
         plaster keeps it cool; there is underfloor heating for the other months.",
        "The breweries next door pour from ten. The canal boats pass in spring and autumn.",
    ],
    property: Property::House,
    neighbourhood: "Fushimi",
    address: "京都市伏見区南浜町 247",
    point: (34.93012, 135.76148),
    capacity: 6,
    bedrooms: 2,
    beds: 5,
    half_baths: 4,
    nightly: 48_000,
    cleaning_fee: 12_000,
    season: cherries(62_000),
    min_nights: 2,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer \
        dryer dishwasher fridge oven hob microwave kettle coffee-maker tv hair-dryer \
        iron bath private-entrance self-check-in crib high-chair free-parking bicycles \
        waterfront smoke-alarm fire-extinguisher",
    house_rules: "Rinse before the bath, and leave the lid open afterwards so that the wood dries. The loft ladder is steep: not \
                  under six, not after sake.",
    arrival_notes: "Parking is the gravel square behind the white wall. The door is the one that looks too heavy, it slides to the \
                    right. Code by message on the morning you arrive.",
    ..USUAL
};

const STONE_LANE: Home = Home {
    key: "kyoto/stone-lane",
    host: &KENTA,
    title: "Narrow house on a stone lane in Gion",
    description: &[
        "Three metres wide and eleven long, as the tax of 1780 wanted it. A family of fan makers lived here; the drawers \
         along the stairs were theirs and hold your things now.",
        "Below: a room with a sunken table, the kitchen, a stone bath. Above: one tatami room with three futon, and a window \
         from which you see lanterns and, with luck, somebody hurrying to work in full dress.",
    ],
    property: Property::Townhouse,
    neighbourhood: "Gion",
    address: "京都市東山区小松町 11-8",
    point: (35.00086, 135.77597),
    capacity: 3,
    beds: 3,
    nightly: 36_500,
    cleaning_fee: 9_000,
    season: cherries(58_000),
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer \
        fridge hob kettle coffee-maker hair-dryer bath private-entrance \
        luggage-drop-off smoke-alarm fire-extinguisher",
    house_rules: "The lane is a private one: no photographs of neighbours, no suitcases rolling after nine at night. Carry them, I \
                  help.",
    arrival_notes: "Taxis cannot enter. Get out at Yasaka Street, walk to the stone lantern, second door with the indigo curtain. I \
                    come by bicycle in five minutes when you ring.",
    ..USUAL
};

const STATION_FLAT: Home = Home {
    key: "kyoto/station-flat",
    host: &KENTA,
    title: "Plain bright flat ten minutes from Kyoto Station",
    description: &[
        "Nothing old about it, except the temple next door. New floor, white walls, a bed that I would sleep in myself, a \
         sofa that becomes another, and a desk at the window.",
        "It is for people who take early trains. The lift works, the shower is strong, and the shop downstairs never closes.",
    ],
    neighbourhood: "Shimogyo",
    address: "京都市下京区西洞院通七条上ル 301",
    point: (34.99042, 135.75536),
    capacity: 3,
    beds: 2,
    nightly: 15_800,
    cleaning_fee: 5_000,
    check_in: (15, 23),
    cutoff: 21,
    max_nights: 90,
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer \
        dryer fridge hob microwave kettle tv dedicated-workspace hair-dryer iron \
        self-check-in luggage-drop-off long-stays lift paid-parking smoke-alarm \
        fire-extinguisher",
    house_rules: "No smoking anywhere in the building. The temple bell rings at six; that is not a complaint one can make.",
    arrival_notes: "Keypad at the entrance and the same code at the door of 301. Heating and cooling are on the panel by the bed, \
                    green button. 駅から徒歩十分です。",
    ..USUAL
};

const RIVER_CABIN: Home = Home {
    key: "kyoto/river-cabin",
    host: &KENTA,
    title: "Carpenter's cabin above the Katsura",
    description: &[
        "I built it as a workshop, then people kept asking to sleep here. Cedar inside and out, one room with a gallery, a \
         wood stove, and a deck over the slope where monkeys sit if you leave bread.",
        "Two beds below, two mattresses above. The kitchen has gas and a good knife. When the excursion boats have gone, \
         about four, the valley is silent.",
    ],
    property: Property::Cabin,
    neighbourhood: "Arashiyama",
    address: "京都市西京区嵐山元録山町 6",
    point: (35.00986, 135.67342),
    capacity: 4,
    beds: 4,
    nightly: 27_000,
    cleaning_fee: 7_000,
    season: Some(Season {
        from: (11, 10),
        to: (12, 5),
        nightly: 39_000,
    }),
    min_nights: 2,
    amenities: "wifi kitchen heating hot-water essentials bed-linen fridge hob kettle \
        coffee-maker private-entrance pets-allowed free-parking balcony barbecue \
        waterfront fireplace smoke-alarm carbon-monoxide-alarm fire-extinguisher \
        first-aid-kit",
    house_rules: "No food on the deck overnight. Burn only the split wood. Dogs that do not answer back to monkeys are welcome.",
    arrival_notes: "From Arashiyama station cross the bridge, then 400 m upstream on the right bank; the path is lit until ten. \
                    The key is in the toolbox marked 鑿.",
    ..USUAL
};
