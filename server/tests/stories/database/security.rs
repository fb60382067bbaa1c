//! The connection to TiDB is verified, and what is wrong with it is said plainly, without the password.

use std::env;

use sea_orm::{ConnectionTrait, Statement};
use server::database;

use crate::support::tidb_url;

/// The server under the name in its certificate (`localhost`) or another, trusting this authority too.
fn address(host: &str, options: &str) -> Option<String> {
    let url = tidb_url("test")?;
    let authority = env::var("HBNB_TEST_TIDB_CA")
        .ok()
        .filter(|path| !path.is_empty())?;
    let options = options.replace("CA", &authority);
    Some(format!("{}{options}", url.replace("127.0.0.1", host)))
}

async fn refusal(url: &str) -> String {
    database::connect(url)
        .await
        .expect_err("a refusal")
        .to_string()
}

macro_rules! or_skip {
    ($address:expr) => {
        match $address {
            Some(address) => address,
            None => {
                use std::io::Write;
                let _ = writeln!(
                    std::io::stderr(),
                    "skipped: TLS to TiDB, because HBNB_TEST_TIDB_CA names no authority"
                );
                return;
            }
        }
    };
}

#[tokio::test]
async fn a_certificate_of_a_known_authority_for_this_host_is_accepted() {
    let url = or_skip!(address("localhost", "?ssl-mode=VERIFY_IDENTITY&ssl-ca=CA"));
    let db = database::connect(&url)
        .await
        .expect("a verified connection");
    let sql = "SHOW STATUS LIKE 'Ssl_cipher'";
    let row = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), sql))
        .await;
    let cipher: String = row
        .expect("a look")
        .expect("a row")
        .try_get_by_index(1)
        .expect("a word");
    assert!(!cipher.is_empty(), "the connection is encrypted");
}

#[tokio::test]
async fn the_replaced_systems_spelling_is_verified_too() {
    let url = or_skip!(address("localhost", "?ssl=true&ssl_ca=CA")).replacen(
        "mysql://",
        "mysql+pymysql://",
        1,
    );
    database::connect(&url)
        .await
        .expect("a verified connection");
    let url =
        or_skip!(address("localhost", "?ssl=true")).replacen("mysql://", "mysql+pymysql://", 1);
    assert!(refusal(&url).await.contains("authority unknown here"));
}

#[tokio::test]
async fn an_unknown_authority_is_refused_in_a_sentence() {
    let url = or_skip!(address("localhost", "?ssl-mode=VERIFY_IDENTITY"));
    let refusal = refusal(&url).await;
    assert!(
        refusal.contains("signed by an authority unknown here; name its file with ?ssl-ca=FILE"),
        "{refusal}"
    );
}

#[tokio::test]
async fn a_wrong_host_name_is_refused_in_a_sentence() {
    let url = or_skip!(address("127.0.0.1", "?ssl-mode=VERIFY_IDENTITY&ssl-ca=CA"));
    let refusal = refusal(&url).await;
    assert!(
        refusal.contains("certificate is for another host name"),
        "{refusal}"
    );
}

#[tokio::test]
async fn a_wrong_password_is_refused_without_being_shown() {
    let url = or_skip!(address("127.0.0.1", "")).replace("root@", "root:s3cret-tide@");
    let refusal = refusal(&url).await;
    assert!(refusal.contains("Access denied"), "{refusal}");
    assert!(!refusal.contains("s3cret-tide"), "{refusal}");
}

#[tokio::test]
async fn nobody_at_home_is_a_sentence() {
    let refused = refusal("mysql://root:s3cret-tide@127.0.0.1:9/hbnb").await;
    assert!(
        refused.starts_with("cannot connect to mysql://root@127.0.0.1:9/hbnb: "),
        "{refused}"
    );
    let folder = refusal("sqlite:/no/such/folder/hbnb.sqlite").await;
    assert_eq!(
        folder,
        "cannot connect to sqlite:/no/such/folder/hbnb.sqlite: unable to open database file"
    );
}
