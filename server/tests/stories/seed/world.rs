//! All that the demo wrote, and what must be true of it.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use domain::{
    bookings::{State, Who},
    listings::{StayRules, check_stay},
    pricing::{Ask, Fees, Line, Pricing, quote},
    stays::{Stay, today_in},
};
use sea_orm::{EntityTrait, QueryOrder};
use server::{
    entities::{
        amenities, blocks, booking_events, bookings, ledger_entries, listing_amenities, listings,
        nights, payments, photos, places, quotes, refunds, sandbox_intents, sandbox_refunds, users,
    },
    seed::cast,
};
use uuid::Uuid;

use super::today;
use crate::support::*;

macro_rules! all {
    ($state:ident, $table:ident) => {
        $table::Entity::find()
            .all($state.db())
            .await
            .expect(stringify!($table))
    };
}

/// Every row of the demo, in an order of its own, without the salt of passwords.
pub async fn everything(state: &TestState) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for user in all!(state, users) {
        rows.push(format!(
            "{:?}",
            users::Model {
                password_hash: String::new(),
                ..user
            }
        ));
    }
    macro_rules! add {
        ($($table:ident),+) => { $(rows.extend(all!(state, $table).iter().map(|row| format!("{row:?}")));)+ };
    }
    add!(
        places,
        amenities,
        listings,
        listing_amenities,
        photos,
        quotes,
        bookings,
        booking_events,
        nights,
        blocks,
        payments,
        sandbox_intents,
        refunds,
        sandbox_refunds,
        ledger_entries
    );
    rows.sort();
    rows
}

pub struct World {
    homes: HashMap<Uuid, listings::Model>,
    cities: HashMap<Uuid, places::Model>,
    photos: Vec<photos::Model>,
    bookings: Vec<bookings::Model>,
    quotes: HashMap<Uuid, quotes::Model>,
    events: HashMap<Uuid, Vec<booking_events::Model>>,
    nights: Vec<nights::Model>,
    blocks: Vec<blocks::Model>,
    payments: HashMap<Uuid, payments::Model>,
    ledger: Vec<ledger_entries::Model>,
    refunds: Vec<refunds::Model>,
    now: chrono::DateTime<chrono::Utc>,
}

impl World {
    pub async fn of(state: &TestState) -> Self {
        let mut events: HashMap<Uuid, Vec<booking_events::Model>> = HashMap::new();
        let in_order = booking_events::Entity::find().order_by_asc(booking_events::Column::Version);
        for event in in_order.all(state.db()).await.expect("histories") {
            events.entry(event.booking_id).or_default().push(event);
        }
        let users = all!(state, users);
        let mut demo = users.iter().filter(|user| user.first_name != "Rory");
        assert!(demo.all(|user| user.is_demo && !user.is_admin));
        let homes = all!(state, listings).into_iter();
        let quotes = all!(state, quotes).into_iter();
        let payments = all!(state, payments).into_iter();
        let places = all!(state, places).into_iter();
        Self {
            homes: homes.map(|home| (home.id, home)).collect(),
            cities: places
                .filter(|place| place.kind == "city")
                .map(|city| (city.id, city))
                .collect(),
            photos: all!(state, photos),
            bookings: all!(state, bookings),
            quotes: quotes.map(|quote| (quote.id, quote)).collect(),
            events,
            nights: all!(state, nights),
            blocks: all!(state, blocks),
            payments: payments
                .map(|payment| (payment.booking_id, payment))
                .collect(),
            ledger: all!(state, ledger_entries),
            refunds: all!(state, refunds),
            now: state.now(),
        }
    }

    pub async fn is_still_all_there_is(&self, state: &TestState) {
        let now = Self::of(state).await;
        assert!(
            self.homes == now.homes && self.quotes == now.quotes && self.payments == now.payments
        );
        assert!(
            self.bookings == now.bookings && self.nights == now.nights && self.ledger == now.ledger
        );
    }

