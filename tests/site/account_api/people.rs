//! People: signing up, looking, changing, leaving.

use serde_json::{Value, json};
use server::entities::users;

use super::{EMAIL, actor, log_in, logged_in, siobhan};
use crate::{
    browser::{PASSWORD, signed_up},
    client::Client,
    support::TestState,
};
use sea_orm::EntityTrait;

#[tokio::test]
async fn signing_up_is_told_as_before_and_an_address_has_one_account() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&state.ctx);
    let body = json!({"first_name": "李", "last_name": "Jean-Luc", "email": "Li@Example.com", "password": PASSWORD});
    let reply = nobody.post("/api/v1/users/", body.clone()).await;
    assert_eq!(
        reply.is(201).json["message"],
        "User registered successfully."
    );
    for repeated in ["li@example.com", "LI@example.com"] {
        let mut again = body.clone();
        again["email"] = json!(repeated);
        let refused = nobody.post("/api/v1/users", again).await;
        refused
            .refuses(400, "Email already registered")
            .names(400, &["email"]);
    }
    assert_eq!(
        users::Entity::find().all(state.db()).await.unwrap().len(),
        1
    );
}

#[tokio::test]
async fn a_wrong_sign_up_names_every_field() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&state.ctx);
    let wrong =
        json!({"first_name": "", "last_name": "X", "email": "nowhere", "password": "tiny-77"});
    nobody
        .post("/api/v1/users/", wrong)
        .await
        .names(400, &["email", "first_name", "password"]);
    let missing = nobody.post("/api/v1/users/", json!({"email": EMAIL})).await;
    missing.refuses(400, "Missing fields: first_name, last_name, password");
}

#[tokio::test]
async fn nobody_makes_themselves_an_admin() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&state.ctx);
    let body = json!({"first_name": "X", "last_name": "Y", "email": EMAIL, "password": PASSWORD, "is_admin": true});
    nobody
        .post("/api/v1/users/", body)
        .await
        .refuses(400, "Unknown fields: is_admin");
    let id = siobhan(&state).await;
    let program = logged_in(&state).await;
    let refused = program
        .put(&format!("/api/v1/users/{id}"), json!({"is_admin": true}))
        .await;
    refused.refuses(400, "Unknown fields: is_admin");
    assert!(
        users::Entity::find()
            .all(state.db())
            .await
            .unwrap()
            .iter()
            .all(|user| !user.is_admin)
    );
}

#[tokio::test]
async fn address_and_numbers_are_told_to_nobody_else() {
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let path = format!("/api/v1/users/{id}/");
    let program = logged_in(&state).await;
    program
        .put(
            &path,
            json!({"phone_number": "+353 21 000", "home_location": "Cork"}),
        )
        .await
        .is(200);
    let own = program.get(&path).await;
    let whole = json!({
        "id": id, "first_name": "Siobhán", "last_name": "O'Brien", "email": EMAIL,
        "phone_number": "+353 21 000", "home_location": "Cork",
    });
    assert_eq!(own.is(200).json, whole);
    assert_eq!(program.get("/api/v1/users/me/").await.json, whole);
    let rory = state.guest("Rory").await;
    signed_up(&state.ctx, "Ada").await;
    server::admin::grant(&state.ctx, "ada@example.com")
        .await
        .unwrap();
    let admin = Client::logged_in(&state.ctx, "ada@example.com", PASSWORD).await;
    for other in [
        Client::anonymous(&state.ctx),
        Client::of(&state.ctx, &rory).await,
        admin,
        Client::with_scopes(&state.ctx, &actor(&id), &["listings:read"]).await,
    ] {
        let seen = other.get(&path).await;
        assert_eq!(seen.is(200).json["first_name"], "Siobhán");
        for private in ["email", "phone_number", "home_location"] {
            assert_eq!(seen.json.get(private), Some(&Value::Null), "{private}");
        }
    }
}

