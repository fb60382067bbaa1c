//! Homes, what they offer, and their pictures.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{big, boolean, count, float, instant, integer, string, text, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("listings")
            .columns([
                uuid("id"),
                uuid("owner_id").null(),
                string("source", 40).null(),
                string("source_id", 64).null(),
                string("source_url", 300).null(),
                string("source_licence", 80).null(),
                string("host_name", 120).null(),
                string("status", 16),
                count("version"),
                string("title", 200),
                text("description"),
                string("kind", 16),
                string("property", 16),
                uuid("country_id"),
                uuid("city_id"),
                uuid("neighbourhood_id").null(),
                string("address", 300),
                float("latitude"),
                float("longitude"),
                string("timezone", 64),
                count("capacity"),
                count("bedrooms"),
                count("beds"),
                count("half_baths"),
                string("currency", 3),
                text("pricing"),
                big("nightly_ref"),
                big("fixed_ref"),
                big("shortest_ref"),
                count("min_nights"),
                count("max_nights"),
                count("check_in_from"),
                count("check_in_until"),
                count("check_out_by"),
                count("cutoff"),
                string("policy", 16),
                boolean("instant_book"),
                text("house_rules"),
                text("arrival_notes"),
                string("registration", 200).null(),
                integer("rating").null(),
                count("review_count"),
                integer("source_rating").null(),
                count("source_review_count"),
                uuid("cover").null(),
                big("rank"),
                instant("created_at"),
                instant("updated_at"),
                instant("published_at").null(),
            ])
            .primary_key(&["id"])
            .unique(&["source", "source_id"])
            .index(&["owner_id"])
            .index(&["city_id", "status", "rank", "id"])
            .index(&["neighbourhood_id", "status", "rank", "id"])
            .index(&["country_id", "status", "rank", "id"])
            .index(&["status", "rank", "id"])
            .index(&["status", "shortest_ref", "id"])
            .create(manager)
            .await?;
        Table::new("amenities")
            .columns([
                uuid("id"),
                string("slug", 60),
                string("name", 120),
                string("folded", 120),
                text("description"),
                string("icon", 40),
                instant("created_at"),
            ])
            .primary_key(&["id"])
            .unique(&["slug"])
            .unique(&["folded"])
            .create(manager)
            .await?;
        Table::new("listing_amenities")
            .columns([uuid("listing_id"), uuid("amenity_id")])
            .primary_key(&["listing_id", "amenity_id"])
            .index(&["amenity_id", "listing_id"])
            .create(manager)
            .await?;
        Table::new("photos")
            .columns([
                uuid("id"),
                uuid("listing_id"),
                count("position"),
                string("alt", 300),
                string("widths", 80),
                text("placeholder"),
                instant("created_at"),
            ])
            .primary_key(&["id"])
            .index(&["listing_id", "position"])
            .create(manager)
            .await?;
        Ok(())
    }
}
