//! What becomes of pictures that are taken.

use png::{BitDepth, ColorType};
use server::photos::Picture;

use crate::{
    photos::{files, jpeg::Jpeg, stage::*},
    support::*,
};

stories! {
    async fn a_wide_picture_is_kept_in_three_widths(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let added = send(&state, &ailsa, home, Jpeg::new(2400, 1600).write()).await.expect("a picture");
        assert_eq!(widths(&added), [480, 960, 1600]);
        for (width, height) in [(480, 320), (960, 640), (1600, 1067)] {
            let file = served(&state, added.photo.id, width).await.expect("a file");
            let (w, h, _) = opened(&file);
            assert_eq!((w, h), (width, height));
        }
        let placeholder = added.photo.picture.placeholder().expect("a placeholder").to_owned();
        assert!(placeholder.starts_with("data:image/webp;base64,") && placeholder.len() <= 400, "{placeholder}");
    }

    async fn a_narrow_picture_is_not_made_wider(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let added = send(&state, &ailsa, home, Jpeg::new(700, 500).write()).await.expect("a picture");
        assert_eq!(widths(&added), [480, 700]);
        // The widest there is answers for all that are wider.
        for width in [960, 1600] {
            let file = served(&state, added.photo.id, width).await.expect("a file");
            assert_eq!(opened(&file).0, 700);
        }
        assert_eq!(served(&state, added.photo.id, 700).await, None);
    }
}

/// Writes a picture.
type Made = fn() -> Vec<u8>;

/// Every kind of file that browsers show, each on its own home.
const KINDS: [(&str, Made); 17] = [
    ("baseline", || Jpeg::new(600, 400).write()),
    ("progressive", || Jpeg::new(600, 400).progressive().write()),
    ("with all its colour", || {
        Jpeg {
            subsampled: false,
            ..Jpeg::new(600, 400).progressive()
        }
        .write()
    }),
    ("grey JPEG", || {
        Jpeg {
            components: 1,
            ..Jpeg::new(600, 400)
        }
        .write()
    }),
    ("ink", || {
        Jpeg {
            components: 4,
            ..Jpeg::new(600, 400)
        }
        .write()
    }),
    ("progressive ink", || {
        Jpeg {
            components: 4,
            ..Jpeg::new(600, 400).progressive()
        }
        .write()
    }),
    ("one pixel", || Jpeg::new(1, 1).write()),
    ("colour PNG", || {
        files::png(600, 400, ColorType::Rgb, BitDepth::Eight)
    }),
    ("sixteen bits", || {
        files::png(600, 400, ColorType::Rgba, BitDepth::Sixteen)
    }),
    ("sixteen bits of grey", || {
        files::png(600, 400, ColorType::GrayscaleAlpha, BitDepth::Sixteen)
    }),
    ("palette", || {
        files::png(600, 400, ColorType::Indexed, BitDepth::Two)
    }),
    ("one bit", || {
        files::png(600, 400, ColorType::Grayscale, BitDepth::One)
    }),
    ("interlaced", || files::interlaced(601)),
    ("animated PNG", || {
        files::png_with(600, 400, ColorType::Rgb, BitDepth::Eight, |info| {
            info.animation_control = Some(png::AnimationControl {
                num_frames: 3,
                num_plays: 0,
            });
            info.frame_control = Some(png::FrameControl {
                width: 600,
                height: 400,
                ..Default::default()
            });
        })
    }),
    ("WebP", || files::webp(600, 400, false)),
    ("lossless WebP", || files::webp(600, 400, true)),
    ("transparent WebP", || files::see_through(600, 400, true)),
];

#[tokio::test]
async fn every_kind_of_picture_is_taken() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    for (kind, file) in KINDS {
        let added = send(&state, &ailsa, home, file()).await;
        let added = added.unwrap_or_else(|error| panic!("{kind}: {error}"));
        let file = served(&state, added.photo.id, 1600).await.expect("a file");
        let (width, _, _) = opened(&file);
        assert_eq!(Some(&width), widths(&added).last(), "{kind}");
    }
    assert_eq!(list(&state, &ailsa, home).await.photos.len(), KINDS.len());
}

#[tokio::test]
async fn what_is_transparent_is_white() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    let added = send(&state, &ailsa, home, files::see_through(40, 40, true))
        .await
        .expect("a picture");
    let (_, _, pixels) = opened(&served(&state, added.photo.id, 480).await.expect("a file"));
    assert!(pixels.iter().all(|value| *value > 250));
}

#[tokio::test]
async fn a_picture_stands_as_the_camera_was_held() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    let file = Jpeg {
        orientation: Some(6),
        ..Jpeg::new(640, 480)
    }
    .write();
    let added = send(&state, &ailsa, home, file.clone())
        .await
        .expect("a picture");
    let kept = served(&state, added.photo.id, 480).await.expect("a file");
    let (width, height, _) = opened(&kept);
    assert_eq!((width, height), (480, 640));
    let says_exif = |file: &[u8]| {
        file.windows(4)
            .any(|four| four.eq_ignore_ascii_case(b"Exif"))
    };
    assert!(
        says_exif(&file) && !says_exif(&kept),
        "metadata are not kept"
    );
}

#[tokio::test]
async fn a_picture_is_told_with_its_true_widths() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    let added = send(&state, &ailsa, home, Jpeg::new(1000, 700).write())
        .await
        .expect("a picture");
    let Picture::Photo { id, .. } = added.photo.picture else {
        panic!("a photo")
    };
    let expected = format!("/photos/{id}/480.webp 480w, /photos/{id}/960.webp 960w");
    assert_eq!(added.photo.picture.srcset(), expected);
}
