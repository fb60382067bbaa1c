//! A commit whose answer is lost on the way.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use reqwest::Url;
use sea_orm::{Database, EntityTrait, PaginatorTrait};
use server::{Context, bookings, entities::bookings as rows};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::{stage::*, support::TestState};

const LONGEST: usize = 64 * 1024;

/// Carries one connection; the first commit of all is done, and its answer lost with the connection.
async fn carry(client: TcpStream, server: TcpStream, lost: Arc<AtomicBool>) {
    let ((mut hears, mut says), (mut answers, mut asks)) =
        (client.into_split(), server.into_split());
    let (mut question, mut answer) = (vec![0; LONGEST], vec![0; LONGEST]);
    loop {
        tokio::select! {
            asked = hears.read(&mut question) => {
                let Ok(length @ 1..) = asked else { return };
                if asks.write_all(&question[..length]).await.is_err() {
                    return;
                }
                let commits = question[..length].windows(6).any(|word| word == b"COMMIT");
                if commits && !lost.swap(true, Ordering::SeqCst) {
                    let done = answers.read(&mut answer).await.expect("the answer to a commit");
                    assert!(done > 0, "the server hung up");
                    return;
                }
            }
            answered = answers.read(&mut answer) => {
                let Ok(length @ 1..) = answered else { return };
                if says.write_all(&answer[..length]).await.is_err() {
                    return;
                }
            }
        }
    }
}

/// The story's database behind a line that loses the answer to one commit, and whether it was lost.
async fn bad_line(state: &TestState) -> (Context, Arc<AtomicBool>) {
    let mut url = Url::parse(&state.url).expect("the database's address");
    let server = format!(
        "{}:{}",
        url.host_str().expect("a host"),
        url.port().expect("a port")
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let lost = Arc::new(AtomicBool::new(false));
    let told = lost.clone();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let server = TcpStream::connect(&server).await.expect("the server");
            tokio::spawn(carry(client, server, lost.clone()));
        }
    });
    url.set_host(Some("127.0.0.1")).expect("a host");
    url.set_port(Some(port)).expect("a port");
    // What is encrypted cannot be read on the way.
    url.set_query(Some("ssl-mode=DISABLED"));
    let db = Database::connect(url.as_str()).await.expect("the database");
    (
        Context {
            db,
            ..state.ctx.clone()
        },
        told,
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hold_whose_commit_was_not_answered_is_found_and_not_made_twice() {
    let story = "a_hold_whose_commit_was_not_answered_is_found_and_not_made_twice";
    let Some(state) = TestState::on_tidb(story).await else {
        return;
    };
    let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
    let home = state.home(&ailsa).publish().await;
    let (ctx, lost) = bad_line(&state).await;
    let held = bookings::hold(&ctx, &mina, request(&home, state.stay(3, 2))).await;
    let id = held.expect("a hold");
    assert!(lost.load(Ordering::SeqCst), "the answer was lost");
    assert_eq!(row(&state, id).await.guest_id, mina.user_id);
    assert_eq!(
        rows::Entity::find()
            .count(state.db())
            .await
            .expect("a count"),
        1
    );
}