    pub fn money_sums_to_zero_and_fits_its_bookings(&self) {
        let mut sums: HashMap<_, i64> = HashMap::new();
        let mut owed: HashMap<_, i64> = HashMap::new();
        for entry in &self.ledger {
            *sums.entry(entry.transaction_id).or_default() += entry.amount;
            if matches!(entry.account.as_str(), "host" | "platform" | "tax") {
                *owed.entry(entry.booking_id).or_default() += entry.amount;
            }
        }
        assert!(!sums.is_empty() && sums.values().all(|sum| *sum == 0));
        for booking in &self.bookings {
            let payment = &self.payments[&booking.id];
            let paid = booking.confirmed_at.map_or(0, |_| booking.total);
            assert_eq!(payment.captured, paid);
            let kept = payment.captured - payment.refunded;
            assert_eq!(owed.get(&booking.id).copied().unwrap_or(0), kept);
            assert!(payment.refunded == 0 || booking.state == "cancelled");
            let back = self.refunds.iter().filter(|it| it.booking_id == booking.id);
            assert_eq!(back.map(|it| it.amount).sum::<i64>(), payment.refunded);
        }
        for refund in &self.refunds {
            let parts = refund.host_part + refund.platform_part + refund.tax_part;
            assert_eq!((parts, refund.state.as_str()), (refund.amount, "succeeded"));
        }
    }

    pub fn each_stay_is_one_that_its_home_would_have_taken(&self) {
        for booking in &self.bookings {
            let home = &self.homes[&booking.listing_id];
            let stay = Stay::new(booking.check_in, booking.check_out).expect("a stay");
            let rules = StayRules {
                capacity: home.capacity,
                min_nights: home.min_nights,
                max_nights: home.max_nights,
                cutoff_minutes: home.cutoff,
                timezone: home.timezone.parse().expect("a zone"),
                answered_before: (!home.instant_book).then_some(home.check_in_from),
            };
            check_stay(&rules, &stay, booking.guests, booking.created_at)
                .expect("a stay that the home takes");
            assert_ne!(Some(booking.guest_id), home.owner_id);
            let published = home.published_at.expect("it is published");
            assert_eq!(booking.instant_book, Some(home.instant_book));
            assert!(booking.created_at > published, "{}", home.title);
            let pricing: Pricing = serde_json::from_str(&home.pricing).expect("pricing");
            let ask = Ask {
                stay,
                guests: booking.guests,
                today: today_in(rules.timezone, booking.created_at),
            };
            let expected = quote(&pricing, &ask, &Fees::default()).expect("a price");
            let stored = &self.quotes[&booking.quote_id];
            let lines: Vec<Line> = serde_json::from_str(&stored.lines).expect("lines");
            assert_eq!(
                (stored.total, booking.total, lines),
                (expected.total, expected.total, expected.lines)
            );
        }
    }

    pub fn histories_follow_the_rules_and_end_where_the_bookings_are(&self) {
        for booking in &self.bookings {
            let mut last = None;
            let mut at = booking.created_at;
            for event in &self.events[&booking.id] {
                let to = State::parse(&event.to_state).expect("a state");
                let who = Who::parse(&event.actor_kind).expect("somebody");
                assert_eq!(event.from_state, last.map_or("", State::as_str));
                assert!(
                    last.is_none_or(|from: State| from.may_become(to, who)),
                    "{last:?} {to:?}"
                );
                assert!(event.at >= at && event.at < self.now, "{event:?}");
                (last, at) = (Some(to), event.at);
            }
            assert_eq!(last.map(State::as_str), Some(booking.state.as_str()));
            assert_eq!(booking.updated_at, at);
        }
        for state in [
            State::Confirmed,
            State::Completed,
            State::Cancelled,
            State::Withdrawn,
            State::Expired,
        ] {
            assert!(self.bookings.iter().any(|b| b.state == state.as_str()));
        }
    }

    pub fn nights_are_taken_by_stays_and_by_hosts(&self) {
        let mut taken: HashMap<Uuid, i64> = HashMap::new();
        for night in &self.nights {
            let by = night.booking_id.or(night.block_id).expect("by somebody");
            *taken.entry(by).or_default() += 1;
        }
        let taken = |by: Uuid| taken.get(&by).copied().unwrap_or(0);
        for booking in &self.bookings {
            let occupies = State::parse(&booking.state).is_some_and(State::occupies_nights);
            let nights = (booking.check_out - booking.check_in).num_days();
            let expected = if occupies { nights } else { 0 };
            assert_eq!(taken(booking.id), expected, "{}", booking.state);
        }
        assert!(self.blocks.len() > self.homes.len());
        for block in &self.blocks {
            let nights = (block.last_night - block.first_night).num_days() + 1;
            assert_eq!(taken(block.id), nights);
        }
    }

    pub fn nobody_is_in_two_places(&self) {
        let cast: HashSet<Uuid> = cast::GUESTS.iter().map(|guest| guest.id()).collect();
        let mut met = HashSet::new();
        for booking in &self.bookings {
            let occupies = State::parse(&booking.state).is_some_and(State::occupies_nights);
            if !occupies || cast.contains(&booking.guest_id) {
                continue;
            }
            for night in booking
                .check_in
                .iter_days()
                .take_while(|day| *day < booking.check_out)
            {
                assert!(met.insert((booking.guest_id, night)), "{night}");
            }
        }
    }

