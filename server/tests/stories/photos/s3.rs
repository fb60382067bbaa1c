//! The same in a bucket. `HBNB_TEST_S3` is the address of a server that speaks S3 (`. scripts/s3/start.sh` starts one);
//! without it this is skipped, and says so.

use std::{env, io::Write};

use domain::listings::Status;
use object_store::aws::AmazonS3Builder;
use server::{
    drawings::{Spec, View},
    jobs::outbox,
    photos::{self, PhotoStore, RemoveForm},
};

use crate::{photos::stage::*, support::*};

/// The bucket is made by whoever started the server.
const BUCKET: &str = "hbnb-test";

fn bucket(prefix: &str) -> Option<PhotoStore> {
    let Some(endpoint) = env::var("HBNB_TEST_S3")
        .ok()
        .filter(|address| !address.is_empty())
    else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: pictures in S3, because HBNB_TEST_S3 names no server"
        );
        return None;
    };
    let settings = AmazonS3Builder::new()
        .with_endpoint(endpoint)
        .with_allow_http(true)
        .with_region("us-east-1")
        .with_access_key_id("test")
        .with_secret_access_key("test");
    Some(PhotoStore::in_bucket_of(settings, BUCKET, prefix).expect("a bucket"))
}

#[tokio::test]
async fn pictures_live_in_a_bucket() {
    let mut state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).save_as(Status::Draft).await.id;
    let Some(store) = bucket(&format!("stories/{home}")) else {
        return;
    };
    state.ctx.photos = store;
    let photo = add(&state, &ailsa, home, 1).await.photo.id;
    let file = served(&state, photo, 1600).await.expect("a file");
    assert_eq!(opened(&file).0, 480);
    assert!(
        !state
            .ctx
            .settings
            .data
            .join("photos")
            .join(photo.to_string())
            .exists(),
        "nothing lies on the disk"
    );
    let spec = Spec::new(domain::listings::Property::Boat, "nl", 7, 2, View::Outside);
    for _ in 0..2 {
        let drawn = photos::drawn(&state.ctx, &spec, 480)
            .await
            .expect("a drawing")
            .expect("a width");
        assert_eq!(opened(&drawn).0, 480);
    }
    let form = RemoveForm {
        photo: photo.to_string(),
    };
    photos::remove(&state.ctx, &ailsa, home, form)
        .await
        .expect("a removal");
    state.clock.advance(chrono::TimeDelta::minutes(15));
    outbox::run_due(&state.ctx, None).await.expect("a pass");
    assert_eq!(served(&state, photo, 480).await, None);
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_our_fault_and_not_the_pictures() {
    let mut state = TestState::on_sqlite().await;
    if bucket("").is_none() {
        return;
    }
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    let settings = AmazonS3Builder::new()
        .with_endpoint(env::var("HBNB_TEST_S3").expect("an address"))
        .with_allow_http(true)
        .with_region("us-east-1")
        .with_access_key_id("test")
        .with_secret_access_key("test");
    state.ctx.photos = PhotoStore::in_bucket_of(settings, "nowhere", "").expect("settings");
    let sent = send(
        &state,
        &ailsa,
        home,
        crate::photos::jpeg::Jpeg::new(400, 300).write(),
    )
    .await;
    assert!(matches!(sent, Err(server::Error::Internal(_))), "{sent:?}");
    assert!(order(&state, &ailsa, home).await.is_empty());
}
