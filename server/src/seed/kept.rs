//! Nights that hosts of the demo keep free, as rows.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::{
    days::{date, instant},
    houses::House,
    ids,
    stays::{KEPT, Kept},
};
use crate::{
    Error, Result,
    entities::{blocks, nights},
};

/// Writes the blocks and their nights; returns how many nights.
pub async fn write(db: &impl ConnectionTrait, houses: &[House], today: NaiveDate) -> Result<usize> {
    let (mut rows, mut taken) = (Vec::new(), Vec::new());
    for kept in KEPT {
        let house = houses.iter().find(|house| house.home.key == kept.home);
        let unknown = || Error::Internal(format!("no such home: {}", kept.home));
        let block = block(kept, house.ok_or_else(unknown)?, today);
        taken.extend((0..kept.nights).map(|night| nights::Model {
            listing_id: block.listing_id,
            night: date(today, kept.starts + night),
            booking_id: None,
            block_id: Some(block.id),
            kind: "block".into(),
        }));
        rows.push(block);
    }
    let count = taken.len();
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    blocks::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    let taken = taken
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    nights::Entity::insert_many(taken)
        .exec_without_returning(db)
        .await?;
    Ok(count)
}

fn block(kept: &Kept, house: &House, today: NaiveDate) -> blocks::Model {
    let id: Uuid = ids::of("block", &format!("{}:{}", kept.home, kept.starts));
    blocks::Model {
        id,
        listing_id: house.home.id(),
        first_night: date(today, kept.starts),
        last_night: date(today, kept.starts + kept.nights - 1),
        note: kept.note.into(),
        created_by: house.home.host.id(),
        created_at: instant(today, -3),
    }
}
