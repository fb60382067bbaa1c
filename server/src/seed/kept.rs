//! Nights that hosts of the demo keep free, as rows.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    days::{date, instant},
    houses::House,
    ids,
    stays::Kept,
};
use crate::{
    Result,
    database::rows,
    entities::{blocks, nights},
};

/// Writes the blocks and their nights; returns how many nights.
pub async fn write(
    db: &impl ConnectionTrait,
    kept: &[Kept],
    houses: &[House],
    today: NaiveDate,
) -> Result<usize> {
    let (mut notes, mut taken) = (Vec::new(), Vec::new());
    for kept in kept {
        let block = block(kept, &houses[kept.house], today);
        taken.extend((0..kept.nights).map(|night| nights::Model {
            listing_id: block.listing_id,
            night: date(today, kept.starts + night),
            booking_id: None,
            block_id: Some(block.id),
            kind: "block".into(),
        }));
        notes.push(block);
    }
    let count = taken.len();
    rows::insert::<blocks::Entity>(db, notes).await?;
    rows::insert::<nights::Entity>(db, taken).await?;
    Ok(count)
}

fn block(kept: &Kept, house: &House, today: NaiveDate) -> blocks::Model {
    let id: Uuid = ids::of("block", &format!("{}:{}", house.home.key, kept.starts));
    blocks::Model {
        id,
        listing_id: house.home.id(),
        first_night: date(today, kept.starts),
        last_night: date(today, kept.starts + kept.nights - 1),
        note: kept.note.into(),
        created_by: house.home.host.id(),
        created_at: instant(today, kept.starts.min(0) - 3),
    }
}
