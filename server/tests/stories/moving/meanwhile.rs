//! Stays that overlap, nights that guests of the new site have already, and hosts who look at what was filled in.

use chrono::NaiveDate;
use domain::{Error, Stay, bookings::State, listings::Status};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel, PaginatorTrait};
use server::{
    bookings as stays, dashboard,
    entities::{nights, places},
    hosting::{self, Change, PlaceForm},
    payments,
};

use super::*;
use crate::stage::{GOOD, card, hold, refusal, state_of};

fn june(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, day).expect("a day")
}

async fn taken(state: &TestState, id: Uuid) -> u64 {
    let nights = nights::Entity::find().filter(nights::Column::BookingId.eq(id));
    nights.count(state.db()).await.expect("a count")
}

async fn overlapping(state: &TestState) -> Vec<Uuid> {
    let owner = owner(state).await;
    let overview = payments::overview(&state.ctx, &owner).await;
    let overlapping = overview.expect("an overview").overlapping;
    overlapping.into_iter().map(|stay| stay.booking).collect()
}

stories! {
    async fn a_stay_that_overlaps_is_put_before_the_owner_until_the_other_gives_way(state: TestState) {
        moved_in(&state).await;
        let second = here(&state, "booking", "bk-2").await.expect("the second");
        assert_eq!(overlapping(&state).await, [second]);
        let omar = omar(&state).await;
        stays::cancel(&state.ctx, &omar, CONFIRMED, 24_100, "").await.expect("cancelled");
        assert_eq!(overlapping(&state).await, Vec::<Uuid>::new());
        assert_eq!((taken(&state, second).await, booking(&state, second).await.overlaps), (2, false));
    }

    async fn the_one_that_overlaps_can_be_cancelled_and_takes_no_nights_along(state: TestState) {
        moved_in(&state).await;
        let (hana, second) = (actor(&state, HANA).await, here(&state, "booking", "bk-2").await.expect("the second"));
        stays::cancel(&state.ctx, &hana, second, 24_101, "Two of you came.").await.expect("cancelled");
        assert_eq!(overlapping(&state).await, Vec::<Uuid>::new());
        assert_eq!((taken(&state, CONFIRMED).await, state_of(&state, CONFIRMED).await), (2, State::Confirmed));
    }

    async fn a_request_whose_nights_somebody_has_can_only_be_declined(state: TestState) {
        let hana_first = dump().replace("'2026-07-01','2026-07-04'", "'2026-06-11','2026-06-12'");
        import(&state, hana_first, |_| {}).await.expect("an import");
        let hana = actor(&state, HANA).await;
        let refused = refusal(stays::accept(&state.ctx, &hana, PENDING).await).to_string();
        assert_eq!(refused, "Another stay has these nights, so this request can only be declined.");
        assert_eq!(state_of(&state, PENDING).await, State::Authorized);
        stays::decline(&state.ctx, &hana, PENDING, "Taken twice.").await.expect("declined");
        assert_eq!(taken(&state, CONFIRMED).await, 2);
    }

    async fn nights_that_a_guest_of_the_new_site_has_stay_theirs(state: TestState) {
        let whole = dump();
        let (head, rest) = whole.split_once("CREATE TABLE `bookings`").expect("bookings");
        let (_, tail) = rest.split_once("-- Table structure for table `place_amenity`").expect("what follows");
        import(&state, format!("{head}{tail}"), |_| {}).await.expect("without bookings");
        let (loft, mina) = (home(&state, LOFT).await, state.guest("Mina").await);
        let held = hold(&state, &mina, &loft, Stay { check_in: june(10), check_out: june(11) }).await;
        moved_in(&state).await;
        assert_eq!((taken(&state, held).await, taken(&state, CONFIRMED).await), (1, 0));
        assert!(booking(&state, CONFIRMED).await.overlaps);
        let second = here(&state, "booking", "bk-2").await.expect("the second");
        assert_eq!(taken(&state, second).await, 2, "its nights are free");
    }

    async fn a_home_can_be_booked_at_once_by_request(state: TestState) {
        moved_in(&state).await;
        let (loft, mina) = (home(&state, LOFT).await, state.guest("Mina").await);
        let id = hold(&state, &mina, &loft, Stay { check_in: june(20), check_out: june(22) }).await;
        card(&state, &mina, id, GOOD).await;
        stays::returned(&state.ctx, &mina, id).await.expect("a return");
        assert_eq!(state_of(&state, id).await, State::Authorized);
    }

    async fn a_host_confirms_what_was_filled_in(state: TestState) {
        moved_in(&state).await;
        let (hana, ailsa) = (actor(&state, HANA).await, state.host("Ailsa").await);
        let waiting = async || {
            let shown = dashboard::show(&state.ctx, &hana).await.expect("a dashboard");
            shown.homes.iter().filter(|home| home.to_confirm).count()
        };
        assert_eq!(waiting().await, 2);
        assert!(matches!(refusal(hosting::confirm(&state.ctx, &ailsa, LOFT).await), Error::NotFound(_)));
        for _twice in 0..2 {
            hosting::confirm(&state.ctx, &hana, LOFT).await.expect("confirmed");
        }
        let loft = home(&state, LOFT).await;
        assert_eq!((waiting().await, loft.confirmed_at, loft.version), (1, Some(state.now()), 1));
        let own = state.home(&ailsa).publish().await;
        hosting::confirm(&state.ctx, &ailsa, own.id).await.expect("nothing to confirm");
        assert_eq!(home(&state, own.id).await.confirmed_at, None);
    }

    async fn what_a_host_changed_here_stays_when_the_dump_comes_again(state: TestState) {
        moved_in(&state).await;
        let mut paused = home(&state, LOFT).await.into_active_model();
        paused.status = Set(Status::Paused.as_str().to_owned());
        paused.title = Set("Another name".to_owned());
        paused.update(state.db()).await.expect("a change");
        moved_in(&state).await;
        let loft = home(&state, LOFT).await;
        assert_eq!((loft.status.as_str(), loft.title.as_str()), ("paused", "Another name"));
    }

    async fn an_address_can_be_added_while_guests_wait_for_it_and_not_changed_afterwards(state: TestState) {
        moved_in(&state).await;
        let (hana, loft) = (actor(&state, HANA).await, home(&state, LOFT).await);
        let city = places::Entity::find_by_id(loft.city_id).one(state.db()).await.expect("a look").expect("the city");
        let form = |address: &str| PlaceForm {
            city: city.name.clone(),
            address: address.to_owned(),
            latitude: loft.latitude.to_string(),
            longitude: loft.longitude.to_string(),
            ..PlaceForm::default()
        };
        let save = async |version: u32, address: &str| {
            hosting::save(&state.ctx, &hana, LOFT, &version.to_string(), Change::Place(form(address))).await
        };
        let version = save(loft.version, "7 Shore, EH6 6QN").await.expect("saved");
        assert_eq!(home(&state, LOFT).await.address, "7 Shore, EH6 6QN");
        let refused = refusal(save(version, "8 Shore, EH6 6QN").await);
        assert_eq!(refused.fields()[0].field, "address");
    }
}
