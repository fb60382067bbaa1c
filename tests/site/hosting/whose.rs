//! Whose the pages are: nobody's without a session, and nobody else's.

use crate::{
    browser::{Browser, router, signed_up},
    hosting::world::{PLACE, World},
};

const PAGES: [&str; 11] = [
    "",
    "/place",
    "/basics",
    "/amenities",
    "/photos",
    "/text",
    "/price",
    "/stays",
    "/rules",
    "/preview",
    "/archive",
];

#[tokio::test]
async fn without_a_session_every_page_leads_to_the_login_page_and_back() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let mut visitor = Browser::new(router(&world.state.ctx));
    for page in PAGES {
        let path = format!("{home}{page}");
        visitor
            .get(&path)
            .await
            .leads_to(&format!("/login?next={path}"));
    }
    visitor
        .get("/host/homes/new")
        .await
        .leads_to("/login?next=/host/homes/new");
    visitor
        .post("/host/homes/new", &PLACE)
        .await
        .leads_to("/login?next=/host/homes/new");
    let photos = format!("{home}/photos");
    visitor
        .send_files(&photos, &[("a.jpg", b"x")], &[])
        .await
        .leads_to(&format!("/login?next={photos}"));
}

#[tokio::test]
async fn the_home_of_another_host_is_not_there() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let mut kenji = signed_up(&world.state.ctx, "Kenji").await;
    for page in PAGES {
        kenji.get(&format!("{home}{page}")).await.says(404, "Home");
    }
    for form in ["publish", "pause", "archive"] {
        let answer = kenji
            .post(&format!("{home}/{form}"), &[("version", "1")])
            .await;
        assert_eq!(answer.status, 404, "{form}");
    }
    let typed = [
        ("version", "1"),
        ("then", "next"),
        ("title", "Mine now"),
        ("description", "x"),
    ];
    assert_eq!(
        kenji.post(&format!("{home}/text"), &typed).await.status,
        404
    );
    let files = kenji
        .send_files(&format!("{home}/photos"), &[("a.jpg", b"x")], &[])
        .await;
    assert_eq!(files.status, 404);
    let order = [("version", "1"), ("order", "")];
    assert_eq!(
        kenji
            .post(&format!("{home}/photos/order"), &order)
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn a_home_that_never_was_is_not_there() {
    let mut world = World::new().await;
    for home in ["00000000-0000-4000-8000-000000000000", "nonsense"] {
        for page in PAGES {
            let answer = world.ailsa.get(&format!("/host/homes/{home}{page}")).await;
            assert_eq!(answer.status, 404, "{home}{page}");
        }
    }
}

#[tokio::test]
async fn nothing_is_changed_by_asking_for_a_page() {
    let mut world = World::new().await;
    let home = world.complete().await;
    for form in ["publish", "pause"] {
        world
            .ailsa
            .get(&format!("{home}/{form}"))
            .await
            .leads_to(&home);
    }
    world
        .ailsa
        .get(&format!("{home}/archive"))
        .await
        .says(200, "Archive this home?");
    world.ailsa.get(&home).await.says(200, "Draft");
}
