//! A new amenity.

use domain::{
    amenities::{Named, described, named, numbered},
    error::{keep, none_refused},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, PaginatorTrait};

use super::same;
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database,
    entities::amenities,
    idempotency,
    imports::{amenities::fill, texts},
};

/// On the whole site. Hosts choose among all of them on one page.
const MOST: u64 = 500;

/// What is said of an amenity.
#[derive(Debug, Clone, Default)]
pub struct CreateAmenity {
    pub name: String,
    /// May be empty.
    pub description: String,
    /// How many there are.
    pub number: Option<i64>,
}

/// What it says, clean.
struct Said {
    named: Named,
    description: String,
    number: Option<u32>,
}

/// Makes the amenity, for anybody who is logged in; one that is called so already, whatever its case, is returned as it is.
///
/// Refuses mistakes (`Invalid`, each at its field), and more amenities than hosts can choose among (`Refused`).
pub async fn create(
    ctx: &Context,
    _actor: &Actor,
    wanted: CreateAmenity,
) -> Result<amenities::Model> {
    let said = Said::read(&wanted)?;
    // The catalogue's own names come first, on a site that has neither demo nor imports.
    fill(&ctx.db, ctx.clock.now()).await?;
    if let Some(known) = same(&ctx.db, &said.named).await? {
        return Ok(known);
    }
    match insert(ctx, &said).await {
        Err(Error::Database(error)) if database::is_duplicate(&error) => {
            // Somebody else was quicker.
            let known = same(&ctx.db, &said.named).await?;
            known.ok_or(Error::Database(error))
        }
        made => made,
    }
}

async fn insert(ctx: &Context, said: &Said) -> Result<amenities::Model> {
    let row = amenities::Model {
        id: idempotency::new_id(),
        slug: said.named.slug.clone(),
        name: said.named.name.clone(),
        folded: said.named.folded.clone(),
        description: said.description.clone(),
        icon: String::new(),
        created_at: ctx.clock.now(),
        number: said.number,
    };
    database::transaction(&ctx.db, async |txn| {
        if amenities::Entity::find().count(&txn).await? >= MOST {
            let sentence = format!("There are {MOST} amenities already. Choose one of those.");
            return Err(domain::Error::Refused(sentence).into());
        }
        amenities::Entity::insert(row.clone().into_active_model().reset_all())
            .exec_without_returning(&txn)
            .await?;
        Ok(row.clone())
    })
    .await
}

impl Said {
    fn read(wanted: &CreateAmenity) -> domain::Result<Self> {
        let mut refused = Vec::new();
        let named = keep(&mut refused, named(&texts::line(&wanted.name)));
        let description = keep(&mut refused, described(&texts::line(&wanted.description)));
        let number = wanted.number;
        let number = number.and_then(|given| keep(&mut refused, numbered(given)));
        none_refused(refused)?;
        match (named, description) {
            (Some(named), Some(description)) => Ok(Self {
                named,
                description,
                number,
            }),
            _ => Err(domain::Error::Invalid(Vec::new())),
        }
    }
}
