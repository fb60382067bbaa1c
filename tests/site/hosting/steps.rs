//! The steps of a home: the way through, what is refused, and two who edit at once.

use crate::hosting::world::{BASICS, PLACE, STEPS, TEXT, World, hidden};

#[tokio::test]
async fn a_home_is_made_step_by_step_and_published() {
    let mut world = World::new().await;
    let home = world.complete().await;
    world.ailsa.get(&home).await.says(200, "All is said.");
    world
        .ailsa
        .get(&format!("{home}/preview"))
        .await
        .says(200, "A flat above the boats");
    let version = world.version(&home).await;
    let published = world
        .ailsa
        .post(&format!("{home}/publish"), &[("version", &version)])
        .await;
    published.leads_to(&format!("{home}?saved=published"));
    let listing = home.replace("/host/homes/", "/listings/");
    world
        .ailsa
        .clone()
        .get(&listing)
        .await
        .says(200, "A flat above the boats");

    let version = world.version(&home).await;
    let paused = world
        .ailsa
        .post(&format!("{home}/pause"), &[("version", &version)])
        .await;
    paused.leads_to(&format!("{home}?saved=paused"));
    world
        .ailsa
        .get(&format!("{home}/archive"))
        .await
        .says(200, "until you publish it again");
    let version = world.version(&format!("{home}/archive")).await;
    let archived = world
        .ailsa
        .post(&format!("{home}/archive"), &[("version", &version)])
        .await;
    archived.leads_to(&format!("{home}?saved=archived"));
    world
        .ailsa
        .get(&format!("{home}/archive"))
        .await
        .leads_to(&home);
    world.ailsa.get(&home).await.says(200, "Publish it again");
    let version = world.version(&home).await;
    let published = world
        .ailsa
        .post(&format!("{home}/publish"), &[("version", &version)])
        .await;
    published.leads_to(&format!("{home}?saved=published"));
}

#[tokio::test]
async fn the_buttons_lead_where_they_say() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let path = format!("{home}/text");
    for (then, to) in [
        ("next", format!("{home}/price")),
        ("home", format!("{home}?saved=text")),
        ("here", format!("{home}/text?saved=text")),
    ] {
        let version = world.version(&path).await;
        let mut fields = vec![("version", version.as_str()), ("then", then)];
        fields.extend_from_slice(TEXT);
        world.ailsa.post(&path, &fields).await.leads_to(&to);
    }
}

#[tokio::test]
async fn a_home_that_is_not_complete_says_what_is_missing() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let page = world.ailsa.get(&home).await;
    page.says(200, "Add at least one photo.");
    assert!(page.html.contains(&format!("href=\"{home}/photos\"")));
    let version = hidden(&world.ailsa.get(&format!("{home}/text")).await, "version");
    let refused = world
        .ailsa
        .post(&format!("{home}/publish"), &[("version", &version)])
        .await;
    assert!((400..500).contains(&refused.status), "{}", refused.status);
    assert!(
        refused.text().contains("Set the price of a night."),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn words_where_numbers_belong_are_refused_beside_their_fields_and_kept() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let typed = [
        ("kind", "entire_home"),
        ("property", "boat"),
        ("capacity", "a few"),
        ("bedrooms", "one & a half"),
        ("beds", "2"),
        ("baths", "1.5"),
    ];
    let answer = world.save(&format!("{home}/basics"), &typed).await;
    answer.says(422, "Enter a whole number of guests");
    for kept in [
        "value=\"a few\"",
        "value=\"one &amp; a half\"",
        "id=\"capacity-error\"",
        "href=\"#bedrooms\"",
    ] {
        assert!(
            answer.html.contains(kept),
            "{kept} is not in {}",
            answer.html
        );
    }
    // Nothing chosen at all is no malformed form.
    let none = [
        ("capacity", ""),
        ("bedrooms", ""),
        ("beds", ""),
        ("baths", ""),
    ];
    let answer = world.save(&format!("{home}/basics"), &none).await;
    answer.says(422, "Choose what kind of building it is.");
}

#[tokio::test]
async fn a_town_of_which_there_are_several_is_chosen_from_a_list() {
    let mut world = World::new().await;
    let mut typed = PLACE;
    typed[0] = ("city", "Springfield");
    let answer = world.ailsa.post("/host/homes/new", &typed).await;
    answer.says(422, "Springfield");
    let value = answer
        .html
        .split("name=\"city_choice\"")
        .nth(1)
        .expect("a choice");
    let value = value
        .split("value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let mut chosen = typed.to_vec();
    chosen.push(("city_choice", value.expect("its value")));
    assert_eq!(
        world.ailsa.post("/host/homes/new", &chosen).await.status,
        303
    );
}

#[tokio::test]
async fn who_edits_a_home_that_changed_meanwhile_is_told_and_saves_over_it_only_then() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let path = format!("{home}/text");
    let seen = world.version(&path).await;
    world
        .save(&path, TEXT)
        .await
        .leads_to(&format!("{home}/price"));

    let mine = [TEXT[1], ("title", "Mine & only mine")];
    let told = world.save_over(&path, &seen, &mine).await;
    told.says(409, "changed elsewhere");
    told.says(409, "Saved now: A flat above the boats");
    assert!(
        told.html.contains("value=\"Mine &amp; only mine\""),
        "what was typed is lost"
    );
    assert!(told.text().contains("Save over it"));

    let fresh = told
        .html
        .split("name=\"version\" value=\"")
        .nth(1)
        .expect("a version");
    let fresh = fresh.split('"').next().unwrap_or_default().to_owned();
    assert_ne!(fresh, seen);
    world
        .save_over(&path, &fresh, &mine)
        .await
        .leads_to(&format!("{home}/price"));
    world.ailsa.get(&path).await.says(200, "Mine");
}

#[tokio::test]
async fn a_field_that_a_step_does_not_have_is_malformed() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let mut typed = BASICS.to_vec();
    typed.push(("owner_id", "me"));
    assert_eq!(
        world.save(&format!("{home}/basics"), &typed).await.status,
        400
    );
    assert_eq!(STEPS.len(), 6);
}
