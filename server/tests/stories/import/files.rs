//! Packed, wrong, cut and damaged files: one clear sentence each, and nothing half imported.

use std::{fs, io::Write, path::PathBuf};

use flate2::{Compression, write::GzEncoder};

use super::*;

/// The detailed fixture as gzip.
fn packed() -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(&fs::read(fixture("detailed.csv")).expect("the fixture"))
        .expect("packing");
    encoder.finish().expect("packed")
}

fn save(state: &TestState, name: &str, bytes: &[u8]) -> PathBuf {
    let path = state.ctx.settings.data.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

async fn untouched(state: &TestState) -> bool {
    homes(state).await.is_empty() && all_places(state).await.is_empty()
}

stories! {
    async fn gzip_is_known_by_its_first_bytes_whatever_the_name(state: TestState) {
        let file = save(&state, "listings.csv", &packed());
        let report = import(&state, &file, |_| {}).await.expect("an import");
        assert_eq!((report.rows, report.written.added), (12, 4));
    }

    async fn a_byte_order_mark_is_no_part_of_the_first_column(state: TestState) {
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend(fs::read(fixture("detailed.csv")).expect("the fixture"));
        let file = save(&state, "listings.csv", &marked);
        assert_eq!(import(&state, &file, |_| {}).await.expect("an import").written.added, 4);
    }

    async fn a_cut_gzip_file_is_one_sentence_and_leaves_no_trace(state: TestState) {
        let whole = packed();
        let file = save(&state, "cut.csv.gz", &whole[..whole.len() - 40]);
        let sentence = refusal(&state, &file, |_| {}).await;
        assert!(sentence.ends_with("it was cut off, so nothing was imported. Fetch it again."), "{sentence}");
        assert!(untouched(&state).await);
        let file = save(&state, "cut.csv.gz", &whole);
        assert_eq!(import(&state, &file, |_| {}).await.expect("the whole file").written.added, 4);
    }

    async fn a_plain_file_cut_in_a_row_is_one_sentence_and_leaves_no_trace(state: TestState) {
        let whole = fs::read(fixture("detailed.csv")).expect("the fixture");
        let file = save(&state, "cut.csv", &whole[..whole.len() - 60]);
        let sentence = refusal(&state, &file, |_| {}).await;
        assert!(sentence.contains("ends in the middle of row 13: it was cut off"), "{sentence}");
        assert!(untouched(&state).await);
    }

    async fn a_broken_row_in_the_middle_is_refused_and_the_rest_lands(state: TestState) {
        let whole = fs::read_to_string(fixture("summary.csv")).expect("the fixture");
        let (first, rest) = whole.split_once("\n202,").expect("two rows");
        let file = save(&state, "odd.csv", format!("{first}\n201b,too,few\n202,{rest}").as_bytes());
        let report = import(&state, &file, |_| {}).await.expect("an import");
        assert_eq!(report.written.added, 3);
        assert_eq!(report.refusals[0].reason, "it has 3 fields instead of 18");
    }

    async fn a_row_that_is_not_utf_8_is_refused_and_the_rest_lands(state: TestState) {
        let whole = fs::read_to_string(fixture("summary.csv")).expect("the fixture");
        let (first, rest) = whole.split_once("Machiya").expect("a name");
        let latin: Vec<u8> = [first.as_bytes(), b"Caf\xe9", rest.as_bytes()].concat();
        let report = import(&state, &save(&state, "latin.csv", &latin), |_| {}).await.expect("an import");
        assert_eq!(report.written.added, 2);
        assert_eq!((report.refusals[0].row, report.refusals[0].reason.as_str()), (3, "its text is not UTF-8"));
    }

    async fn a_wrong_file_is_one_sentence(state: TestState) {
        let end = |name: &'static str| async { refusal(&state, &fixture(name), |_| {}).await };
        assert!(end("reviews.csv").await.ends_with("is not a listings file of Inside Airbnb: it looks like a reviews file."));
        assert!(end("calendar.csv").await.ends_with("is not a listings file of Inside Airbnb: it looks like a calendar file."));
        let missing = end("no-such-file.csv").await;
        assert!(missing.starts_with("There is no file"), "{missing}");
        let folder = end("").await;
        assert!(folder.ends_with("cannot be read: it is a folder."), "{folder}");
        for bytes in [b"".as_slice(), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"<!doctype html><title>Not found</title>"] {
            let file = save(&state, "wrong.csv", bytes);
            let sentence = refusal(&state, &file, |_| {}).await;
            assert!(sentence.contains("is not a listings file of Inside Airbnb"), "{sentence}");
        }
        assert!(untouched(&state).await);
    }
}
