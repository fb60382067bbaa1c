//! What a new site brings along for its first host, and how little a look costs.

use server::{hosting, telemetry::statements::counted};

use crate::{hosting::said::*, support::*};

stories! {
    async fn a_site_without_demo_and_imports_has_all_that_a_host_needs(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        let (view, statements) = counted(edit(&state, &ailsa, id)).await;
        assert_eq!(statements, 3);
        assert_eq!(view.catalogue.first().map(|offer| offer.slug.as_str()), Some("wifi"));
        assert!(view.catalogue.len() > 40 && view.currencies.len() > 40);
        assert!(view.currencies.is_sorted_by_key(|currency| currency.code()));
    }

    async fn a_host_has_so_many_drafts_and_no_more(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for number in 1..=40 {
            let form = hosting::PlaceForm { address: format!("{number} Harbour Row"), ..place("Falmouth") };
            hosting::create(&state.ctx, &ailsa, form).await.expect("a draft");
        }
        let one_more = hosting::create(&state.ctx, &ailsa, place("Leeds")).await;
        assert_eq!(crate::stage::refusal(one_more).status(), 429);
    }
}
