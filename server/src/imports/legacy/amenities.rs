//! Amenities: one whose name our catalogue has already becomes that one, whatever its case; the others are added to it.

use std::collections::{HashMap, HashSet};

use domain::places::fold;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QuerySelect};
use uuid::Uuid;

use super::{
    Kind,
    fields::Old,
    ids::{OldId, remember},
    report::Part,
    table::{Read, Table},
    world::World,
};
use crate::{
    Result, database,
    entities::amenities,
    imports::{amenities as ours, texts},
};

/// The icon of those that have none of their own.
const ICON: &str = "check";
const SAME: &str = "have the name of one that is here, and became that one";

pub(super) struct Amenities {
    /// By name, folded and without spaces: "Wi-Fi" and "WiFi" are one.
    by_name: HashMap<String, Uuid>,
    ids: HashSet<Uuid>,
    slugs: HashSet<String>,
    now: chrono::DateTime<chrono::Utc>,
}

/// An amenity as the dump has it.
pub(super) struct NewAmenity {
    id: OldId,
    /// As it stands in the file, for what becomes another.
    said_id: String,
    amenity: amenities::Model,
}

impl Amenities {
    /// With the catalogue, also where it is not written yet.
    pub async fn load(world: &World<'_>) -> Result<Self> {
        let known: Vec<(Uuid, String, String)> = amenities::Entity::find()
            .select_only()
            .columns([
                amenities::Column::Id,
                amenities::Column::Slug,
                amenities::Column::Folded,
            ])
            .into_tuple()
            .all(&world.ctx.db)
            .await?;
        let catalogue = ours::CATALOGUE.iter();
        let catalogue =
            catalogue.map(|ours| (ours::id(ours.slug), ours.slug.to_owned(), fold(ours.name)));
        let mut amenities = Self {
            by_name: HashMap::new(),
            ids: HashSet::new(),
            slugs: HashSet::new(),
            now: world.run.now,
        };
        for (id, slug, folded) in known.into_iter().chain(catalogue) {
            amenities.by_name.entry(key(&folded)).or_insert(id);
            amenities.ids.insert(id);
            amenities.slugs.insert(slug);
        }
        Ok(amenities)
    }

    /// A word for addresses that no other has.
    fn slug(&mut self, folded: &str, id: Uuid) -> String {
        let plain = texts::at_most(50, folded.to_owned());
        let plain = plain.trim_end_matches('…').trim().replace(' ', "-");
        let slug = match self.slugs.contains(&plain) {
            true => format!("{plain}-{}", &id.simple().to_string()[..8]),
            false => plain,
        };
        self.slugs.insert(slug.clone());
        slug
    }
}

impl Table for Amenities {
    const NAME: &'static str = "amenities";
    type Row = NewAmenity;

    fn read(&mut self, old: &Old<'_>) -> std::result::Result<NewAmenity, String> {
        let id = old.id(Kind::Amenity)?;
        let name = texts::at_most(120, texts::line(old.text("name")?));
        let folded = fold(&name);
        if folded.is_empty() {
            return Err("its name has no letters".to_owned());
        }
        let amenity = amenities::Model {
            id: id.id,
            slug: String::new(),
            folded: texts::at_most(120, folded),
            name,
            description: texts::at_most(1_000, texts::line(old.text("description")?)),
            icon: ICON.to_owned(),
            created_at: old.times(self.now)?.0,
            number: old.count("number")?,
        };
        let said_id = old.text("id")?.trim().to_owned();
        Ok(NewAmenity {
            id,
            said_id,
            amenity,
        })
    }

    async fn write(
        &mut self,
        world: &mut World<'_>,
        batch: Vec<Read<NewAmenity>>,
        part: &mut Part,
    ) -> Result<()> {
        let (mut new, mut same) = (Vec::new(), Vec::new());
        for read in batch {
            let (id, name) = (read.row.amenity.id, key(&read.row.amenity.folded));
            if self.ids.contains(&id) {
                part.there += 1;
                world.amenities.insert(id, id);
            } else if let Some(ours) = self.by_name.get(&name).copied() {
                part.there += 1;
                part.note(SAME, format!("{}, {}", read.called, read.row.amenity.name));
                world.amenities.insert(id, ours);
                same.push((read.row.said_id, ours));
            } else {
                part.added += 1;
                let mut row = read.row;
                row.amenity.slug = self.slug(&row.amenity.folded, id);
                self.by_name.insert(name, id);
                self.ids.insert(id);
                world.amenities.insert(id, id);
                new.push(row);
            }
        }
        if world.run.dry_run {
            return Ok(());
        }
        database::transaction(&world.ctx.db, async |txn| insert(&txn, &new, &same).await).await
    }
}

fn key(folded: &str) -> String {
    folded.replace(' ', "")
}

async fn insert(
    txn: &DatabaseTransaction,
    new: &[NewAmenity],
    same: &[(String, Uuid)],
) -> Result<()> {
    if !new.is_empty() {
        let rows = new
            .iter()
            .map(|new| new.amenity.clone().into_active_model().reset_all());
        amenities::Entity::insert_many(rows)
            .exec_without_returning(txn)
            .await?;
    }
    let pairs = new
        .iter()
        .filter_map(|new| Some((new.id.old.as_deref()?, new.id.id)));
    let same = same.iter().map(|(old, ours)| (old.as_str(), *ours));
    remember(txn, Kind::Amenity, pairs.chain(same)).await
}
