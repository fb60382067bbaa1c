//! What a picture shows, for those who do not see it.

use domain::listings::Property;

use super::{
    home::{Home, Season},
    light::Hour,
    outside,
    spec::{Spec, View},
};

/// One sentence without its full stop.
pub fn alt(spec: &Spec) -> String {
    let home = Home::of(spec);
    let hour = home.hour_of(spec.view);
    match spec.view {
        View::Outside | View::Evening => {
            let (what, how) = (building(spec.property), outside::view(&home).words());
            let lit = if hour.is_dark() {
                ", its windows lit"
            } else {
                ""
            };
            format!(
                "Drawing of {what} {how}, {} {}{lit}",
                season(home.season),
                time(hour)
            )
        }
        view => format!(
            "Drawing of {}, {}",
            room(view, spec.property, spec.beds),
            time(hour)
        ),
    }
}

fn building(property: Property) -> &'static str {
    match property {
        Property::Apartment => "a house of flats",
        Property::House | Property::Other => "a house",
        Property::Cabin => "a wooden cabin",
        Property::Cottage => "a cottage",
        Property::Loft => "a former warehouse",
        Property::Villa => "a villa",
        Property::Townhouse => "a townhouse",
        Property::Boat => "a houseboat",
        Property::Farm => "a farmhouse",
        Property::Guesthouse => "a guest house",
        Property::Hotel => "a hotel",
    }
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "in spring,",
        Season::Summer => "in summer,",
        Season::Autumn => "in autumn,",
        Season::Winter => "in winter,",
    }
}

fn time(hour: Hour) -> &'static str {
    match hour {
        Hour::Dawn => "early in the morning",
        Hour::Day => "by day",
        Hour::Golden => "in the evening sun",
        Hour::Dusk => "at dusk",
        Hour::Night => "at night",
    }
}

fn room(view: View, property: Property, beds: u8) -> String {
    let afloat = property == Property::Boat;
    let words = match view {
        View::Living if afloat => "a cabin with sofa and table by the portholes",
        View::Living => "a living room with seats around a low table by the window",
        View::Studio => return format!("the one room, with {} by the window", sleeping(beds)),
        View::Bedroom => return format!("a bedroom with {}", sleeping(beds)),
        View::Second => return format!("a second bedroom with {}", sleeping(beds)),
        View::Bunks => return format!("another bedroom with {}", sleeping(beds)),
        View::Kitchen if afloat => "a galley with stove, sink and table",
        View::Kitchen => "a kitchen with stove and sink under the window",
        View::Dining => "a table with chairs under two lamps",
        View::Bath => "a bathroom with a tub, a basin and a round mirror",
        View::Desk => "a desk by the window with a lamp and shelves of books",
        View::Balcony => "a balcony with two chairs, over the roofs",
        View::Garden => "a table and chairs under the trees of the garden",
        View::Fireside => "an armchair by the fire",
        View::Pool => "a pool with loungers and a parasol",
        View::Sauna => "a sauna with two benches and hot stones",
        View::Outlook => "the view from a window over roofs and trees",
        View::Outside | View::Evening => "the house",
    };
    words.into()
}

fn sleeping(beds: u8) -> String {
    match beds {
        0 | 1 => "one wide bed".into(),
        2 => "two beds side by side".into(),
        3 => "three beds side by side".into(),
        many => format!("{many} bunks"),
    }
}
