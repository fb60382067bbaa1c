//! The catalogue of what a home can offer. Search filters by these, hosts choose among them, imports are mapped to them.

use chrono::{DateTime, Utc};
use domain::places::fold;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use uuid::Uuid;

use super::ids;
use crate::{Result, entities::amenities};

/// An amenity: its word in URLs, its name and a line about it for people, and the icon that stands beside it.
pub struct Amenity {
    pub slug: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub icon: &'static str,
}

const fn amenity(
    slug: &'static str,
    name: &'static str,
    icon: &'static str,
    description: &'static str,
) -> Amenity {
    Amenity {
        slug,
        name,
        description,
        icon,
    }
}

/// All of them, in the order in which people are shown them.
#[rustfmt::skip]
pub const CATALOGUE: &[Amenity] = &[
    amenity("wifi", "Wi-Fi", "wifi", "In every room"),
    amenity("kitchen", "Kitchen", "kitchen", "A place to cook, with pans and dishes"),
    amenity("heating", "Heating", "heating", "Radiators, underfloor or other fixed heating"),
    amenity("air-conditioning", "Air conditioning", "air-conditioning", "Cooling in the bedrooms"),
    amenity("hot-water", "Hot water", "hot-water", "At every tap"),
    amenity("essentials", "Towels and soap", "essentials", "Towels, soap and toilet paper"),
    amenity("bed-linen", "Bed linen", "bed-linen", "Beds made when you arrive"),
    amenity("washer", "Washing machine", "washer", "In the home or in the building"),
    amenity("dryer", "Tumble dryer", "dryer", "In the home or in the building"),
    amenity("dishwasher", "Dishwasher", "dishwasher", "In the kitchen"),
    amenity("fridge", "Fridge", "fridge", "Of any size"),
    amenity("oven", "Oven", "oven", "For more than a microwave meal"),
    amenity("hob", "Hob", "hob", "Gas, electric or induction"),
    amenity("microwave", "Microwave", "microwave", "In the kitchen"),
    amenity("kettle", "Kettle", "kettle", "For tea at any hour"),
    amenity("coffee-maker", "Coffee maker", "coffee-maker", "Filter, capsule, press or pot"),
    amenity("breakfast", "Breakfast", "breakfast", "Included in the price"),
    amenity("tv", "Television", "tv", "With or without channels"),
    amenity("dedicated-workspace", "Place to work", "dedicated-workspace", "A table, a chair and a socket"),
    amenity("hair-dryer", "Hair dryer", "hair-dryer", "In the bathroom or a drawer"),
    amenity("iron", "Iron", "iron", "With a board"),
    amenity("bath", "Bath", "bath", "To lie in"),
    amenity("self-check-in", "Self check-in", "self-check-in", "A lockbox, keypad or smart lock"),
    amenity("private-entrance", "Own entrance", "private-entrance", "A door that only you use"),
    amenity("luggage-drop-off", "Luggage drop-off", "luggage-drop-off", "Bags may come early or leave late"),
    amenity("long-stays", "Long stays", "long-stays", "28 nights and more are welcome"),
    amenity("pets-allowed", "Pets welcome", "pets-allowed", "Ask the host about yours"),
    amenity("crib", "Cot", "crib", "For a baby"),
    amenity("high-chair", "High chair", "high-chair", "For meals with a small child"),
    amenity("free-parking", "Free parking", "free-parking", "At the home or in the street"),
    amenity("paid-parking", "Paid parking", "paid-parking", "At the home or near it"),
    amenity("ev-charger", "Car charger", "ev-charger", "For an electric car"),
    amenity("bicycles", "Bicycles", "bicycles", "To borrow"),
    amenity("lift", "Lift", "lift", "To the floor of the home"),
    amenity("garden", "Garden", "garden", "Private or shared"),
    amenity("balcony", "Balcony or terrace", "balcony", "Somewhere to sit outside"),
    amenity("barbecue", "Barbecue", "barbecue", "Outside, with tools"),
    amenity("waterfront", "By the water", "waterfront", "Sea, lake, river or canal at the door"),
    amenity("fireplace", "Fireplace", "fireplace", "Wood, gas or electric"),
    amenity("pool", "Pool", "pool", "Private or shared"),
    amenity("hot-tub", "Hot tub", "hot-tub", "Private or shared"),
    amenity("sauna", "Sauna", "sauna", "Private or shared"),
    amenity("gym", "Gym", "gym", "Or equipment to train with"),
    amenity("smoke-alarm", "Smoke alarm", "smoke-alarm", "Tested by the host"),
    amenity("carbon-monoxide-alarm", "Carbon monoxide alarm", "carbon-monoxide-alarm", "Tested by the host"),
    amenity("fire-extinguisher", "Fire extinguisher", "fire-extinguisher", "Within reach"),
    amenity("first-aid-kit", "First-aid kit", "first-aid-kit", "Within reach"),
];

/// The id of the amenity with this slug.
pub fn id(slug: &str) -> Uuid {
    ids::amenity(slug)
}

/// Writes the catalogue where it is missing; what an operator changed in it stays.
pub async fn fill(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<()> {
    let rows = CATALOGUE.iter().map(|amenity| amenities::ActiveModel {
        id: Set(id(amenity.slug)),
        slug: Set(amenity.slug.into()),
        name: Set(amenity.name.into()),
        folded: Set(fold(amenity.name)),
        description: Set(amenity.description.into()),
        icon: Set(amenity.icon.into()),
        created_at: Set(at),
        number: Set(None),
    });
    amenities::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::new()
                .do_nothing_on([amenities::Column::Id])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}
