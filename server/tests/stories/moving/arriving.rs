//! What comes, what is refused, and what the report says of it.

use domain::bookings::State;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, PaginatorTrait, QueryOrder,
};
use server::{
    accounts::{LogIn, log_in},
    entities::{
        amenities, imports, listing_amenities, nights, outbox, payments, places, quotes, reviews,
    },
};

use super::*;
use crate::stage::{ledger, refusal};

fn typed(email: &str) -> LogIn {
    LogIn {
        email: email.into(),
        password: PASSWORD.into(),
    }
}

/// New, there already, refused.
fn counts(report: &Report, table: &str) -> (u64, u64, usize) {
    let part = report.part(table).expect("the table");
    (part.added, part.there, part.refusals.len())
}

/// Each refused row's id and why.
fn refusals(report: &Report, table: &str) -> Vec<String> {
    let part = report.part(table).expect("the table");
    let told = part.refusals.iter();
    told.map(|refusal| format!("{}: {}", refusal.id, refusal.reason))
        .collect()
}

/// How many rows there are of everything that an import writes.
async fn everything(state: &TestState) -> Vec<u64> {
    let db = state.db();
    vec![
        users::Entity::find().count(db).await.expect("a count"),
        listings::Entity::find().count(db).await.expect("a count"),
        amenities::Entity::find().count(db).await.expect("a count"),
        listing_amenities::Entity::find()
            .count(db)
            .await
            .expect("a count"),
        reviews::Entity::find().count(db).await.expect("a count"),
        bookings::Entity::find().count(db).await.expect("a count"),
        quotes::Entity::find().count(db).await.expect("a count"),
        payments::Entity::find().count(db).await.expect("a count"),
        nights::Entity::find().count(db).await.expect("a count"),
        legacy_ids::Entity::find().count(db).await.expect("a count"),
        places::Entity::find().count(db).await.expect("a count"),
        outbox::Entity::find().count(db).await.expect("a count"),
    ]
}

