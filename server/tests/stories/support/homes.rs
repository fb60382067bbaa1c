//! Homes of stories: usual unless a story says otherwise.

use domain::{
    Currency, Pricing,
    cancellation::Policy,
    listings::{Kind, Status},
    pricing::{DatedPrice, Fees, per_night_of_shortest},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use server::{accounts::Actor, entities::listings};

use super::{
    EDINBURGH, TestState, Town,
    usual::{usual_home, usual_pricing},
};

/// A flat in Leith for four, £100 a night, one to 28 nights, flexible; then what the story says.
#[must_use = "publish() or save_as() writes the home"]
pub struct HomeBuilder<'a> {
    state: &'a TestState,
    row: listings::ActiveModel,
    town: Town,
    pricing: Pricing,
    min_nights: u32,
}

impl TestState {
    pub fn home(&self, owner: &Actor) -> HomeBuilder<'_> {
        let mut row = usual_home();
        row.owner_id = Set(Some(owner.user_id));
        row.created_at = Set(self.now());
        row.updated_at = Set(self.now());
        HomeBuilder {
            state: self,
            row,
            town: EDINBURGH,
            pricing: usual_pricing(),
            min_nights: 1,
        }
    }
}

impl HomeBuilder<'_> {
    pub fn title(mut self, title: &str) -> Self {
        self.row.title = Set(title.into());
        self
    }

    /// Price of a night, in minor units of the town's currency.
    pub fn nightly(mut self, minor: i64) -> Self {
        self.pricing.nightly = minor;
        self
    }

    /// Charged once, in minor units of the town's currency.
    pub fn cleaning_fee(mut self, minor: i64) -> Self {
        self.pricing.cleaning_fee = minor;
        self
    }

    /// All prices at once, whatever their currency is: it becomes the town's.
    pub fn pricing(mut self, pricing: Pricing) -> Self {
        self.pricing = pricing;
        self
    }

    /// Another price for some nights.
    pub fn dated(mut self, price: DatedPrice) -> Self {
        self.pricing.dated.push(price);
        self
    }

    /// The fewest and the most nights of a stay.
    pub fn nights(mut self, fewest: u32, most: u32) -> Self {
        self.min_nights = fewest;
        self.row.max_nights = Set(most);
        self
    }

    pub fn capacity(mut self, guests: u32) -> Self {
        self.row.capacity = Set(guests);
        self
    }

    pub fn policy(mut self, policy: Policy) -> Self {
        self.row.policy = Set(policy.as_str().into());
        self
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.row.kind = Set(kind.as_str().into());
        self
    }

    /// Where it stands, and so its currency and time zone.
    pub fn town(mut self, town: Town) -> Self {
        self.town = town;
        self
    }

    /// Changes any column, for what has no word above.
    pub fn with(mut self, change: impl FnOnce(&mut listings::ActiveModel)) -> Self {
        change(&mut self.row);
        self
    }

    pub async fn publish(self) -> listings::Model {
        self.save_as(Status::Published).await
    }

    pub async fn save_as(mut self, status: Status) -> listings::Model {
        self.pricing.currency = Currency::parse(self.town.currency).expect("a currency");
        self.place();
        self.price();
        self.row.min_nights = Set(self.min_nights);
        self.row.status = Set(status.as_str().into());
        self.row.published_at = Set((status != Status::Draft).then(|| self.state.now()));
        self.town.settle(self.state.db()).await;
        self.row.insert(self.state.db()).await.expect("a new home")
    }

    fn place(&mut self) {
        let (row, town) = (&mut self.row, self.town);
        row.country_id = Set(town.country_id());
        row.city_id = Set(town.city_id());
        row.neighbourhood_id = Set(Some(town.neighbourhood_id()));
        row.latitude = Set(town.latitude);
        row.longitude = Set(town.longitude);
        row.timezone = Set(town.timezone.name().into());
        row.currency = Set(town.currency.into());
    }

    fn price(&mut self) {
        let about = |minor: i64| (minor * self.town.per_hundred + 99) / 100;
        let shortest = per_night_of_shortest(&self.pricing, self.min_nights, &Fees::default());
        self.row.pricing = Set(serde_json::to_string(&self.pricing).expect("JSON"));
        self.row.nightly_ref = Set(about(self.pricing.nightly));
        self.row.fixed_ref = Set(about(self.pricing.cleaning_fee));
        self.row.shortest_ref = Set(about(shortest.minor));
    }
}
