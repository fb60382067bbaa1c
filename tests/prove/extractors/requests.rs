//! Requests as nobody sends them, and as everybody does, with everything between.

use std::sync::Arc;

use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Map, Value, json};

/// One request.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    pub path: String,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

/// What requests are made of.
pub struct Known {
    /// Method and path.
    pub routes: Vec<(String, String)>,
    /// Names of fields.
    names: Vec<String>,
    /// Values that mean something.
    words: Vec<String>,
    token: String,
    cookie: String,
}

/// Forms of pages, and what is like them. Those that would end the session are left out.
const FORMS: [&str; 24] = [
    "/login",
    "/signup",
    "/forgot-password",
    "/reset-password",
    "/confirm-email",
    "/account",
    "/account/password",
    "/account/tokens",
    "/listings/{id}",
    "/checkout/{id}",
    "/trips/{id}/cancel",
    "/trips/{id}/withdraw",
    "/host/homes/new",
    "/host/homes/{id}/place",
    "/host/homes/{id}/basics",
    "/host/homes/{id}/amenities",
    "/host/homes/{id}/text",
    "/host/homes/{id}/price",
    "/host/homes/{id}/stays",
    "/host/homes/{id}/rules",
    "/host/homes/{id}/calendar",
    "/host/reservations/{id}/accept",
    "/host/reservations/{id}/decline",
    "/sandbox/v1/payment_intents/{id}/confirm",
];

/// Fields that the document does not name, and pages or the replaced system do.
const MORE_NAMES: [&str; 14] = [
    "is_admin",
    "id",
    "limit",
    "cursor",
    "check_in",
    "check_out",
    "shown_total",
    "where",
    "next",
    "version",
    "currency",
    "__proto__",
    "",
    "a[0]",
];

const MORE_WORDS: [&str; 18] = [
    "2026-06-05",
    "2026-06-08",
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "GBP",
    "usd",
    "mina@example.com",
    "seven small boats",
    "1",
    "-1",
    "1e309",
    "NaN",
    "true",
    "null",
    "' OR 1=1 --",
    "\u{0}\u{202e}\u{10ffff}",
    "5",
];

impl Known {
    /// `document` is the API's own, `ids` are those of things that are there.
    pub fn new(document: &Value, ids: Vec<String>, token: String, cookie: String) -> Self {
        let words = MORE_WORDS.map(str::to_owned);
        Self {
            routes: routes(document),
            names: names(document),
            words: ids.into_iter().chain(words).collect(),
            token,
            cookie,
        }
    }
}

fn routes(document: &Value) -> Vec<(String, String)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let of_api = paths.flat_map(|(path, item)| {
        let methods = ["get", "post", "put", "delete"].into_iter();
        let there = methods.filter(move |method| item.get(*method).is_some());
        there.map(move |method| (method.to_uppercase(), format!("/api{path}")))
    });
    let forms = FORMS.map(|path| ("POST".to_owned(), path.to_owned()));
    let other = [
        ("GET", "/search"),
        ("GET", "/suggest"),
        ("PATCH", "/api/v1/places"),
        ("GET", "/api/v1/{id}"),
    ];
    let other = other.map(|(method, path)| (method.to_owned(), path.to_owned()));
    of_api.chain(forms).chain(other).collect()
}

fn names(document: &Value) -> Vec<String> {
    let schemas = document["components"]["schemas"].as_object();
    let fields = schemas.into_iter().flatten().flat_map(|(_, schema)| {
        let fields = schema["properties"].as_object();
        fields.into_iter().flatten().map(|(name, _)| name.clone())
    });
    let mut names: Vec<String> = fields.chain(MORE_NAMES.map(str::to_owned)).collect();
    names.sort();
    names.dedup();
    names
}

/// One request to any of the routes.
pub fn asked(known: Arc<Known>) -> impl Strategy<Value = Asked> {
    let route = select(known.routes.clone());
    let fills = (segment(&known), segment(&known));
    let query = option::weighted(0.3, query(&known));
    (route, fills, query, headers(&known), body(&known)).prop_map(
        |((method, path), (first, second), query, headers, body)| {
            let path = filled(&path, [&first, &second]);
            Asked {
                path: query.map_or(path.clone(), |query| format!("{path}?{query}")),
                method,
                headers,
                body,
            }
        },
    )
}

