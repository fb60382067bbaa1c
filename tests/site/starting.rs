//! What a server does before it answers: the prices that searches compare are brought in line with its fees.

use std::{path::Path, process::Command};

use crate::draining::{Server, get};

/// How many homes cost so many euros a night, as the API says it.
fn found(server: &Server, prices: &str) -> serde_json::Value {
    let answer = get(server.connect(), &format!("/api/v1/search?{prices}"));
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{answer}");
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    body["count"].clone()
}

fn import(folder: &Path) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/tests/fixtures");
    let imported = Command::new(env!("CARGO_BIN_EXE_hbnb"))
        .args(["import", "inside-airbnb"])
        .arg(fixtures.join("inside_airbnb/summary.csv"))
        .env_clear()
        .env("HBNB_DATA", folder)
        .output()
        .unwrap();
    assert!(imported.status.success(), "{imported:?}");
}

#[test]
fn a_server_that_starts_with_another_fee_searches_by_other_prices() {
    let folder =
        std::env::temp_dir().join(format!("hbnb-starting-{}", uuid::Uuid::new_v4().simple()));
    import(&folder);
    // A machiya for 9,500 yen: about €60.90, and with a tenth on top €66.99.
    let (without, with) = ("min_price=60&max_price=61", "min_price=66&max_price=67");
    let mut first = Server::start_with(folder.clone(), &[]);
    assert_eq!([found(&first, without), found(&first, with)], [1, 0]);
    first.ask_to_stop();
    assert!(first.process.wait().unwrap().success());
    let second = Server::start_with(folder, &[("GUEST_FEE_BPS", "1000")]);
    assert_eq!([found(&second, without), found(&second, with)], [0, 1]);
}
