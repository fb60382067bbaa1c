//! The longest that hosts may write, in a script whose characters take nine bytes each on their way.

use domain::photos::{LONGEST_DESCRIPTION, MOST_PHOTOS};

use crate::{
    hosting::world::{World, hidden},
    jpeg::Jpeg,
};

#[tokio::test]
async fn the_longest_texts_of_a_home_are_saved() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let description = "海".repeat(8_000);
    let text = [("title", "海辺の家"), ("description", &description)];
    let saved = world.save(&format!("{home}/text"), &text).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let page = world.ailsa.get(&format!("{home}/text")).await;
    assert!(page.html.contains(&description));
    let rules = "靴".repeat(4_000);
    let rules = [
        ("house_rules", rules.as_str()),
        ("arrival_notes", &rules),
        ("policy", "moderate"),
        ("registration", ""),
    ];
    let saved = world.save(&format!("{home}/rules"), &rules).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

#[tokio::test]
async fn forty_pictures_are_described_at_once() {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    let most = u16::try_from(MOST_PHOTOS).expect("a number");
    let files: Vec<Vec<u8>> = (0..most)
        .map(|number| Jpeg::new(500 + number, 300).write())
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|file| ("a.jpg", file.as_slice()))
        .collect();
    let added = world.ailsa.send_files(&photos, &files, &[]).await;
    added.leads_to(&format!("{photos}?saved=added&added={most}"));
    let [first, second] = ["海", "山"].map(|sign| sign.repeat(LONGEST_DESCRIPTION));
    for (was, alt) in [("", first.as_str()), (&first, &second)] {
        let page = world.ailsa.get(&photos).await;
        let version = hidden(&page, "version");
        let mut typed = vec![("version", version.as_str())];
        let rows = page.html.split("data-photo=\"").skip(1);
        for photo in rows.filter_map(|rest| rest.split('"').next()) {
            typed.extend([("photo", photo), ("was", was), ("alt", alt)]);
        }
        let path = format!("{photos}/describe");
        let saved = world.ailsa.post(&path, &typed).await;
        saved.leads_to(&format!("{photos}?saved=photos"));
    }
    let page = world.ailsa.get(&photos).await;
    assert!(page.html.matches(&second).count() >= usize::from(most));
}
