//! The 5,780 homes of Edinburgh, when the file is there.

use std::{env, io::Write as _};

use server::imports::inside_airbnb::Written;

use super::*;

/// The file that `HBNB_INSIDE_AIRBNB` names, if it does.
fn real_file() -> Option<PathBuf> {
    let file = env::var_os("HBNB_INSIDE_AIRBNB").filter(|file| !file.is_empty());
    if file.is_none() {
        // Straight to the terminal: captured, nobody would learn of it.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: the homes of Edinburgh, because HBNB_INSIDE_AIRBNB names no file of Inside Airbnb"
        );
    }
    file.map(PathBuf::from)
}

stories! {
    async fn the_homes_of_edinburgh_land_once(state: TestState) {
        let Some(file) = real_file() else { return };
        let report = import(&state, &file, |_| {}).await.expect("an import");
        assert_eq!(report.rows, 5_780);
        assert_eq!(report.written, Written { added: 4_873, changed: 0, unchanged: 0 });
        assert_eq!(report.reasons(), [("it has no price".to_owned(), 907)]);
        assert_eq!((report.place.as_str(), report.currency), ("Edinburgh, United Kingdom", "GBP"));
        let homes = homes(&state).await;
        assert_eq!(homes.len(), 4_873);
        let tagged = |text: &str| ["<br", "</", "&amp;", "&nbsp;"].iter().any(|tag| text.contains(tag));
        assert!(homes.iter().all(|home| !tagged(&home.title) && !tagged(&home.description)));
        assert!(homes.iter().all(|home| home.timezone == "Europe/London" && home.neighbourhood_id.is_some()));
        let places = all_places(&state).await;
        let city = places.iter().find(|place| place.kind == "city").expect("the city");
        assert_eq!(city.listings, 4_873);
        let neighbourhoods = places.iter().filter(|place| place.kind == "neighbourhood");
        assert_eq!(neighbourhoods.map(|place| place.listings).sum::<u32>(), 4_873);
        let again = import(&state, &file, |_| {}).await.expect("a second import");
        assert_eq!(again.written, Written { added: 0, changed: 0, unchanged: 4_873 });
    }
}
