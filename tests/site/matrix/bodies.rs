//! What is sent to each route: something that it takes, so that only who asks decides the answer.

use serde_json::{Value, json};

use super::{scene::Scene, table::Row};

/// The body, and what stands behind the question mark.
pub fn of(row: &Row, scene: &Scene) -> (Option<Value>, String) {
    let way = (row.method.as_str(), row.path.as_str());
    (body(way, scene), query(way, scene))
}

fn query(way: (&str, &str), scene: &Scene) -> String {
    let day = |from_today| scene.state.day(from_today);
    match way {
        ("GET", "/v1/places/{id}/quote") => {
            format!("?check_in_date={}&check_out_date={}", day(60), day(62))
        }
        ("DELETE", "/v1/places/{id}/blocks") => format!("?first_night={}", day(70)),
        _ => String::new(),
    }
}

fn body(way: (&str, &str), scene: &Scene) -> Option<Value> {
    let stay = |from, nights| stay(scene, from, nights);
    Some(match way {
        ("POST", "/v1/auth/login") => {
            json!({"email": scene.email, "password": crate::browser::PASSWORD})
        }
        ("POST", "/v1/auth/refresh") => json!({"refresh_token": scene.refresh_token}),
        ("POST", "/v1/users") => json!({
            "first_name": "Ada", "last_name": "Byron", "email": "ada@example.com", "password": "nine long oars",
        }),
        ("PUT", "/v1/users/{id}") => json!({"first_name": "Ailsa"}),
        ("POST", "/v1/tokens") => json!({"name": "A script", "scopes": ["bookings:read"]}),
        ("POST", "/v1/places") => json!({
            "title": "A barge", "description": "It floats.", "price": 90.0, "latitude": 55.95, "longitude": -3.2,
        }),
        ("PUT", "/v1/places/{id}") => json!({"title": "A flat above the harbour"}),
        ("POST", "/v1/places/{id}/blocks") => json!({"first_night": scene.state.day(70)}),
        ("POST", "/v1/amenities") => json!({"name": "Telescope"}),
        ("PUT", "/v1/amenities/{id}") => json!({"name": "Hammock and stand"}),
        ("POST", "/v1/reviews") => {
            json!({"text": "Quiet and warm.", "rating": 5, "place_id": scene.place})
        }
        ("PUT", "/v1/reviews/{id}") => json!({"text": "Quiet, warm and dry.", "rating": 4}),
        ("POST", "/v1/bookings/availability/check" | "/v1/payments/create-payment-intent") => {
            stay(60, 2)
        }
        ("POST", "/v1/bookings") => {
            let mut claim = stay(20, 2);
            claim["payment_intent_id"] = json!(scene.intent);
            claim
        }
        ("POST", "/v1/reservations/{id}/decline") => json!({"reason": "The roof leaks."}),
        ("POST", "/v1/reservations/{id}/cancel") => {
            json!({"reason": "The roof leaks.", "refund_minor": 20_000})
        }
        ("POST", "/sandbox/v1/payment_intents/{id}/confirm") => {
            json!({"client_secret": scene.secret, "payment_method": "pm_card_visa"})
        }
        _ => return None,
    })
}

fn stay(scene: &Scene, from: i64, nights: i64) -> Value {
    json!({
        "place_id": scene.place,
        "check_in_date": scene.state.day(from),
        "check_out_date": scene.state.day(from + nights),
    })
}