stories! {
    async fn people_come_with_their_passwords_and_nobody_as_an_administrator(state: TestState) {
        let report = moved_in(&state).await;
        assert_eq!(counts(&report, "users"), (5, 0, 1));
        assert_eq!(refusals(&report, "users"), [": it has no usable id"]);
        let hana = user(&state, HANA).await;
        assert_eq!((hana.email.as_str(), hana.is_admin, hana.phone.as_deref()), ("hana@example.com", false, Some("+44 131 496 0000")));
        assert_eq!((hana.created_at.to_rfc3339(), hana.imported_at), ("2024-01-01T12:34:56+00:00".to_owned(), Some(state.now())));
        assert!(hana.password_hash.starts_with("$2b$"));
        assert_eq!(log_in(&state.ctx, typed("hana@EXAMPLE.com")).await.expect("a log-in").user_id, HANA);
        assert!(user(&state, HANA).await.password_hash.starts_with("$argon2id$"));
        let omar = omar(&state).await;
        assert_eq!(user(&state, omar.user_id).await.last_name, "O'Brien");
        assert_eq!(log_in(&state.ctx, typed("omar@example.com")).await.expect("a log-in"), omar);
        assert_eq!(user(&state, JEAN).await.last_name, "Świątek");
        assert_eq!(user(&state, JEAN).await.created_at, state.now(), "no time is now");
    }

    async fn who_cannot_log_in_comes_all_the_same_and_is_told(state: TestState) {
        let report = moved_in(&state).await;
        for id in [OTHER_HANA, NAMELESS] {
            let user = user(&state, id).await;
            assert_eq!((user.email, user.password_hash.as_str()), (format!("{id}@no-address.invalid"), "!"));
        }
        assert_eq!(user(&state, NAMELESS).await.first_name, "Guest");
        refusal(log_in(&state.ctx, typed("jean@example.com")).await);
        let told = report.to_string();
        for sentence in [
            "1: came without log-in, because an older account has their address in another case",
            "1: came without log-in, because their address cannot be one",
            "1: have no bcrypt password",
            "1: were administrators and are not",
        ] {
            assert!(told.contains(sentence), "{sentence} is not in {told}");
        }
    }

    async fn a_last_name_that_cannot_be_shown_is_left_out_and_told(state: TestState) {
        let report = import(&state, dump().replace("'Świątek'", "'—'"), |_| {}).await.expect("an import");
        assert_eq!(user(&state, JEAN).await.last_name, "");
        let told = report.to_string();
        assert!(told.contains("1: have a last name that cannot be shown, and come without one"), "{told}");
        let file = fs::read_to_string(&report.report).expect("the report");
        assert!(file.contains(&format!("{JEAN}, Jean-Luc")), "{file}");
    }

    async fn an_address_that_somebody_has_here_stays_theirs(state: TestState) {
        let mina = state.guest("Mina").await;
        let address = user(&state, mina.user_id).await.email;
        let report = import(&state, dump().replace("omar@example.com", &address), |_| {}).await.expect("an import");
        assert!(report.to_string().contains("because an account here has their address already"), "{report}");
        assert_eq!(user(&state, mina.user_id).await.email, address);
        let omar = omar(&state).await;
        assert!(user(&state, omar.user_id).await.email.ends_with(".invalid"));
    }

    async fn administrators_are_believed_when_it_is_said_so(state: TestState) {
        let report = import(&state, dump(), |options| options.trust_admins = true).await.expect("an import");
        assert!(user(&state, HANA).await.is_admin && !user(&state, JEAN).await.is_admin);
        assert!(!report.to_string().contains("administrators"), "{report}");
    }

    async fn homes_are_live_with_plain_defaults_where_their_coordinates_lie(state: TestState) {
        let report = moved_in(&state).await;
        assert_eq!(counts(&report, "places"), (2, 0, 3));
        assert_eq!(refusals(&report, "places"), [
            "place-4: its price is less than a cent",
            "place-5: its place is no place on Earth",
            "place-3: its owner did not come",
        ]);
        let loft = home(&state, LOFT).await;
        assert_eq!((loft.title.as_str(), loft.owner_id), ("Loft \"above\" the harbour", Some(HANA)));
        assert_eq!(loft.description, "Two rooms; it's bright.\nThe ferry (line 2) stops at the door. -- really");
        assert_eq!((loft.status.as_str(), loft.kind.as_str(), loft.capacity, loft.instant_book), ("published", "entire_home", 2, false));
        assert_eq!((loft.currency.as_str(), loft.policy.as_str(), loft.timezone.as_str()), ("USD", "standard", "Europe/London"));
        assert!(loft.pricing.contains("\"nightly\":12050"), "{}", loft.pricing);
        assert_eq!((loft.imported_at, loft.confirmed_at, loft.source), (Some(state.now()), None, None));
        assert_eq!((loft.rating, loft.review_count), (Some(450), 2));
        let casa = here(&state, "place", "place-2").await.expect("the other home");
        let casa = home(&state, casa).await;
        assert_eq!((casa.title.as_str(), casa.timezone.as_str()), ("Casa do Rio — 川の家", "Europe/Lisbon"));
        let city = places::Entity::find_by_id(casa.city_id).one(state.db()).await.expect("a look").expect("Lisbon");
        assert_eq!((city.name.as_str(), city.listings), ("Lisbon", 1));
    }

    async fn an_amenity_of_our_catalogue_becomes_that_one_and_others_are_added(state: TestState) {
        let report = moved_in(&state).await;
        assert_eq!(counts(&report, "amenities"), (1, 1, 1));
        let wifi = here(&state, "amenity", &WIFI.to_string()).await.expect("our Wi-Fi");
        let terrace = here(&state, "amenity", "am-2").await.expect("the terrace");
        let terrace = amenities::Entity::find_by_id(terrace).one(state.db()).await.expect("a look").expect("the terrace");
        assert_eq!((terrace.slug.as_str(), terrace.description.as_str(), terrace.number), ("rooftop-terrace", "Up high; \"really\"", Some(2)));
        let mut offered: Vec<Uuid> = listing_amenities::Entity::find().all(state.db()).await.expect("offers").into_iter().map(|row| row.amenity_id).collect();
        offered.sort();
        let mut expected = [wifi, terrace.id];
        expected.sort();
        assert_eq!(offered, expected);
        assert_eq!(refusals(&report, "place_amenity"), [
            "b0000000-0000-4000-8000-00000000000a + a0000000-0000-4000-8000-000000000003: its amenity did not come",
            "gone + am-2: its home did not come",
        ]);
    }

    async fn reviews_are_kept_and_marked(state: TestState) {
        let report = moved_in(&state).await;
        assert_eq!(counts(&report, "reviews"), (2, 0, 4));
        assert_eq!(refusals(&report, "reviews"), [
            "rev-3: its rating is not 1 to 5",
            "rev-4: its author owns the home",
            "rev-5: its author has another review of this home",
            "rev-6: its home did not come",
        ]);
        let kept = reviews::Entity::find().order_by_desc(reviews::Column::Rating).all(state.db()).await.expect("reviews");
        assert_eq!((kept[0].text.as_str(), kept[0].imported, kept[0].booking_id), ("We'd come again.\nThe gulls less so.", true, None));
    }

    async fn stays_come_as_they_stood_and_with_their_nights(state: TestState) {
        let report = moved_in(&state).await;
        assert_eq!(counts(&report, "bookings"), (7, 0, 3));
        assert_eq!(refusals(&report, "bookings"), [
            "c0000000-0000-4000-8000-000000000008: its check-out is not after its check-in",
            "c0000000-0000-4000-8000-000000000010: its status is unknown: ",
            "c0000000-0000-4000-8000-000000000009: its guest did not come",
        ]);
        let second = here(&state, "booking", "bk-2").await.expect("the second");
        for (id, expected, nights) in [
            (CONFIRMED, State::Confirmed, 2),
            (second, State::Confirmed, 0),
            (PENDING, State::Authorized, 3),
            (PENDING_LONG_AGO, State::Expired, 0),
            (COMPLETED, State::Completed, 3),
            (CANCELLED, State::Cancelled, 0),
            (CONFIRMED_LONG_AGO, State::Completed, 2),
        ] {
            let row = booking(&state, id).await;
            assert_eq!(row.state, expected.as_str(), "{id}");
            assert_eq!((row.imported, row.respond_by), (true, None));
            let taken = nights::Entity::find().filter(nights::Column::BookingId.eq(id)).count(state.db()).await;
            assert_eq!(taken.expect("a count"), nights, "{id}");
            let entries = ledger(&state, id).await;
            assert_eq!(entries.iter().map(|entry| entry.amount).sum::<i64>(), 0);
            let opened = matches!(expected, State::Confirmed | State::Authorized | State::Completed);
            assert_eq!(!entries.is_empty(), opened, "{id}");
            assert!(entries.iter().all(|entry| entry.kind == "imported" && entry.currency == "USD"));
        }
        let overlapping = booking(&state, second).await;
        assert_eq!((overlapping.overlaps, overlapping.total), (true, 24_101));
        let told = report.to_string();
        assert!(told.contains("1: have nights that somebody else has"), "{told}");
        assert!(told.contains("1: wait for their hosts, without a deadline"), "{told}");
        assert_eq!(everything(&state).await.last(), Some(&0), "nothing is to be charged, and nobody written to");
    }

    async fn the_same_dump_again_changes_nothing(state: TestState) {
        moved_in(&state).await;
        let before = (everything(&state).await, booking(&state, CONFIRMED).await, home(&state, LOFT).await, user(&state, HANA).await);
        state.clock.advance(chrono::TimeDelta::days(1));
        let report = moved_in(&state).await;
        let after = (everything(&state).await, booking(&state, CONFIRMED).await, home(&state, LOFT).await, user(&state, HANA).await);
        assert_eq!(before, after);
        assert_eq!(report.parts.iter().map(|part| part.added).sum::<u64>(), 0, "{report}");
        assert_eq!(counts(&report, "users"), (0, 5, 1));
        assert_eq!(counts(&report, "bookings"), (0, 7, 3));
        assert_eq!(imports::Entity::find().count(state.db()).await.expect("a count"), 2);
    }

    async fn the_dump_again_counts_what_an_interrupted_import_left_uncounted(state: TestState) {
        moved_in(&state).await;
        let counted = home(&state, LOFT).await;
        assert_eq!((counted.rating, counted.review_count), (Some(450), 2));
        let mut row = counted.clone().into_active_model();
        (row.rating, row.review_count) = (Set(None), Set(0));
        row.update(state.db()).await.expect("reviews that were not counted");
        let rehearsed = import(&state, dump(), |options| options.dry_run = true).await.expect("a rehearsal");
        assert_eq!(counts(&rehearsed, "reviews"), (0, 2, 4));
        assert_eq!(home(&state, LOFT).await.review_count, 0, "a rehearsal writes nothing");
        moved_in(&state).await;
        assert_eq!(home(&state, LOFT).await, counted);
    }

    async fn a_rehearsal_says_the_same_and_writes_nothing(state: TestState) {
        let before = everything(&state).await;
        let rehearsed = import(&state, dump(), |options| options.dry_run = true).await.expect("a rehearsal");
        assert_eq!(everything(&state).await, before);
        assert_eq!(imports::Entity::find().count(state.db()).await.expect("a count"), 0);
        assert!(rehearsed.to_string().contains("nothing was written"), "{rehearsed}");
        let real = moved_in(&state).await;
        assert_eq!(rehearsed.parts, real.parts);
    }

    async fn the_report_is_a_file_too(state: TestState) {
        let report = moved_in(&state).await;
        let file = fs::read_to_string(&report.report).expect("the report");
        assert!(file.starts_with(&report.to_string()), "{file}");
        for line in [
            "What the old database does not say was filled in like this:",
            "reviews: 4 rows were refused",
            "id rev-5\tits author has another review of this home",
            "bk-2, Thu 11 – Sat 13 June",
            "d0000000-0000-4000-8000-000000000003, Hana Two",
        ] {
            assert!(file.contains(line), "{line} is not in {file}");
        }
    }
}
