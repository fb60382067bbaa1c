//! What the options decide, and what is asked for when neither they nor the file tell.

use super::*;

stories! {
    async fn options_decide_over_what_the_file_suggests(state: TestState) {
        let report = import(&state, &fixture("nowhere-known.csv"), |options| {
            options.city = Some("Forsinard".into());
            options.country = Some("gb".into());
            options.currency = Some("eur".into());
            options.timezone = Some("Europe/Dublin".into());
        })
        .await
        .expect("an import");
        assert_eq!((report.place.as_str(), report.currency), ("Forsinard, United Kingdom", "EUR"));
        let cottage = home(&state, "301").await;
        assert_eq!((cottage.currency.as_str(), cottage.timezone.as_str()), ("EUR", "Europe/Dublin"));
        assert_eq!(cottage.shortest_ref, 8_000);
    }

    async fn what_is_not_known_is_asked_for_in_one_sentence(state: TestState) {
        let file = fixture("nowhere-known.csv");
        assert_eq!(
            refusal(&state, &file, |_| {}).await,
            "The homes lie around 58.357, -3.896, where no city is known here: name it with --city and --country."
        );
        assert_eq!(
            refusal(&state, &file, |options| options.city = Some("Forsinard".into())).await,
            "In which country is Forsinard? Name it with --country."
        );
        let strange = |change: fn(&mut Options)| {
            move |options: &mut Options| {
                options.city = Some("Forsinard".into());
                options.country = Some("GB".into());
                change(options);
            }
        };
        for (change, sentence) in [
            (strange(|o| o.country = Some("Atlantis".into())), "“Atlantis” is no country: write its name in English, or its code such as GB."),
            (strange(|o| o.currency = Some("quid".into())), "“quid” is no currency: write its code, such as GBP."),
            (strange(|o| o.timezone = Some("Leith".into())), "“Leith” is no time zone: write it as in Europe/London."),
            (strange(|o| o.currency = Some("KWD".into())), "There is no exchange rate for KWD: put one into exchange_rates first."),
        ] {
            assert_eq!(refusal(&state, &file, change).await, sentence);
        }
        assert!(homes(&state).await.is_empty());
    }

    async fn a_country_that_the_coordinates_contradict_is_asked_about(state: TestState) {
        let sentence = refusal(&state, &fixture("summary.csv"), |options| options.country = Some("Mexico".into())).await;
        assert!(sentence.contains("in Japan, not in Mexico: name the city with --city."), "{sentence}");
    }
}
