//! Files as browsers and the island send them, and the forms around the pictures.

use domain::photos::MOST_BYTES;

use crate::{
    hosting::world::{JSON, World, hidden},
    jpeg::Jpeg,
};

fn picture(number: u16) -> Vec<u8> {
    Jpeg::new(500 + number, 400).write()
}

#[tokio::test]
async fn of_several_files_the_broken_one_is_named_and_the_others_are_added() {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    let (one, two) = (picture(1), picture(2));
    let files = [
        ("one.jpg", one.as_slice()),
        ("notes.jpg", b"Dear diary, today"),
        ("two.jpg", &two),
    ];
    let answer = world.ailsa.send_files(&photos, &files, &[]).await;
    answer.says(422, "notes.jpg is text, not a picture");
    assert_eq!(answer.html.matches("data-photo=").count(), 2);
    assert!(answer.html.contains("id=\"file-error\""));
}

#[tokio::test]
async fn no_file_and_too_large_a_file_are_refused_in_words() {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    let none = world.ailsa.send_files(&photos, &[("", b"")], &[]).await;
    none.says(422, "Choose at least one picture.");
    let mut large = picture(1);
    large.resize(MOST_BYTES + 1, 0);
    let refused = world
        .ailsa
        .send_files(&photos, &[("large.jpg", &large)], &[])
        .await;
    refused.says(413, "large.jpg");
    assert_eq!(refused.html.matches("data-photo=").count(), 0);
}

#[tokio::test]
async fn files_from_another_site_or_no_files_at_all_do_nothing() {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    let foreign = [
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ];
    let answer = world
        .ailsa
        .send_files(&photos, &[("a.jpg", &picture(1))], &foreign)
        .await;
    assert_eq!(answer.status, 403);
    assert_eq!(
        world.ailsa.post(&photos, &[("file", "x")]).await.status,
        400
    );
    world
        .ailsa
        .get(&photos)
        .await
        .says(200, "There are no pictures yet.");
}

#[tokio::test]
async fn the_island_is_told_in_json() {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    let added = world
        .ailsa
        .send_files(&photos, &[("a.jpg", &picture(1))], &[JSON])
        .await;
    assert_eq!(added.status, 200, "{}", added.html);
    assert!(
        added.html.contains("\"html\":\"<li ") && added.html.contains("\"version\":2"),
        "{}",
        added.html
    );
    let refused = world
        .ailsa
        .send_files(&photos, &[("a.jpg", b"text")], &[JSON])
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.html.contains("\"refused\":\"a.jpg is text"),
        "{}",
        refused.html
    );
}

#[tokio::test]
async fn every_button_keeps_what_was_typed_beside_the_others() {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    let files = [picture(1), picture(2)];
    let files = [("a.jpg", files[0].as_slice()), ("b.jpg", &files[1])];
    world
        .ailsa
        .send_files(&photos, &files, &[])
        .await
        .leads_to(&format!("{photos}?saved=added&added=2"));
    let page = world.ailsa.get(&photos).await;
    let version = hidden(&page, "version");
    let ids: Vec<&str> = page
        .html
        .split("data-photo=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let [first, second] = ids[..] else {
        panic!("not two pictures: {ids:?}");
    };
    let to = format!("first:{second}");
    let typed = [
        ("version", version.as_str()),
        ("photo", first),
        ("was", ""),
        ("alt", "The stove & the cat"),
        ("photo", second),
        ("was", ""),
        ("alt", "The door"),
        ("to", &to),
    ];
    let moved = world.ailsa.post(&format!("{photos}/move"), &typed).await;
    moved.leads_to(&format!("{photos}#photo-{second}"));
    let page = world.ailsa.get(&photos).await;
    assert!(
        page.html.find(second) < page.html.find(first),
        "the order is as it was"
    );
    assert!(page.html.contains("value=\"The stove &amp; the cat\""));

    // The same once more: the home has another version now.
    let told = world.ailsa.post(&format!("{photos}/move"), &typed).await;
    told.says(409, "changed elsewhere");
    let remove = [("version", version.as_str()), ("remove", first)];
    let removed = world.ailsa.post(&format!("{photos}/remove"), &remove).await;
    removed.leads_to(&format!("{photos}?saved=removed"));
    let page = world.ailsa.get(&photos).await;
    assert_eq!(page.html.matches("data-photo=").count(), 1);
}

#[tokio::test]
async fn the_description_of_an_only_picture_is_kept_and_taken_back() {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    let files = [("a.jpg", &picture(1)[..])];
    world.ailsa.send_files(&photos, &files, &[]).await;
    let photo = hidden(&world.ailsa.get(&photos).await, "photo");
    for (was, alt) in [("", "The stove"), ("The stove", "")] {
        let typed = [
            ("version", "2"),
            ("photo", &*photo),
            ("was", was),
            ("alt", alt),
        ];
        let saved = world
            .ailsa
            .post(&format!("{photos}/describe"), &typed)
            .await;
        saved.leads_to(&format!("{photos}?saved=photos"));
        let page = world.ailsa.get(&photos).await;
        assert_eq!(hidden(&page, "was"), alt);
    }
}
