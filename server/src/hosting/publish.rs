//! Showing a home to guests, and hiding it for a while.

use domain::{hosting::Missing, listings::Status};
use uuid::Uuid;

use super::{
    counts,
    facts::lacks,
    records::{self, is_current, overtaken, own_locked, refused, status},
};
use crate::{Context, Result, accounts::Actor, database, entities::listings};

/// Shows the home to guests, also one that was paused or archived. Returns its version; publishing twice is once.
///
/// `Refused`, with what is missing, for a home that is not complete, and when it was changed since `version` was read.
/// Another's home is not found.
pub async fn publish(ctx: &Context, actor: &Actor, id: Uuid, version: &str) -> Result<u32> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = own_locked(&txn, actor, id).await?;
        if status(&home)? == Status::Published {
            return Ok(home.version);
        }
        if !is_current(&home, version) {
            return Err(overtaken(&home)?);
        }
        let lacking = lacks(&txn, &home).await?;
        if !lacking.is_empty() {
            return Err(refused(incomplete(&lacking)));
        }
        let next = listings::Model {
            status: Status::Published.as_str().to_owned(),
            published_at: home.published_at.or(Some(now)),
            archived_at: None,
            ..home.clone()
        };
        counts::follow(&txn, &home, &next).await?;
        records::write(&txn, &home, next, now).await
    })
    .await
}

/// Hides the home from searches and takes no bookings for now; what is booked stays. Returns its version; pausing twice is
/// once.
///
/// `Refused` for a home that guests do not see anyway, and when it was changed since `version` was read. Another's home is
/// not found.
pub async fn pause(ctx: &Context, actor: &Actor, id: Uuid, version: &str) -> Result<u32> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = own_locked(&txn, actor, id).await?;
        match status(&home)? {
            Status::Published => {}
            Status::Paused => return Ok(home.version),
            Status::Draft => {
                return Err(refused("This home is a draft: guests do not see it yet."));
            }
            Status::Archived => {
                return Err(refused("This home is archived: guests do not see it."));
            }
        }
        if !is_current(&home, version) {
            return Err(overtaken(&home)?);
        }
        let next = listings::Model {
            status: Status::Paused.as_str().to_owned(),
            ..home.clone()
        };
        counts::follow(&txn, &home, &next).await?;
        records::write(&txn, &home, next, now).await
    })
    .await
}

fn incomplete(lacking: &[Missing]) -> String {
    let sentences: Vec<&str> = lacking
        .iter()
        .map(|missing| missing.sentence.as_str())
        .collect();
    format!("This home is not complete yet. {}", sentences.join(" "))
}
