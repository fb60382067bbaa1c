//! What the executable refuses before it serves: one clear sentence and exit code 2.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use uuid::Uuid;

/// A data folder of one's own.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("hbnb-startup-{}", Uuid::new_v4().simple())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn hbnb(folder: &Folder, args: &[&str], settings: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hbnb"));
    command
        .env_clear()
        .env("HBNB_DATA", &folder.0)
        .envs(settings.iter().copied())
        .args(args);
    command.output().unwrap()
}

#[track_caller]
fn is_refused(folder: &Folder, settings: &[(&str, &str)], words: &str) {
    let output = hbnb(folder, &["serve"], settings);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(words), "{words:?} is not in {said:?}");
}

const PRODUCTION: [(&str, &str); 11] = [
    ("HBNB_ENV", "production"),
    ("HOST", "127.0.0.1"),
    ("PORT", "4159"),
    ("PUBLIC_URL", "https://hbnb.example"),
    ("OPERATOR_NAME", "Harbour Homes"),
    ("SUPPORT_EMAIL", "help@hbnb.example"),
    ("SMTP_URL", "smtps://hbnb:a-password@mail.hbnb.example"),
    ("STRIPE_SECRET_KEY", "sk_live_ofnoaccount"),
    ("STRIPE_PUBLISHABLE_KEY", "pk_live_ofnoaccount"),
    ("STRIPE_WEBHOOK_SECRET", "whsec_ofnoaccount"),
    ("SECRET_KEY", "5f1d7a84b0c9e2336fa1d0c7b9e84a21"),
];

fn production_with(name: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    PRODUCTION
        .into_iter()
        .map(|(key, kept)| (key, if key == name { value } else { kept }))
        .collect()
}

#[test]
fn a_wrong_value_is_one_sentence() {
    let folder = Folder::new();
    is_refused(
        &folder,
        &[("PORT", "eighty")],
        "PORT must be a number from 1 to 65535, not \"eighty\".",
    );
    is_refused(
        &folder,
        &[("HBNB_ENV", "staging")],
        "HBNB_ENV must be development or production",
    );
    is_refused(
        &folder,
        &[("DATABASE_URL", "postgres://x/y")],
        "DATABASE_URL is neither mysql://",
    );
    is_refused(&folder, &[("HOST", "0.0.0.0")], "--public-demo");
}

#[test]
fn production_refuses_missing_and_weak_settings() {
    let folder = Folder::new();
    for name in [
        "PUBLIC_URL",
        "OPERATOR_NAME",
        "SUPPORT_EMAIL",
        "SMTP_URL",
        "SECRET_KEY",
    ] {
        is_refused(
            &folder,
            &production_with(name, ""),
            &format!("Production needs {name}"),
        );
    }
    is_refused(
        &folder,
        &production_with("PUBLIC_URL", "http://hbnb.example"),
        "https",
    );
    is_refused(
        &folder,
        &production_with("SECRET_KEY", "short"),
        "SECRET_KEY is too short",
    );
    is_refused(
        &folder,
        &production_with("SECRET_KEY", "changeme-changeme-changeme-changeme"),
        "SECRET_KEY is an example",
    );
}

#[test]
fn production_refuses_to_be_without_limits() {
    let folder = Folder::new();
    let mut settings = PRODUCTION.to_vec();
    settings.push(("RATE_LIMITS", "off"));
    is_refused(&folder, &settings, "RATE_LIMITS=off is for load tests");
    for (name, value) in [
        ("RATE_LIMITS", "perhaps"),
        ("RATE_LIMIT_LOGIN", "five"),
        ("RATE_LIMIT_READ", "0/minute"),
        ("TRUSTED_PROXY_HEADER", "two words"),
    ] {
        is_refused(&folder, &[(name, value)], name);
    }
}