/// The path with its arguments.
fn filled(path: &str, segments: [&str; 2]) -> String {
    let mut segments = segments.into_iter().cycle();
    let parts = path.split('/').map(|part| match part.starts_with('{') {
        true => segments.next().unwrap_or_default().to_owned(),
        false => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

fn word(known: &Known) -> BoxedStrategy<String> {
    let words = known.words.clone();
    prop_oneof![3 => select(words), 1 => ".{0,24}", 1 => "[a-z0-9-]{0,40}"].boxed()
}

fn segment(known: &Known) -> BoxedStrategy<String> {
    word(known).prop_map(|word| encoded(&word)).boxed()
}

fn encoded(word: &str) -> String {
    form_urlencoded::byte_serialize(word.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}

fn pairs(known: &Known) -> BoxedStrategy<String> {
    let pair = (select(known.names.clone()), word(known));
    vec(pair, 0..6)
        .prop_map(|pairs| {
            form_urlencoded::Serializer::new(String::new())
                .extend_pairs(pairs)
                .finish()
        })
        .boxed()
}

fn query(known: &Known) -> BoxedStrategy<String> {
    prop_oneof![3 => pairs(known), 1 => "[a-z0-9=&%+.~-]{0,24}"].boxed()
}

fn value(known: &Known) -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        4 => word(known).prop_map(Value::from),
        2 => (-3_i64..12).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(|number| json!(number)),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    let nested = leaf.prop_recursive(3, 12, 4, |inner| {
        let object = vec(("[a-z_]{0,8}", inner.clone()), 0..4);
        prop_oneof![
            vec(inner, 0..4).prop_map(Value::from),
            object.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    });
    nested.boxed()
}

fn body(known: &Known) -> BoxedStrategy<Vec<u8>> {
    let field = (select(known.names.clone()), value(known));
    let object = vec(field, 0..9).prop_map(|fields| {
        let fields: Map<String, Value> = fields.into_iter().collect();
        Value::Object(fields).to_string().into_bytes()
    });
    let cut = object.clone().prop_map(|mut text| {
        text.truncate(text.len() / 2);
        text
    });
    prop_oneof![
        12 => object,
        2 => value(known).prop_map(|value| value.to_string().into_bytes()),
        4 => pairs(known).prop_map(String::into_bytes),
        1 => cut,
        1 => vec(any::<u8>(), 0..80),
        2 => Just(Vec::new()),
        1 => Just(b"[".repeat(20_000)),
        1 => Just(b"{\"a\":".repeat(20_000)),
    ]
    .boxed()
}

fn headers(known: &Known) -> BoxedStrategy<Vec<(String, Vec<u8>)>> {
    let bytes = |text: &str| text.as_bytes().to_vec();
    let garbage = || vec(any::<u8>(), 0..30);
    let kind = prop_oneof![
        10 => Just(bytes("application/json")),
        4 => Just(bytes("application/x-www-form-urlencoded")),
        1 => Just(bytes("Application/JSON; charset=utf-8")),
        1 => Just(bytes("multipart/form-data; boundary=x")),
        1 => garbage(),
    ];
    let token = prop_oneof![
        8 => Just(bytes(&known.token)),
        1 => Just(bytes("Bearer hbnb_0000")),
        1 => garbage(),
    ];
    let others = (
        option::weighted(0.9, kind),
        option::weighted(0.8, token),
        option::weighted(0.7, Just(bytes(&known.cookie))),
        option::weighted(0.2, prop_oneof![Just(bytes("a key")), garbage()]),
        option::weighted(0.1, prop_oneof![Just(bytes("W/\"x\", *")), garbage()]),
    );
    others
        .prop_map(|(kind, token, cookie, key, tag)| {
            let named = [
                ("content-type", kind),
                ("authorization", token),
                ("cookie", cookie),
                ("idempotency-key", key),
                ("if-none-match", tag),
            ];
            let named = named.into_iter();
            named
                .filter_map(|(name, value)| Some((name.to_owned(), value?)))
                .collect()
        })
        .boxed()
}
