//! What is no picture: a sentence each, with the name of the file, and nothing is kept.

use domain::listings::Status;
use png::{BitDepth, ColorType};
use server::{
    accounts::Actor,
    photos::{self, RemoveForm},
};
use uuid::Uuid;

use crate::{
    photos::{files, jpeg::Jpeg, stage::*},
    support::*,
};

/// Files, and words of the sentence about them.
fn wrong() -> Vec<(Vec<u8>, &'static str)> {
    let mut lying = Jpeg::new(600, 400).write();
    let middle = lying.len() / 2;
    lying[middle..].iter_mut().for_each(|byte| *byte ^= 0x5a);
    lying.extend([0xff, 0xd9]);
    let mut spoilt = files::png(600, 400, ColorType::Rgb, BitDepth::Eight);
    let middle = spoilt.len() / 2;
    spoilt[middle] ^= 1;
    let mut scans = Jpeg::new(64, 64).progressive().write();
    let end = scans.split_off(scans.len() - 2);
    for _ in 0..200 {
        scans.extend([0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0]);
    }
    scans.extend(end);
    vec![
        (Vec::new(), "is empty"),
        (
            b"A letter to the landlord, renamed.".to_vec(),
            "is text, not a picture",
        ),
        (b"GIF89a\x01\x00\x01\x00".to_vec(), "GIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), "HEIC"),
        (
            b"\xff\xd8\xff".to_vec(),
            "part of this JPEG file is missing",
        ),
        (
            b"\x89PNG\r\n\x1a\n".to_vec(),
            "part of this PNG file is missing",
        ),
        (b"RIFF\x04\0\0\0WEBP".to_vec(), "is damaged"),
        (files::bomb(50_000, 50_000), "2,500.0 megapixels"),
        (files::bomb(u32::MAX, u32::MAX), "megapixels"),
        (files::bomb(6_000, 6_000), "is damaged"),
        (Jpeg::new(8_001, 5_000).write(), "40.1 megapixels"),
        (Jpeg::new(3_000, 200).write(), "too long and narrow"),
        (
            files::cut(Jpeg::new(600, 400).write()),
            "part of this JPEG file is missing",
        ),
        (
            files::cut(Jpeg::new(600, 400).progressive().write()),
            "part of this JPEG file is missing",
        ),
        (
            files::cut(files::png(600, 400, ColorType::Rgb, BitDepth::Eight)),
            "part of this PNG file is missing",
        ),
        (
            files::cut(files::webp(600, 400, true)),
            "part of this WebP file is missing",
        ),
        (spoilt, "is damaged"),
        (scans, "is damaged"),
        (files::animated_webp(), "is animated"),
        (vec![0xff; 10 * 1024 * 1024 + 1], "more than 10 MB"),
        (
            Jpeg {
                subsampled: false,
                ..Jpeg::new(7_600, 5_200).progressive()
            }
            .write(),
            "progressive JPEG",
        ),
    ]
}

#[tokio::test]
async fn a_wrong_file_is_a_sentence_and_nothing_is_kept() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    for (file, words) in wrong() {
        let refused = refusal(send(&state, &ailsa, home, file).await);
        let fields = refused.fields();
        assert_eq!(fields[0].field, "file");
        let said = &fields[0].message;
        assert!(
            said.starts_with("kitchen.jpg ") && said.contains(words),
            "{said} / {words}"
        );
    }
    assert_eq!(list(&state, &ailsa, home).await.photos, []);
    assert_eq!(row(&state, home).await.version, 1);
}

/// Whatever is changed in a file, it is a picture or a sentence.
#[tokio::test]
async fn a_damaged_file_is_a_picture_or_a_sentence() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).save_as(Status::Draft).await.id;
    let whole = [
        Jpeg::new(64, 48).write(),
        Jpeg {
            components: 4,
            ..Jpeg::new(64, 48).progressive()
        }
        .write(),
        files::png(64, 48, ColorType::Indexed, BitDepth::Four),
        files::interlaced(33),
        files::webp(64, 48, false),
        files::webp(64, 48, true),
    ];
    for file in whole {
        let step = (file.len() / 60).max(1);
        for at in (0..file.len()).step_by(step) {
            for change in [0x01, 0x80, 0xff] {
                let mut damaged = file.clone();
                damaged[at] ^= change;
                picture_or_sentence(&state, &ailsa, home, damaged).await;
            }
        }
        for end in (0..file.len()).step_by(step) {
            picture_or_sentence(&state, &ailsa, home, file[..end].to_vec()).await;
        }
    }
}

async fn picture_or_sentence(state: &TestState, host: &Actor, home: Uuid, file: Vec<u8>) {
    match send(state, host, home, file).await {
        Ok(added) => {
            let photo = added.photo.id.to_string();
            let removed = photos::remove(&state.ctx, host, home, RemoveForm { photo }).await;
            removed.expect("room for the next");
        }
        Err(error) => assert!(matches!(error, server::Error::User(_)), "{error}"),
    }
}

#[test]
fn a_file_without_a_name_is_named_too() {
    assert!(
        photos::too_large("  ")
            .to_string()
            .starts_with("The file weighs more than 10 MB")
    );
    let long = photos::too_large(&"x".repeat(500)).to_string();
    assert!(long.chars().count() < 200, "{long}");
}