#[tokio::test]
async fn only_ones_own_profile_is_changed_and_never_address_or_password() {
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let path = format!("/api/v1/users/{id}");
    let program = logged_in(&state).await;
    for field in ["email", "password"] {
        let refused = program
            .put(&path, json!({field: "x@example.com", "first_name": "X"}))
            .await;
        refused
            .refuses(400, "You cannot modify email or password.")
            .names(400, &[field]);
    }
    program
        .put(&path, json!({"phone_number": "call me", "first_name": " "}))
        .await
        .names(400, &["first_name", "phone_number"]);
    for _twice in 0..2 {
        let changed = program.put(&path, json!({"first_name": "Shiv"})).await;
        assert_eq!(
            (
                &changed.is(200).json["first_name"],
                &changed.json["last_name"]
            ),
            (&json!("Shiv"), &json!("O'Brien"))
        );
    }
    Client::anonymous(&state.ctx)
        .put(&path, json!({"first_name": "X"}))
        .await
        .is(401);
    let rory = Client::of(&state.ctx, &state.guest("Rory").await).await;
    rory.put(&path, json!({"first_name": "X"}))
        .await
        .refuses(403, "Unauthorized action");
    rory.delete(&path).await.is(403);
    let narrow = Client::with_scopes(&state.ctx, &actor(&id), &["bookings:read"]).await;
    narrow
        .put(&path, json!({"first_name": "X"}))
        .await
        .refuses(403, "This token lacks the scope profile.");
}

#[tokio::test]
async fn null_takes_a_number_and_a_place_away_and_what_is_not_said_stays() {
    let state = TestState::on_sqlite().await;
    let path = format!("/api/v1/users/{}", siobhan(&state).await);
    let program = logged_in(&state).await;
    let both = json!({"phone_number": "+353 21 000", "home_location": "Cork"});
    program.put(&path, both).await.is(200);
    let one = program.put(&path, json!({"phone_number": null})).await;
    assert_eq!(
        (
            &one.is(200).json["phone_number"],
            &one.json["home_location"]
        ),
        (&Value::Null, &json!("Cork"))
    );
    let both = json!({"home_location": null, "first_name": "Shiv"});
    let none = program.put(&path, both).await;
    assert_eq!(none.is(200).json["home_location"], Value::Null);
    let number = program.put(&path, json!({"home_location": 7})).await;
    number.refuses(400, "home_location: This must be text.");
}

#[tokio::test]
async fn leaving_takes_a_log_in_and_ends_everything() {
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let path = format!("/api/v1/users/{id}");
    let personal = Client::of(&state.ctx, &actor(&id)).await;
    personal
        .delete(&path)
        .await
        .refuses(403, "Log in for this: a personal token cannot do it.");
    Client::anonymous(&state.ctx).delete(&path).await.is(401);
    let program = logged_in(&state).await;
    let other = Client::logged_in(&state.ctx, EMAIL, PASSWORD).await;
    assert_eq!(
        program.delete(&path).await.is(200).json["message"],
        "User deleted successfully"
    );
    for ended in [&program, &other, &personal] {
        ended.get("/api/v1/users/me").await.is(401);
    }
    program.delete(&path).await.is(401);
    Client::anonymous(&state.ctx)
        .get(&path)
        .await
        .refuses(404, "User not found");
    log_in(&state, EMAIL, PASSWORD)
        .await
        .refuses(401, "Invalid credentials");
}

#[tokio::test]
async fn an_id_that_is_nobodys_is_not_found() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&state.ctx);
    for id in [
        "00000000-0000-4000-8000-000000000000",
        "17",
        "%00",
        "%FF",
        &"a".repeat(300),
    ] {
        nobody
            .get(&format!("/api/v1/users/{id}"))
            .await
            .refuses(404, "User not found");
    }
}

#[tokio::test]
async fn an_old_id_that_is_no_uuid_still_leads_to_its_user() {
    use sea_orm::ActiveValue::Set;
    use server::entities::legacy_ids;
    let state = TestState::on_sqlite().await;
    let rory = state.guest("Rory").await;
    let row = |kind: &str, old: &str| legacy_ids::ActiveModel {
        kind: Set(kind.into()),
        old_id: Set(old.into()),
        id: Set(rory.user_id),
    };
    let rows = [row("user", "user-17"), row("place", "place-17")];
    legacy_ids::Entity::insert_many(rows)
        .exec_without_returning(state.db())
        .await
        .unwrap();
    let nobody = Client::anonymous(&state.ctx);
    let seen = nobody.get("/api/v1/users/user-17").await;
    assert_eq!(seen.is(200).json["id"], json!(rory.user_id));
    nobody.get("/api/v1/users/place-17").await.is(404);
}
