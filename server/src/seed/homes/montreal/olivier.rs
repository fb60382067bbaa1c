//! Olivier's homes in Montréal.

use domain::{cancellation::Policy, listings::Property};

use crate::seed::{
    cast::OLIVIER,
    homes::{Home, Season, USUAL},
};

pub(super) const RIVER_FLAT: Home = Home {
    key: "montreal/river-flat",
    host: &OLIVIER,
    title: "Four-and-a-half near the river, Verdun",
    description: &[
        "Four and a half rooms, where the half is the bathroom: that is how we count. Big kitchen, double parlour \
         with a day bed, small bedroom at the back over the lane.",
        "Two bikes are in the shed, tuned by me, and the path along the river goes as far as your legs. There is a \
         beach, an urban one, with lifeguards and rapids to look at.",
        "Third floor. The neighbours smoke on their balcony and will offer you a chair.",
    ],
    neighbourhood: "Verdun",
    address: "421, 2e Avenue, Montréal (Québec) H4G 2W5",
    point: (45.46330, -73.56540),
    capacity: 3,
    beds: 2,
    nightly: 10_800,
    cleaning_fee: 4400,
    min_nights: 2,
    max_nights: 90,
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer fridge oven hob kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron long-stays bicycles balcony smoke-alarm",
    house_rules: "Bring the bikes in at night. No winter boots past the mat, the salt eats the varnish.",
    arrival_notes: "Code 2 on the gate, key in the saddlebag of the pink bicycle on the landing. Metro De l'Église, \
                    then toward the water.",
    ..USUAL
};

pub(super) const CANAL_LOFT: Home = Home {
    key: "montreal/canal-loft",
    host: &OLIVIER,
    title: "Canning-factory loft in Saint-Henri",
    description: &[
        "They tinned peas here. The ceilings are five metres, the windows are industrial, and on very cold mornings \
         frost draws ferns on the inside, which the manager says is normal.",
        "A bed on the mezzanine, an open kitchen, a couch too big ever to leave by the door it came in. Lachine canal \
         is across the parking lot, Atwater market fifteen minutes along it.",
        "Freight trains cross Saint-Ambroise at night. One long, two short.",
    ],
    property: Property::Loft,
    neighbourhood: "Saint-Henri",
    address: "4020, rue Saint-Ambroise, app. 267, Montréal (Québec) H4C 2C7",
    point: (45.47610, -73.58080),
    nightly: 13_900,
    cleaning_fee: 5000,
    min_nights: 2,
    max_nights: 60,
    check_in: (15, 22),
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob kettle coffee-maker tv dedicated-workspace hair-dryer iron self-check-in long-stays free-parking \
        bicycles lift waterfront smoke-alarm",
    house_rules: "Mezzanine stair has no risers: not for toddlers, not for high heels. No tools on the bike stand \
                  that you cannot name.",
    arrival_notes: "Door code, corridor to the very end, left. The parking spot is 267 too. In a snow operation the \
                    siren means move your car within the hour.",
    ..USUAL
};

pub(super) const ROSEMONT_BASEMENT: Home = Home {
    key: "montreal/rosemont-basement",
    host: &OLIVIER,
    title: "Warm basement studio in Rosemont",
    description: &[
        "It is a basement and I call it a basement. The ceiling is 2.05 m, the two windows look at the ankles of my \
         tomatoes, and in February it is the warmest place on the street.",
        "Firm double bed, little kitchen, shower you step over a ledge for. My kids run above from seven to seven \
         thirty, then they run to school.",
    ],
    neighbourhood: "Rosemont",
    address: "5764, 10e Avenue, Montréal (Québec) H1Y 2G2",
    point: (45.54560, -73.58420),
    nightly: 7900,
    cleaning_fee: 3500,
    max_nights: 90,
    check_in: (15, 23),
    cutoff: 21,
    policy: Policy::Flexible,
    amenities: "wifi kitchen heating hot-water essentials bed-linen washer dryer fridge hob microwave kettle \
        coffee-maker tv dedicated-workspace hair-dryer iron self-check-in private-entrance long-stays smoke-alarm",
    house_rules: "Take boots off in the vestibule. Please no frying fish: the vent goes to my daughter's room.",
    arrival_notes: "Side path on the left of the house, light goes on by itself, keypad 1 + your code. Watch the \
                    third step, it was poured by my father-in-law.",
    ..USUAL
};

pub(super) const VILLAGE_LAKESIDE: Home = Home {
    key: "montreal/village-lakeside",
    host: &OLIVIER,
    title: "Lakeside clapboard house in Pointe-Claire",
    description: &[
        "My in-laws summer in Gaspé, so you summer at their place. White boards, a porch on two sides, a lawn that \
         runs down to Lac Saint-Louis and stops at a canoe.",
        "Upstairs three bedrooms with wallpaper that was chosen in 1974 and will outlast us. One full bath, one \
         powder room under the stairs where the light cord is on the outside.",
        "The village has a windmill, an ice cream counter and a bakery with a line. The train to downtown takes half \
         an hour when it feels like it.",
    ],
    property: Property::House,
    neighbourhood: "Pointe-Claire",
    address: "288, chemin du Bord-du-Lac, Pointe-Claire (Québec) H9S 4L3",
    point: (45.43030, -73.81840),
    capacity: 6,
    bedrooms: 3,
    beds: 4,
    half_baths: 3,
    nightly: 24_800,
    cleaning_fee: 9000,
    season: Some(Season {
        from: (6, 20),
        to: (9, 1),
        nightly: 31_000,
    }),
    min_nights: 3,
    policy: Policy::Strict,
    amenities: "wifi kitchen heating air-conditioning hot-water essentials bed-linen washer dryer dishwasher fridge \
        oven hob microwave kettle coffee-maker tv hair-dryer iron bath private-entrance pets-allowed crib high-chair \
        free-parking garden barbecue waterfront smoke-alarm",
    house_rules: "Life jackets in the canoe, both people, always. Goose droppings on the lawn are the geese's. No \
                  fireworks.",
    arrival_notes: "Key under the third gnome. Set the alarm to Home, not Away, or you meet the local police, who are \
                    nice.",
    ..USUAL
};
