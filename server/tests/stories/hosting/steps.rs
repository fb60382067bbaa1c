//! Each step, kept and refused.

use domain::Pricing;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use server::entities::listings;
use server::hosting::{BasicsForm, Change, PriceForm, RulesForm, StaysForm, TextForm};

use crate::{
    hosting::said::*,
    stage::{fields, refusal},
    support::*,
};

fn pricing(home: &listings::Model) -> Pricing {
    serde_json::from_str(&home.pricing).expect("a pricing")
}

stories! {
    async fn what_was_said_stands_in_the_forms_again(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = complete(&state, &ailsa, "Falmouth").await;
        let view = edit(&state, &ailsa, id).await;
        assert_eq!((&view.basics, &view.stays), (&basics(), &stays()));
        assert_eq!((&view.text, &view.rules), (&text("The net loft"), &rules()));
        assert_eq!(view.price, price("GBP", "124.50"));
        assert_eq!(view.amenities, ["wifi", "kettle"], "in the order of the catalogue");
        assert_eq!(view.place.city, "Falmouth");
        assert_eq!((view.place.latitude.as_str(), view.place.longitude.as_str()), ("50.1544", "-5.0711"));
        assert!(!view.fixed && view.registration.is_none());
    }

    async fn mistakes_are_told_beside_their_fields_and_nothing_is_written(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        let before = row(&state, id).await;
        let wrong = [
            (
                Change::Basics(BasicsForm { kind: "castle".into(), capacity: "four".into(), baths: "1.3".into(), ..basics() }),
                vec!["kind", "capacity", "baths"],
            ),
            (Change::Amenities(vec!["wifi".into(), "moat".into()]), vec!["amenity"]),
            (Change::Text(TextForm { title: "<b></b>".into(), description: "Nice.".into() }), vec!["title", "description"]),
            (Change::Price(price("GBP", "free")), vec!["nightly"]),
            (Change::Price(price("GBP", "0")), vec!["nightly"]),
            (Change::Price(price("JPY", "120.50")), vec!["nightly"]),
            (Change::Price(price("quid", "12")), vec!["currency"]),
            (Change::Price(price("KWD", "12")), vec!["currency"]),
            (
                Change::Stays(StaysForm { max_nights: "1".into(), check_in_until: "15:00".into(), cutoff: "noon".into(), ..stays() }),
                vec!["cutoff", "max_nights", "check_in_until"],
            ),
            (Change::Rules(RulesForm { policy: "kind".into(), ..rules() }), vec!["policy"]),
        ];
        for (change, expected) in wrong {
            assert_eq!(fields(save(&state, &ailsa, id, change).await), expected);
        }
        assert_eq!(row(&state, id).await, before);
    }

    async fn texts_are_kept_without_markup(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        let typed = TextForm {
            title: "Loft <script>alert(1)</script>& <3 sea".into(),
            description: "Warm <b>rooms</b><br>and a view<img src=x onerror=alert(1)> of the whole harbour, day and night.".into(),
        };
        save(&state, &ailsa, id, Change::Text(typed)).await.expect("a step");
        let home = row(&state, id).await;
        assert_eq!(home.title, "Loft & <3 sea");
        assert_eq!(home.description, "Warm rooms\nand a view of the whole harbour, day and night.");
    }

    async fn the_same_step_sent_twice_is_one(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        let send = |change: Change| server::hosting::save(&state.ctx, &ailsa, id, "1", change);
        assert_eq!(send(Change::Basics(basics())).await.expect("kept"), 2);
        assert_eq!(send(Change::Basics(basics())).await.expect("kept already"), 2);
        let amenities = || Change::Amenities(vec!["pool".into(), "wifi".into()]);
        let again = || server::hosting::save(&state.ctx, &ailsa, id, "2", amenities());
        assert_eq!(again().await.expect("kept"), 3);
        assert_eq!(again().await.expect("kept already"), 3);
        let same_place = edit(&state, &ailsa, id).await.place;
        assert_eq!(send(Change::Place(same_place)).await.expect("nothing new"), 3);
    }

    async fn each_new_price_counts_up_and_is_what_search_compares(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        assert_eq!((pricing(&row(&state, id).await).version, row(&state, id).await.nightly_ref), (1, 0));
        save(&state, &ailsa, id, Change::Price(price("GBP", "100"))).await.expect("a price");
        let first = row(&state, id).await;
        assert_eq!((pricing(&first).version, pricing(&first).nightly), (2, 10_000));
        assert!((11_000..13_000).contains(&first.nightly_ref), "{}", first.nightly_ref);
        assert_eq!((first.fixed_ref, first.shortest_ref), (0, first.nightly_ref));

        let dearer = PriceForm { cleaning_fee: "60".into(), ..price("GBP", "£1,100") };
        save(&state, &ailsa, id, Change::Price(dearer)).await.expect("a price");
        save(&state, &ailsa, id, Change::Stays(stays())).await.expect("two nights at least");
        let second = row(&state, id).await;
        assert_eq!((pricing(&second).version, pricing(&second).nightly), (3, 110_000));
        let halved = second.nightly_ref + second.fixed_ref / 2;
        assert!((second.shortest_ref - halved).abs() <= 1, "{} is not {halved}", second.shortest_ref);

        save(&state, &ailsa, id, Change::Price(price("JPY", "15000"))).await.expect("another currency");
        let third = row(&state, id).await;
        assert_eq!((third.currency.as_str(), pricing(&third).version), ("JPY", 4));
        assert_eq!(pricing(&third).nightly, 15_000);
    }

    async fn what_it_offers_moves_a_home_up(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        let bare = row(&state, id).await.rank;
        let some = vec!["wifi".into(), "kettle".into(), "wifi".into()];
        save(&state, &ailsa, id, Change::Amenities(some)).await.expect("a step");
        assert_eq!(row(&state, id).await.rank, bare + 2);
        save(&state, &ailsa, id, Change::Amenities(vec!["pool".into()])).await.expect("a step");
        let view = edit(&state, &ailsa, id).await;
        assert_eq!(view.amenities, ["pool"]);
        assert_eq!(row(&state, id).await.rank, bare + 1);
        save(&state, &ailsa, id, Change::Amenities(Vec::new())).await.expect("nothing at all");
        assert!(edit(&state, &ailsa, id).await.amenities.is_empty());
    }

    async fn a_published_home_cannot_lose_what_guests_must_know(state: TestState) {
        let ines = state.host("Inês").await;
        let id = complete(&state, &ines, "Lisbon").await;
        let licensed = RulesForm { registration: "12345/AL".into(), ..rules() };
        save(&state, &ines, id, Change::Rules(licensed)).await.expect("a step");
        publish(&state, &ines, id).await.expect("published");
        assert_eq!(fields(save(&state, &ines, id, Change::Rules(rules())).await), ["registration"]);
        pause(&state, &ines, id).await.expect("paused");
        save(&state, &ines, id, Change::Rules(rules())).await.expect("a paused home may lack something");
        let sentence = refusal(publish(&state, &ines, id).await).to_string();
        assert_eq!(sentence, "This home is not complete yet. Portugal asks every home for its AL number. Enter it.");
    }

    async fn what_a_published_home_lacked_before_holds_up_no_other_change(state: TestState) {
        let ines = state.host("Inês").await;
        let id = complete(&state, &ines, "Lisbon").await;
        let licensed = RulesForm { registration: "12345/AL".into(), ..rules() };
        save(&state, &ines, id, Change::Rules(licensed)).await.expect("a step");
        publish(&state, &ines, id).await.expect("published");
        // As if it had been published before Portugal asked.
        let unlicensed = listings::ActiveModel { id: Set(id), registration: Set(None), ..Default::default() };
        unlicensed.update(&state.ctx.db).await.expect("a row");
        save(&state, &ines, id, Change::Price(price("EUR", "99"))).await.expect("another price");
        assert_eq!(pricing(&row(&state, id).await).nightly, 9_900);
    }

    async fn a_home_is_let_at_once_until_its_host_says_otherwise(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = complete(&state, &ailsa, "Falmouth").await;
        assert!(row(&state, id).await.instant_book, "a new home");
        let said = |taking: &str| Change::Rules(RulesForm { taking: taking.into(), ..rules() });
        // A page that is older than the question says nothing of it.
        for (taking, instant) in [("request", false), ("", false), ("instant", true), ("", true)] {
            save(&state, &ailsa, id, said(taking)).await.expect("rules");
            assert_eq!(row(&state, id).await.instant_book, instant, "{taking:?}");
        }
        assert_eq!(fields(save(&state, &ailsa, id, said("maybe")).await), ["taking"]);
        assert_eq!(edit(&state, &ailsa, id).await.rules.taking, "instant");
    }
}
