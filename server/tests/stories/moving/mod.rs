//! Moving in from the replaced system, on SQLite and on TiDB.

mod arriving;
mod files;
mod meanwhile;
mod stays;

use std::{
    fs,
    path::{Path, PathBuf},
};

use indicatif::ProgressBar;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::{
    accounts::Actor,
    entities::{bookings, legacy_ids, listings, users},
    imports::legacy::{self, Options, Report},
};
use uuid::{Uuid, uuid};

use crate::support::*;

/// Of everybody in the dump who has one.
const PASSWORD: &str = "seven small boats";

const HANA: Uuid = uuid!("d0000000-0000-4000-8000-000000000001");
const OTHER_HANA: Uuid = uuid!("d0000000-0000-4000-8000-000000000003");
const NAMELESS: Uuid = uuid!("d0000000-0000-4000-8000-000000000004");
const JEAN: Uuid = uuid!("d0000000-0000-4000-8000-000000000005");
const LOFT: Uuid = uuid!("b0000000-0000-4000-8000-00000000000a");
const WIFI: Uuid = uuid!("a0000000-0000-4000-8000-000000000001");

/// Of the loft, 10 to 12 June, Omar's.
const CONFIRMED: Uuid = uuid!("c0000000-0000-4000-8000-000000000001");
/// Of the loft, 1 to 4 July, Omar's.
const PENDING: Uuid = uuid!("c0000000-0000-4000-8000-000000000003");
const PENDING_LONG_AGO: Uuid = uuid!("c0000000-0000-4000-8000-000000000004");
const COMPLETED: Uuid = uuid!("c0000000-0000-4000-8000-000000000005");
const CANCELLED: Uuid = uuid!("c0000000-0000-4000-8000-000000000006");
const CONFIRMED_LONG_AGO: Uuid = uuid!("c0000000-0000-4000-8000-000000000007");

/// `tests/fixtures/legacy/old.sql`.
fn dump() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/legacy/old.sql");
    fs::read_to_string(path).expect("the fixture")
}

fn save(state: &TestState, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = state.ctx.settings.data.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

async fn import(
    state: &TestState,
    dump: impl AsRef<[u8]>,
    change: impl FnOnce(&mut Options),
) -> server::Result<Report> {
    let file = save(state, "old.sql", dump);
    let mut options = Options::new(&state.ctx.settings, &file);
    change(&mut options);
    legacy::run(&state.ctx, &options, ProgressBar::hidden()).await
}

/// The dump is brought in as it is.
async fn moved_in(state: &TestState) -> Report {
    import(state, dump(), |_| {}).await.expect("an import")
}

async fn user(state: &TestState, id: Uuid) -> users::Model {
    let found = users::Entity::find_by_id(id).one(state.db()).await;
    found.expect("a look").expect("the user")
}

async fn actor(state: &TestState, id: Uuid) -> Actor {
    let user = user(state, id).await;
    Actor {
        user_id: id,
        first_name: user.first_name,
        is_admin: user.is_admin,
    }
}

/// The one whose id was no UUID.
async fn omar(state: &TestState) -> Actor {
    let id = here(state, "user", "user-2").await.expect("Omar");
    actor(state, id).await
}

/// Whose site it is.
async fn owner(state: &TestState) -> Actor {
    let grace = state.guest("Grace").await;
    Actor {
        is_admin: true,
        ..grace
    }
}

async fn home(state: &TestState, id: Uuid) -> listings::Model {
    let found = listings::Entity::find_by_id(id).one(state.db()).await;
    found.expect("a look").expect("the home")
}

async fn booking(state: &TestState, id: Uuid) -> bookings::Model {
    let found = bookings::Entity::find_by_id(id).one(state.db()).await;
    found.expect("a look").expect("the booking")
}

/// What an old id is called here.
async fn here(state: &TestState, kind: &str, old: &str) -> Option<Uuid> {
    let row = legacy_ids::Entity::find()
        .filter(legacy_ids::Column::Kind.eq(kind))
        .filter(legacy_ids::Column::OldId.eq(old))
        .one(state.db())
        .await
        .expect("a look");
    row.map(|row| row.id)
}
