//! Homes as programs post, change and delete them, and say what they offer.

use domain::{Error, bookings::State, listings::Status};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use server::{
    accounts::Actor,
    amenities::{self, CreateAmenity},
    bookings,
    entities::{places, refunds},
    hosting,
    hosting::{PostHome, Revision},
    imports::places::recount,
    listings,
};
use uuid::Uuid;

use crate::{
    hosting::said::{counts, row},
    reviews::said::admin,
    stage::{self, fields, refusal, tick},
    support::*,
};

fn in_leith() -> PostHome {
    PostHome {
        title: "A flat above the boats".into(),
        description: String::new(),
        price: 120.5,
        latitude: 55.9768,
        longitude: -3.1706,
    }
}

async fn post(state: &TestState, host: &Actor) -> Uuid {
    let posted = hosting::post(&state.ctx, host, in_leith()).await;
    posted.expect("a home")
}

async fn amenity(state: &TestState, who: &Actor, name: &str) -> Uuid {
    let wanted = CreateAmenity {
        name: name.into(),
        ..CreateAmenity::default()
    };
    amenities::create(&state.ctx, who, wanted)
        .await
        .expect("an amenity")
        .id
}

/// As the provider says it some day.
async fn refund_is(state: &TestState, booking: Uuid, word: &str) {
    let changed = refunds::Entity::update_many()
        .col_expr(refunds::Column::State, Expr::value(word))
        .filter(refunds::Column::BookingId.eq(booking))
        .exec(state.db())
        .await;
    assert_eq!(changed.expect("a change").rows_affected, 1);
}

