//! Cut, packed and wrong files: one clear sentence each, and nothing half imported.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use sea_orm::PaginatorTrait;

use super::*;

async fn refusal(state: &TestState, dump: impl AsRef<[u8]>) -> String {
    let refused = import(state, dump, |_| {}).await;
    refused.expect_err("a refusal").to_string()
}

async fn untouched(state: &TestState) -> bool {
    let users = users::Entity::find().count(state.db()).await;
    let homes = listings::Entity::find().count(state.db()).await;
    (users.expect("a count"), homes.expect("a count")) == (0, 0)
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).expect("packing");
    encoder.finish().expect("packed")
}

stories! {
    async fn a_cut_dump_is_one_sentence_and_leaves_no_trace(state: TestState) {
        let whole = dump();
        let (without_end, _) = whole.split_once("-- Dump completed").expect("an end");
        let half = whole.find("O\\'Brien").expect("Omar");
        for cut in [without_end, &whole[..half]] {
            let sentence = refusal(&state, cut).await;
            assert!(sentence.ends_with("it was cut off, so nothing was imported. Make the dump again."), "{sentence}");
        }
        assert!(untouched(&state).await);
    }

    async fn a_packed_dump_is_known_by_its_first_bytes(state: TestState) {
        let whole = packed(&dump());
        let sentence = refusal(&state, &whole[..whole.len() - 60]).await;
        assert!(sentence.contains("was cut off, so nothing was imported"), "{sentence}");
        assert!(untouched(&state).await);
        let report = import(&state, whole, |_| {}).await.expect("an import");
        assert_eq!(report.part("users").expect("users").added, 5);
    }

    async fn what_is_no_dump_of_the_old_database_is_one_sentence(state: TestState) {
        for (dump, end) in [
            ("", "has none of the tables users, amenities, places, place_amenity, reviews, bookings."),
            ("id,email\n1,a@b\n", "it was cut off, so nothing was imported. Make the dump again."),
            ("CREATE TABLE `cats` (`id` int);", "has none of the tables users, amenities, places, place_amenity, reviews, bookings."),
            ("CREATE TABLE `users` (`id` int);\nINSERT INTO `users` VALUES (1);", "the table users has no column email."),
            ("INSERT INTO `users` VALUES (1,'a@b');", "make the dump without --no-create-info."),
        ] {
            let sentence = refusal(&state, dump).await;
            assert!(sentence.ends_with(end), "{sentence}");
        }
        let windows: Vec<u8> = [0xff, 0xfe].into_iter().chain(dump().bytes().flat_map(|byte| [byte, 0])).collect();
        let sentence = refusal(&state, windows).await;
        assert!(sentence.contains("it is UTF-16"), "{sentence}");
        assert!(untouched(&state).await);
    }

    async fn a_file_that_is_not_there_is_said(state: TestState) {
        let options = Options::new(&state.ctx.settings, Path::new("no-such-dump.sql"));
        let refused = legacy::run(&state.ctx, &options, ProgressBar::hidden()).await;
        assert_eq!(refused.expect_err("a refusal").to_string(), "There is no file no-such-dump.sql.");
    }

    async fn tables_may_be_missing_and_come_later(state: TestState) {
        let whole = dump();
        let (head, rest) = whole.split_once("CREATE TABLE `bookings`").expect("bookings");
        let (bookings, tail) = rest.split_once("-- Table structure for table `place_amenity`").expect("what follows");
        let first = import(&state, format!("{head}{tail}"), |_| {}).await.expect("an import");
        assert!(!first.part("bookings").expect("the part").present);
        assert!(first.to_string().contains("bookings: the dump has no such table"), "{first}");
        let only = format!("CREATE TABLE `bookings`{bookings}");
        let second = import(&state, only, |_| {}).await.expect("an import");
        assert_eq!(second.part("bookings").expect("the part").added, 7);
        assert_eq!(booking(&state, CONFIRMED).await.host_id, Some(HANA));
    }

    async fn a_row_that_is_not_utf_8_is_refused_and_the_rest_lands(state: TestState) {
        let whole = dump();
        let (first, rest) = whole.split_once("Moreau").expect("Hana");
        let latin: Vec<u8> = [first.as_bytes(), b"Mor\xe9au", rest.as_bytes()].concat();
        let report = import(&state, latin, |_| {}).await.expect("an import");
        let users = report.part("users").expect("users");
        assert_eq!((users.added, users.refusals[0].reason.as_str()), (4, "its text is not UTF-8"));
    }
}
