//! `docs/api.md`, run as it stands: every line by a shell and curl, against a server, and every answer compared with the one that the
//! page shows.

use std::{net::SocketAddr, process::Command};

use serde_json::Value;
use tokio::net::TcpListener;

use crate::{browser::router, support::*};

const TOUR: &str = include_str!("../../../docs/api.md");

/// What a reader types, and what the page says is then answered.
struct Stop {
    lines: String,
    answer: Option<Value>,
}

fn stops() -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for block in TOUR.split("```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').expect("a block");
        match kind {
            "sh" => stops.push(Stop {
                lines: text.to_owned(),
                answer: None,
            }),
            "json" => {
                let answer = serde_json::from_str(text).expect(text);
                stops.last_mut().expect("what was typed").answer = Some(answer);
            }
            _ => {}
        }
    }
    stops
}

/// One script of all stops; each writes what it prints into a file of its own.
fn script(stops: &[Stop]) -> String {
    let typed = stops
        .iter()
        .enumerate()
        .map(|(number, stop)| format!("{{\n{}\n}} > {number}.out\n", stop.lines));
    format!("set -euo pipefail\n{}", typed.collect::<String>())
}

/// Every field that the page shows is there, and says the same where the page does not leave it out with an ellipsis. Empty lists and
/// objects stand for any.
fn is_as_shown(shown: &Value, answered: &Value) -> bool {
    match (shown, answered) {
        (Value::Object(shown), Value::Object(answered)) => shown.iter().all(|(name, value)| {
            answered
                .get(name)
                .is_some_and(|there| is_as_shown(value, there))
        }),
        (Value::Array(_), Value::Array(_)) => true,
        (Value::String(shown), Value::String(answered)) => shown == "…" || shown == answered,
        (shown, answered) => shown == answered,
    }
}

async fn serve(state: &TestState) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let site = router(&state.ctx).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, site).await });
    address
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_line_of_the_tour_does_what_the_page_says() {
    let state = TestState::on_sqlite().await;
    let address = serve(&state).await;
    let stops = stops();
    assert!(stops.len() > 15, "{}", stops.len());
    let folder = state.ctx.settings.data.join("tour");
    std::fs::create_dir_all(&folder).expect("a folder");
    let stay = state.stay(30, 3);
    let mut shell = Command::new("bash");
    shell
        .arg("-c")
        .arg(script(&stops))
        .current_dir(&folder)
        .env("HBNB", format!("http://{address}"))
        .env("ARRIVAL", stay.check_in.to_string())
        .env("DEPARTURE", stay.check_out.to_string());
    let run = tokio::task::spawn_blocking(move || shell.output());
    let run = run.await.expect("a shell").expect("a shell");
    let printed = |number: usize| std::fs::read_to_string(folder.join(format!("{number}.out")));
    for (number, stop) in stops.iter().enumerate() {
        let answered = printed(number).unwrap_or_default();
        let Some(shown) = &stop.answer else {
            continue;
        };
        let json = serde_json::from_str(&answered).unwrap_or(Value::Null);
        assert!(
            is_as_shown(shown, &json),
            "{}\nis answered: {answered}\ninstead of: {shown}\n{}",
            stop.lines,
            String::from_utf8_lossy(&run.stderr)
        );
    }
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}