#[test]
fn production_refuses_demo_accounts_and_the_sandbox() {
    let folder = Folder::new();
    is_refused(
        &folder,
        &production_with("STRIPE_SECRET_KEY", ""),
        "refuses the Sandbox",
    );
    is_refused(
        &folder,
        &production_with("STRIPE_SECRET_KEY", "sk_test_ofnoaccount"),
        "must both be live keys",
    );
    assert!(
        hbnb(&folder, &["seed", "--today", "2026-06-01"], &[])
            .status
            .success()
    );
    is_refused(&folder, &PRODUCTION, "demo accounts");
    let seeding = hbnb(&folder, &["seed"], &PRODUCTION);
    assert!(!seeding.status.success());
}

/// What a server that starts with these settings logs until it is up.
fn logged(folder: &Folder, settings: &[(&str, &str)]) -> String {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let mut server = Command::new(env!("CARGO_BIN_EXE_hbnb"))
        .arg("serve")
        .env_clear()
        .env("HBNB_DATA", &folder.0)
        .env("PORT", port.to_string())
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(server.stdout.take().unwrap()).lines();
    let greeted = said
        .map_while(Result::ok)
        .any(|line| line.starts_with("HBnB is at"));
    server.kill().unwrap();
    let output = server.wait_with_output().unwrap();
    assert!(greeted, "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_public_demo_is_told_that_it_cannot_tell_visitors_apart() {
    const WARNED: &str = "TRUSTED_PROXY_HEADER is not set";
    let folder = Folder::new();
    let (demo, named) = (
        ("HBNB_PUBLIC_DEMO", "true"),
        ("TRUSTED_PROXY_HEADER", "X-Client"),
    );
    assert!(logged(&folder, &[demo]).contains(WARNED));
    assert!(!logged(&folder, &[demo, named]).contains(WARNED));
    assert!(!logged(&folder, &[]).contains(WARNED));
}

/// Whoever gives the replaced system's address by mistake loses nothing, not even with `--dry-run`.
#[tokio::test]
async fn another_systems_database_is_refused_before_anything_is_written() {
    let folder = Folder::new();
    fs::create_dir_all(&folder.0).unwrap();
    let url = format!("sqlite:{}", folder.0.join("old.sqlite").display());
    let db = server::database::connect(&url).await.unwrap();
    db.execute_unprepared("CREATE TABLE bookings (id VARCHAR(60) PRIMARY KEY, total_price FLOAT)")
        .await
        .unwrap();
    let before = schema(&db).await;
    let dump = format!(
        "{}/server/tests/fixtures/legacy/old.sql",
        env!("CARGO_MANIFEST_DIR")
    );
    for args in [
        &["import", "legacy", &dump, "--dry-run"][..],
        &["migrate"],
        &["serve"],
    ] {
        let output = hbnb(&folder, args, &[("DATABASE_URL", &url)]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("This database holds another system's tables; HBnB needs an empty one."),
            "{said}"
        );
    }
    assert_eq!(schema(&db).await, before);
}

async fn schema(db: &DatabaseConnection) -> Vec<String> {
    let sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name";
    let statement = Statement::from_string(DbBackend::Sqlite, sql);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}

#[test]
fn every_command_explains_itself() {
    let folder = Folder::new();
    for command in ["serve", "migrate", "seed", "import", "admin"] {
        let output = hbnb(&folder, &[command, "--help"], &[]);
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{command}"
        );
    }
}

#[test]
fn help_never_shows_a_secret_of_the_environment() {
    let output = hbnb(&Folder::new(), &["serve", "--help"], &PRODUCTION);
    let said = String::from_utf8_lossy(&output.stdout);
    for secret in ["5f1d7a84", "ofnoaccount"] {
        assert!(!said.contains(secret));
    }
}

#[test]
fn administration_is_granted_to_accounts_that_are_there() {
    let folder = Folder::new();
    assert!(
        hbnb(&folder, &["seed", "--today", "2026-06-01"], &[])
            .status
            .success()
    );
    assert!(
        hbnb(&folder, &["admin", "grant", "AILSA@example.com"], &[])
            .status
            .success()
    );
    assert!(
        hbnb(&folder, &["admin", "revoke", "ailsa@example.com"], &[])
            .status
            .success()
    );
    let nobody = hbnb(&folder, &["admin", "grant", "nobody@example.com"], &[]);
    assert_eq!(nobody.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("not found"));
}
