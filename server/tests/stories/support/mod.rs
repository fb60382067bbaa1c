//! What every story is given: a fresh database (SQLite or TiDB), a clock that stands still, and the cast.
//!
//! ```text
//! mod support;
//! use support::*;
//!
//! stories! {
//!     /// Told twice: `a_guest_holds_a_home::sqlite` and `a_guest_holds_a_home::tidb`.
//!     async fn a_guest_holds_a_home(state: TestState) {
//!         let ailsa = state.host("Ailsa").await;
//!         let home = state.home(&ailsa).nightly(12_000).publish().await;
//!     }
//! }
//! ```
//!
//! `HBNB_TEST_TIDB` names the TiDB server (`. scripts/tidb/start.sh` starts one); without it the stories on TiDB are skipped, and say so.

// Each file of stories uses a part of this.
#![allow(dead_code, unused_imports, unused_macros)]

mod cast;
mod homes;
mod nights;
mod sqlite;
mod state;
mod tidb;
mod towns;
mod usual;

pub use homes::HomeBuilder;
pub use state::{Database, TestState};
pub use tidb::{Tidb, server_url as tidb_url};
pub use towns::{EDINBURGH, KYOTO, MEXICO_CITY, Town};

/// Tells each story on SQLite and on TiDB.
macro_rules! stories {
    ($($(#[$about:meta])* async fn $name:ident($state:ident: TestState) $story:block)+) => {$(
        $(#[$about])*
        mod $name {
            use super::*;

            async fn story($state: TestState) $story

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                story(TestState::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn tidb() {
                if let Some(state) = TestState::on_tidb(stringify!($name)).await {
                    story(state).await;
                }
            }
        }
    )+};
}
pub(crate) use stories;