    /// Between a fifth and nine tenths of the nights of the last year, each home; more of this week than of the autumn.
    pub fn homes_are_as_busy_as_homes_are(&self) {
        let day = |days| today() + chrono::TimeDelta::days(days);
        let booked = |home: Option<Uuid>, from: NaiveDate, to: NaiveDate| {
            let nights = self
                .nights
                .iter()
                .filter(|night| night.booking_id.is_some());
            let here = nights.filter(|night| home.is_none_or(|id| id == night.listing_id));
            here.filter(|night| night.night >= from && night.night < to)
                .count()
        };
        for home in self.homes.values() {
            let nights = booked(Some(home.id), day(-364), today());
            assert!((70..330).contains(&nights), "{}: {nights}", home.title);
        }
        let (soon, late) = (
            booked(None, day(0), day(14)),
            booked(None, day(150), day(164)),
        );
        assert!(soon > 2 * late && late > 50, "{soon} {late}");
    }

    pub fn homes_lie_in_their_cities_and_cost_what_homes_cost(&self) {
        assert_eq!(self.cities.len(), 13);
        for (id, city) in &self.cities {
            let here: Vec<_> = self
                .homes
                .values()
                .filter(|home| home.city_id == *id)
                .collect();
            assert_eq!(here.len(), city.listings as usize, "{}", city.name);
            assert!(here.len() >= 7, "{}", city.name);
            assert!(here.iter().all(|home| home.neighbourhood_id.is_some()));
        }
        let busiest = self.cities.values().max_by_key(|city| city.listings);
        assert_eq!(busiest.map(|city| city.name.as_str()), Some("Edinburgh"));
        for home in self.homes.values() {
            // Cents of a euro.
            let range = match home.kind.as_str() {
                "shared_room" => 1_000..4_000,
                "private_room" | "hotel_room" => 2_000..13_000,
                _ => 3_000..45_000,
            };
            assert!(
                range.contains(&home.nightly_ref),
                "{}: {}",
                home.title,
                home.nightly_ref
            );
            assert!(home.fixed_ref <= home.nightly_ref * 3 / 5, "{}", home.title);
        }
    }

    pub fn every_home_has_pictures(&self) {
        let mut albums: HashMap<Uuid, Vec<&photos::Model>> = HashMap::new();
        for photo in &self.photos {
            albums.entry(photo.listing_id).or_default().push(photo);
        }
        for home in self.homes.values() {
            let album = &albums[&home.id];
            assert!(album.len() >= 5, "{}", home.title);
            assert!(
                album
                    .iter()
                    .all(|photo| photo.drawing.is_some() && !photo.alt.is_empty())
            );
            let first = album
                .iter()
                .find(|photo| photo.position == 0)
                .expect("a cover");
            assert_eq!(
                (home.cover, &home.cover_drawing, home.cover_alt.as_ref()),
                (Some(first.id), &first.drawing, Some(&first.alt))
            );
            assert!(home.cover_placeholder.is_some(), "{}", home.title);
        }
    }

    pub fn ailsa_has_her_hands_full(&self) {
        let hers = |booking: &&bookings::Model| booking.host_id == Some(cast::AILSA.id());
        let open: Vec<_> = self
            .bookings
            .iter()
            .filter(hers)
            .filter(|b| b.state == "confirmed")
            .collect();
        let week = today() + chrono::TimeDelta::days(7);
        let count =
            |test: &dyn Fn(&bookings::Model) -> bool| open.iter().filter(|b| test(b)).count();
        assert_eq!(count(&|b| b.check_in == today()), 2, "arrive today");
        assert_eq!(count(&|b| b.check_out == today()), 1, "leaves today");
        assert_eq!(
            count(&|b| b.check_in < today() && b.check_out > today()),
            2,
            "are here"
        );
        assert!(
            count(&|b| b.check_in > today() && b.check_in <= week) >= 4,
            "come this week"
        );
        let ids: HashSet<Uuid> = self.bookings.iter().filter(hers).map(|b| b.id).collect();
        let earned = self
            .ledger
            .iter()
            .filter(|e| e.account == "host" && ids.contains(&e.booking_id));
        let months: HashSet<_> = earned.map(|e| (e.at.year(), e.at.month())).collect();
        assert!(months.len() >= 12, "{months:?}");
    }
}
