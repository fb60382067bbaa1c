//! Every route of the API in every role, against the table beside this file.

mod bodies;
mod scene;
mod table;

use std::collections::BTreeSet;

use scene::{Role, Scene};
use table::{Row, rows};

/// What the document says that there is, and what stands beside it.
fn routes() -> BTreeSet<(String, String)> {
    let document = hbnb::api::resources().into_openapi();
    let mut routes: BTreeSet<(String, String)> = BTreeSet::new();
    for (path, item) in document.paths.paths {
        let methods = [
            ("GET", item.get),
            ("POST", item.post),
            ("PUT", item.put),
            ("PATCH", item.patch),
            ("DELETE", item.delete),
        ];
        for (method, _) in methods.into_iter().filter(|(_, found)| found.is_some()) {
            routes.insert((method.to_owned(), path.clone()));
        }
    }
    for (method, path) in [
        ("GET", "/health"),
        ("POST", "/sandbox/v1/payment_intents/{id}/confirm"),
    ] {
        routes.insert((method.to_owned(), path.to_owned()));
    }
    routes
}

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let table: BTreeSet<(String, String)> = rows()
        .into_iter()
        .map(|row| (row.method, row.path))
        .collect();
    let routes = routes();
    let forgotten: Vec<_> = routes.difference(&table).collect();
    assert!(forgotten.is_empty(), "routes without a row: {forgotten:?}");
    let stale: Vec<_> = table.difference(&routes).collect();
    assert!(stale.is_empty(), "rows without a route: {stale:?}");
}

/// What was answered instead of what the table says.
async fn contradictions(row: &Row) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut scene = Scene::of(row).await;
    for (role, expected) in Role::ALL.into_iter().zip(row.statuses) {
        let reply = scene.call(row, role).await;
        if reply.status != expected {
            wrong.push(format!(
                "{} {} as {role:?}: {} instead of {expected}: {}",
                row.method, row.path, reply.status, reply.text
            ));
        }
        // What was done once is not there to be done again.
        if reply.status < 400 && row.method != "GET" {
            scene = Scene::of(row).await;
        }
    }
    wrong
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_role_is_answered_as_the_table_says() {
    let mut wrong = Vec::new();
    for pair in rows().chunks(2) {
        let (first, second) = (pair[0].clone(), pair.get(1).cloned());
        let other = tokio::spawn(async move {
            match second {
                Some(row) => contradictions(&row).await,
                None => Vec::new(),
            }
        });
        wrong.extend(contradictions(&first).await);
        wrong.extend(other.await.expect("a row"));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
