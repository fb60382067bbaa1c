//! Every route is in the document, and the document fits together.

use std::collections::BTreeSet;

use axum::Router;
use hbnb::api;
use serde_json::{Map, Value};
use server::Context;

use crate::{client::Client, support::*};

const METHODS: [&str; 5] = ["get", "post", "put", "delete", "patch"];

fn operations() -> Vec<(String, String, Map<String, Value>)> {
    let mut all = Vec::new();
    let paths = api::document::document()["paths"]
        .as_object()
        .expect("paths");
    for (path, item) in paths {
        for method in METHODS {
            if let Some(operation) = item[method].as_object() {
                all.push((method.to_uppercase(), path.clone(), operation.clone()));
            }
        }
    }
    all
}

/// What the router itself has: its own account of its paths, and for each the methods that it says it allows.
async fn routed() -> BTreeSet<(String, String)> {
    let state = TestState::on_sqlite().await;
    let client = Client::anonymous(&state.ctx);
    let router: Router<Context> = api::resources().into();
    let account = format!("{router:?}");
    let mut routed = BTreeSet::new();
    for path in account.split('"').filter(|text| text.starts_with("/v1/")) {
        let path = format!("/api{path}");
        let filled = path.replace(['{', '}'], "");
        let refused = client.call("PROPFIND", &filled, None).await;
        assert_eq!(refused.status, 405, "{path}: {}", refused.text);
        let allowed = refused.header("allow").split(',').map(str::trim);
        routed.extend(
            allowed
                .filter(|method| *method != "HEAD")
                .map(|method| (method.to_owned(), path.clone())),
        );
    }
    routed
}

#[tokio::test]
async fn every_route_is_in_the_document_and_nothing_else_is() {
    let documented: BTreeSet<(String, String)> = operations()
        .into_iter()
        .map(|(method, path, _)| (method, path))
        .collect();
    let routed = routed().await;
    assert!(routed.len() > 40, "{}", routed.len());
    let missing: Vec<_> = routed.difference(&documented).collect();
    assert!(missing.is_empty(), "not in the document: {missing:?}");
    let invented: Vec<_> = documented.difference(&routed).collect();
    assert!(invented.is_empty(), "not in the router: {invented:?}");
}

#[test]
fn every_operation_has_its_own_id_a_summary_and_its_refusals() {
    let mut ids = BTreeSet::new();
    for (method, path, operation) in operations() {
        let told = |name: &str| operation.get(name).is_some_and(|said| !said.is_null());
        assert!(
            told("summary") && told("tags") && told("security"),
            "{method} {path}"
        );
        let id = operation["operationId"].as_str().expect("an id");
        assert!(ids.insert(id.to_owned()), "{id} twice");
        let responses = operation["responses"].as_object().expect("responses");
        assert!(responses.contains_key("default"), "{method} {path}");
        let succeeds = |status: &&String| status.starts_with('2');
        assert!(
            responses.keys().any(|status| succeeds(&status)),
            "{method} {path}"
        );
        let has_path_argument = path.contains('{');
        assert_eq!(
            has_path_argument,
            declares(&operation, "path"),
            "{method} {path}"
        );
    }
}

fn declares(operation: &Map<String, Value>, place: &str) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    parameters.is_some_and(|all| all.iter().any(|parameter| parameter["in"] == place))
}

#[test]
fn whatever_the_document_points_to_is_in_it() {
    let document = api::document::document();
    assert_eq!(document["openapi"], "3.1.0");
    let mut pointers = BTreeSet::new();
    collect(document, &mut pointers);
    assert!(pointers.len() > 10);
    for pointer in pointers {
        assert!(
            document.pointer(pointer.trim_start_matches('#')).is_some(),
            "{pointer}"
        );
    }
    assert!(
        document
            .pointer("/components/securitySchemes/bearer")
            .is_some()
    );
}

fn collect(value: &Value, pointers: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(pointer)) = fields.get("$ref") {
                pointers.insert(pointer.clone());
            }
            fields.values().for_each(|field| collect(field, pointers));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, pointers)),
        _ => {}
    }
}