stories! {
    async fn a_posted_home_is_on_the_site_and_bookable_by_request_at_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let id = post(&state, &ailsa).await;
        let home = row(&state, id).await;
        assert_eq!((home.status.as_str(), home.currency.as_str(), home.capacity), ("published", "USD", 2));
        assert_eq!((home.kind.as_str(), home.timezone.as_str(), home.instant_book), ("entire_home", "Europe/London", false));
        assert_eq!((home.policy.as_str(), home.nightly_ref > 0, home.shortest_ref > 0), ("standard", true, true));
        assert_eq!(counts(&state, id).await[0], 1, "its city counts it");
        let shown = listings::show(&state.ctx, id, None, None).await.expect("a look").expect("on the site");
        assert_eq!((shown.place.city.as_str(), shown.per_night.currency.code()), ("Edinburgh", "USD"));
        let booking = stage::hold(&state, &mina, &home, state.stay(9, 3)).await;
        stage::card(&state, &mina, booking, stage::GOOD).await;
        assert_eq!(bookings::returned(&state.ctx, &mina, booking).await.expect("a return"), State::Authorized);
        bookings::accept(&state.ctx, &ailsa, booking).await.expect("accepted");
        tick(&state).await;
        assert_eq!(stage::state_of(&state, booking).await, State::Confirmed);
    }

    async fn anywhere_on_earth_is_a_place(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for (latitude, longitude) in [(0.0, 0.0), (90.0, 0.0), (-90.0, -180.0), (-25.3, 131.0), (51.5, 180.0)] {
            let said = PostHome { latitude, longitude, ..in_leith() };
            let id = hosting::post(&state.ctx, &ailsa, said).await.expect("a home");
            let home = row(&state, id).await;
            assert_eq!((home.latitude, home.longitude), (latitude, longitude));
            assert!(home.timezone.parse::<chrono_tz::Tz>().is_ok(), "{}", home.timezone);
            assert!(listings::show(&state.ctx, id, None, None).await.expect("a look").is_some());
        }
    }

    async fn mistakes_are_told_at_their_fields_and_nothing_is_written(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let wrong = PostHome { title: " ".into(), description: "x".repeat(9_000), price: 0.0, latitude: 91.0, longitude: f64::NAN };
        assert_eq!(
            fields(hosting::post(&state.ctx, &ailsa, wrong).await),
            ["title", "description", "price", "latitude", "longitude"]
        );
        let (homes, _) = listings::entries(&state.ctx, None, None, 10).await.expect("homes");
        assert!(homes.is_empty());
        post(&state, &ailsa).await;
        post(&state, &ailsa).await;
        let (homes, _) = listings::entries(&state.ctx, None, None, 10).await.expect("homes");
        assert_eq!(homes.len(), 2, "twice is two homes");
    }

    async fn a_change_is_kept_and_the_same_again_changes_nothing(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = post(&state, &ailsa).await;
        let change = Revision {
            title: Some("A <b>loft</b>".into()),
            price: Some(99.0),
            latitude: Some(48.8566),
            longitude: Some(2.3522),
            ..Revision::default()
        };
        hosting::revise(&state.ctx, &ailsa, id, change.clone()).await.expect("changed");
        let home = row(&state, id).await;
        assert_eq!((home.title.as_str(), home.timezone.as_str(), home.version), ("A loft", "Europe/Paris", 2));
        assert!(home.pricing.contains("9900"), "{}", home.pricing);
        assert_eq!(counts(&state, id).await[0], 1);
        hosting::revise(&state.ctx, &ailsa, id, change).await.expect("the same");
        assert_eq!(row(&state, id).await, home);
        assert_eq!(fields(hosting::revise(&state.ctx, &ailsa, id, Revision { price: Some(-1.0), ..Revision::default() }).await), ["price"]);
    }

    async fn with_open_bookings_it_neither_moves_nor_goes(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let booking = stage::book(&state, &mina, &home, state.stay(2, 2)).await;
        let moved = Revision { latitude: Some(48.8566), longitude: Some(2.3522), ..Revision::default() };
        assert_eq!(fields(hosting::revise(&state.ctx, &ailsa, home.id, moved).await), ["latitude"]);
        let same = Revision { latitude: Some(home.latitude), price: Some(150.0), ..Revision::default() };
        hosting::revise(&state.ctx, &ailsa, home.id, same).await.expect("another price");
        assert!(matches!(refusal(hosting::remove(&state.ctx, &ailsa, home.id).await), Error::Refused(_)));
        state.clock.advance(chrono::TimeDelta::days(6));
        tick(&state).await;
        assert_eq!(stage::state_of(&state, booking).await, State::Completed);
        hosting::remove(&state.ctx, &ailsa, home.id).await.expect("deleted");
        assert_eq!(row(&state, home.id).await.status, Status::Archived.as_str());
        assert_eq!(stage::state_of(&state, booking).await, State::Completed, "and its money stays");
        assert!(!stage::ledger(&state, booking).await.is_empty());
        assert_eq!(refusal(hosting::remove(&state.ctx, &ailsa, home.id).await), Error::NotFound("Home"));
        assert_eq!(refusal(listings::entry(&state.ctx, Some(&ailsa), home.id).await), Error::NotFound("Home"));
    }

    async fn a_sample_that_goes_is_taken_from_all_homes_but_not_from_those_of_hosts(state: TestState) {
        let (ailsa, nina) = (state.host("Ailsa").await, admin(&state).await);
        let sample = state.home(&ailsa).with(|home| {
            home.owner_id = Set(None);
            home.source = Set(Some("inside-airbnb".into()));
            home.source_id = Set(Some("15420".into()));
        });
        let sample = sample.publish().await;
        state.home(&ailsa).publish().await;
        recount(state.db()).await.expect("a count");
        let city = async || {
            let city = places::Entity::find_by_id(sample.city_id).one(state.db()).await;
            let city = city.expect("a look").expect("a place");
            (city.listings, city.hosted)
        };
        assert_eq!(city().await, (2, 1));
        hosting::remove(&state.ctx, &nina, sample.id).await.expect("deleted");
        assert_eq!(city().await, (1, 1));
    }

    async fn while_a_refund_is_on_its_way_it_does_not_go(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let booking = stage::book(&state, &mina, &home, state.stay(9, 2)).await;
        let back = bookings::cancel_preview(&state.ctx, &mina, booking).await.expect("a preview").refund.minor;
        bookings::cancel(&state.ctx, &mina, booking, back, "").await.expect("cancelled");
        tick(&state).await;
        for waiting in ["queued", "pending"] {
            refund_is(&state, booking, waiting).await;
            assert!(matches!(refusal(hosting::remove(&state.ctx, &ailsa, home.id).await), Error::Refused(_)), "{waiting}");
        }
        refund_is(&state, booking, "succeeded").await;
        hosting::remove(&state.ctx, &ailsa, home.id).await.expect("deleted");
    }

    async fn others_may_look_and_no_more(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let id = post(&state, &ailsa).await;
        let draft = state.home(&ailsa).save_as(Status::Draft).await.id;
        let piano = amenity(&state, &mina, "Piano").await;
        for (home, expected) in [(id, Error::Forbidden), (draft, Error::NotFound("Home")), (Uuid::new_v4(), Error::NotFound("Home"))] {
            let change = Revision { title: Some("Mine".into()), ..Revision::default() };
            assert_eq!(refusal(hosting::revise(&state.ctx, &mina, home, change).await), expected);
            assert_eq!(refusal(hosting::remove(&state.ctx, &mina, home).await), expected);
            assert_eq!(refusal(hosting::offer(&state.ctx, &mina, home, piano).await), expected);
            assert_eq!(refusal(hosting::withdraw(&state.ctx, &mina, home, piano).await), expected);
        }
        assert_eq!(refusal(listings::entry(&state.ctx, Some(&mina), draft).await), Error::NotFound("Home"));
        let nina = admin(&state).await;
        hosting::revise(&state.ctx, &nina, id, Revision { title: Some("Tidied".into()), ..Revision::default() }).await.expect("changed");
        assert_eq!(listings::entry(&state.ctx, Some(&nina), draft).await.expect("a draft").status, Status::Draft);
        hosting::remove(&state.ctx, &nina, id).await.expect("deleted");
    }

    async fn what_a_home_offers_is_said_once_and_taken_back_once(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = post(&state, &ailsa).await;
        let piano = amenity(&state, &ailsa, "Piano").await;
        let before = row(&state, id).await.rank;
        assert_eq!(hosting::offer(&state.ctx, &ailsa, id, piano).await.expect("offered").name, "Piano");
        assert_eq!(row(&state, id).await.rank, before + 1);
        assert!(matches!(refusal(hosting::offer(&state.ctx, &ailsa, id, piano).await), Error::Refused(_)));
        assert_eq!(listings::entry(&state.ctx, None, id).await.expect("the home").amenities.len(), 1);
        hosting::withdraw(&state.ctx, &ailsa, id, piano).await.expect("withdrawn");
        assert_eq!(refusal(hosting::withdraw(&state.ctx, &ailsa, id, piano).await), Error::NotFound("Amenity"));
        assert_eq!(refusal(hosting::offer(&state.ctx, &ailsa, id, Uuid::new_v4()).await), Error::NotFound("Amenity"));
    }

    async fn where_it_is_only_who_comes_and_who_lets_it_know_exactly(state: TestState) {
        let (ailsa, mina, siobhan) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Siobhán").await);
        let home = state.home(&ailsa).publish().await;
        let booking = stage::book(&state, &mina, &home, state.stay(9, 2)).await;
        let exactly = (home.latitude, home.longitude);
        let nina = admin(&state).await;
        for (viewer, knows) in [(None, false), (Some(&siobhan), false), (Some(&mina), true), (Some(&ailsa), true), (Some(&nina), true)] {
            let one = listings::entry(&state.ctx, viewer, home.id).await.expect("the home");
            assert_eq!((one.latitude, one.longitude) == exactly, knows, "{viewer:?}");
            let (all, _) = listings::entries(&state.ctx, viewer, None, 10).await.expect("homes");
            assert_eq!((all[0].latitude, all[0].longitude) == exactly, knows, "{viewer:?}");
        }
        let back = bookings::cancel_preview(&state.ctx, &mina, booking).await.expect("a preview").refund.minor;
        bookings::cancel(&state.ctx, &mina, booking, back, "").await.expect("cancelled");
        let one = listings::entry(&state.ctx, Some(&mina), home.id).await.expect("the home");
        assert_ne!((one.latitude, one.longitude), exactly, "who comes no more");
    }

    async fn all_homes_come_page_by_page_each_once(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let mut ids = Vec::new();
        for _ in 0..5 {
            ids.push(state.home(&ailsa).publish().await.id);
        }
        state.home(&ailsa).save_as(Status::Paused).await;
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let (page, next) = listings::entries(&state.ctx, None, after, 2).await.expect("a page");
            seen.extend(page.into_iter().map(|home| home.id));
            after = next;
            if after.is_none() {
                break;
            }
        }
        ids.sort();
        assert_eq!(seen, ids);
    }

    async fn homes_with_many_words_come_on_shorter_pages(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for _ in 0..50 {
            let words = sea_orm::ActiveValue::Set("京".repeat(8_000));
            state.home(&ailsa).with(|row| row.description = words).publish().await;
        }
        let (mut seen, mut after) = (0, None);
        loop {
            let (page, next) = listings::entries(&state.ctx, None, after, 100).await.expect("a page");
            assert!(page.len() < 45, "{}", page.len());
            seen += page.len();
            after = next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, 50);
    }
}
