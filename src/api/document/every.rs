//! What holds for every operation of the API: its id, its refusals, its token, its key against doing things twice.

use serde_json::{Map, Value, json};

const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// Whoever calls: a token, where there is one, only shows more.
const OPEN: [(&str, &str); 7] = [
    ("post", "/api/v1/auth/login"),
    ("post", "/api/v1/auth/refresh"),
    ("post", "/api/v1/users"),
    ("get", "/api/v1/users/{id}"),
    ("get", "/api/v1/places/{id}/quote"),
    ("post", "/api/v1/bookings/availability/check"),
    ("get", "/api/v1/health"),
];
/// Never answered from memory: their answers are secrets.
const UNKEYED: [&str; 2] = ["/api/v1/auth/", "/api/v1/tokens"];

/// Adds it wherever a handler has not said otherwise.
pub fn complete(document: &mut Value) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else {
        return;
    };
    for (path, item) in paths {
        for method in METHODS {
            if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                describe(operation, method, path);
            }
        }
    }
}

fn describe(operation: &mut Map<String, Value>, method: &str, path: &str) {
    operation.insert("operationId".to_owned(), name(method, path).into());
    let usual = match OPEN.contains(&(method, path)) {
        true => json!([{}, { "bearer": [] }]),
        false => json!([{ "bearer": [] }]),
    };
    operation.entry("security").or_insert(usual);
    let is_keyed = method == "post" && !UNKEYED.iter().any(|start| path.starts_with(start));
    let pages = has_parameter(operation, "cursor");
    if is_keyed {
        add_key(operation);
    }
    let responses = operation.entry("responses").or_insert_with(|| json!({}));
    let Some(responses) = responses.as_object_mut() else {
        return;
    };
    if pages {
        link(responses);
    }
    for (status, meaning, holds) in refusals(method, path, is_keyed) {
        if holds && !responses.contains_key(status) {
            responses.insert(status.to_owned(), refusal(status, meaning));
        }
    }
}

/// Each status, what it means, and whether the operation answers it.
#[rustfmt::skip]
fn refusals(method: &str, path: &str, is_keyed: bool) -> [(&'static str, &'static str, bool); 11] {
    [
        ("304", "What If-None-Match names is still the same.", method == "get"),
        ("400", "Something in the request is wrong, or not possible now.", true),
        ("401", "The token is missing, over or ended, and one is needed.", true),
        ("403", "Somebody else's, or the token lacks the scope.", true),
        ("404", "There is no such thing.", path.contains('{')),
        ("409", "The same Idempotency-Key is in work.", is_keyed),
        ("413", "The request is longer than 64 KB.", method != "get"),
        ("422", "The Idempotency-Key was used for another request.", is_keyed),
        ("429", "Too many requests. Retry-After says when.", true),
        ("503", "Something of ours does not work at the moment.", true),
        ("default", "Anything else that went wrong.", true),
    ]
}

fn refusal(status: &str, meaning: &str) -> Value {
    if status == "304" {
        return json!({ "description": meaning });
    }
    json!({
        "description": meaning,
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } },
    })
}

/// `get_places_id_photos`
fn name(method: &str, path: &str) -> String {
    let path = path.trim_start_matches("/api/v1/");
    let words = path.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .fold(method.to_owned(), |name, word| format!("{name}_{word}"))
}

fn has_parameter(operation: &Map<String, Value>, name: &str) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    parameters.is_some_and(|all| all.iter().any(|parameter| parameter["name"] == name))
}

fn add_key(operation: &mut Map<String, Value>) {
    let key = json!({
        "name": "Idempotency-Key", "in": "header", "required": false,
        "description": "The request is done once: sent again with the same key within 24 hours, it is answered the same.",
        "schema": { "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[\\x21-\\x7e]+$" },
    });
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.push(key);
    }
}

fn link(responses: &mut Map<String, Value>) {
    let header = json!({
        "Link": {
            "description": "`<…>; rel=\"next\"` when more follow.",
            "schema": { "type": "string" },
        }
    });
    if let Some(page) = responses.get_mut("200").and_then(Value::as_object_mut) {
        page.insert("headers".to_owned(), header);
    }
}
