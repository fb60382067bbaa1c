//! A guest who sends a form again when an error page came back, and does not give up.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{Stay, bookings::State};
use server::{
    Context, Error, Result,
    accounts::Actor,
    bookings::{self, HoldRequest},
    jobs,
    payments::sandbox,
};
use uuid::Uuid;

use crate::{
    books::{Books, state},
    stage::{GOOD, typed},
    world::World,
};

pub const NIGHTLY: i64 = 10_000;
/// Nobody tries more often.
const PATIENCE: usize = 40;

/// The answer to a form, sent again after each error page; none when the dates are taken.
macro_rules! again {
    ($wish:expr, $errors:expr, $form:expr) => {{
        let mut tries = 0;
        loop {
            match heard($form.await) {
                Ok(answer) => break answer,
                Err(page) => {
                    $errors += 1;
                    tries += 1;
                    $wish.waits();
                    assert!(tries < PATIENCE, "again and again: {page}");
                }
            }
        }
    }};
}

pub struct Wish {
    pub world: Arc<World>,
    pub guest: Actor,
    pub home: Uuid,
    pub stay: Stay,
    pub cancels: bool,
}

/// What a guest knows at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Confirmed,
    Cancelled,
    /// Somebody else has the nights.
    Taken,
}

impl Wish {
    /// Books, pays, perhaps cancels; with how many error pages were seen on the way.
    pub async fn insist(self, ctx: Context) -> (Ending, usize) {
        let mut errors = 0;
        let request = HoldRequest {
            listing_id: self.home,
            check_in: self.stay.check_in,
            check_out: self.stay.check_out,
            guests: 2,
            shown_total: self.total(),
        };
        let held = again!(
            self,
            errors,
            bookings::hold(&ctx, &self.guest, request.clone())
        );
        let Some(id) = held else {
            return (Ending::Taken, errors);
        };
        self.pay(&ctx, id, &mut errors).await;
        if !self.cancels {
            return (Ending::Confirmed, errors);
        }
        self.cancel(&ctx, id, &mut errors).await;
        (Ending::Cancelled, errors)
    }

    async fn pay(&self, ctx: &Context, id: Uuid, errors: &mut usize) {
        let pressed = again!(
            self,
            *errors,
            bookings::pay(ctx, &self.guest, id, self.total())
        );
        let page = pressed.expect("the provider's page");
        if let Some(intent) = page.strip_prefix("/sandbox/pay/") {
            let taken = again!(
                self,
                *errors,
                sandbox::submit_card(ctx, intent, typed(GOOD))
            );
            taken.expect("a card that is taken");
        }
        for _ in 0..PATIENCE {
            let back = again!(self, *errors, bookings::returned(ctx, &self.guest, id));
            match back {
                Some(State::Confirmed) => return,
                // The worker is at it, or was cut off: time brings its next attempt.
                _ => {
                    self.waits();
                    drop(jobs::tick(ctx).await);
                }
            }
        }
        panic!("{id} was paid for and is not confirmed");
    }

    async fn cancel(&self, ctx: &Context, id: Uuid, errors: &mut usize) {
        let shown = again!(
            self,
            *errors,
            bookings::cancel_preview(ctx, &self.guest, id)
        );
        let refund = shown.expect("a preview").refund;
        assert_eq!(
            refund.minor,
            self.total(),
            "a day before, everything comes back"
        );
        let done = again!(
            self,
            *errors,
            bookings::cancel(ctx, &self.guest, id, refund.minor, "")
        );
        let cancelled = done.expect("a cancelled stay");
        assert_eq!(cancelled.refund, refund, "what was shown comes back");
    }

    /// Before the next try: what was cut off while it worked is free again when its lease is over.
    fn waits(&self) {
        self.world.pass(TimeDelta::seconds(10));
    }

    fn total(&self) -> i64 {
        NIGHTLY * i64::from(self.stay.nights())
    }
}

/// What came back: an answer, none when the dates are taken, or an error page.
fn heard<T>(said: Result<T>) -> std::result::Result<Option<T>, String> {
    match said {
        Ok(answer) => Ok(Some(answer)),
        Err(Error::User(domain::Error::DatesTaken { .. })) => Ok(None),
        // "The provider cannot be reached, your hold stays", "this has just changed": try again.
        Err(
            error @ (Error::User(domain::Error::Refused(_))
            | Error::Database(_)
            | Error::Gateway(_)),
        ) => Err(error.to_string()),
        Err(other) => panic!("neither an answer nor an error page: {other}"),
    }
}

/// One stay for each pair, whoever has it, and nobody who has two.
pub fn nothing_is_lost(books: &Books) {
    let mut guests = std::collections::BTreeSet::new();
    for row in &books.bookings {
        let came_to = state(row);
        assert!(
            matches!(came_to, State::Confirmed | State::Cancelled),
            "{} is {came_to:?}",
            row.id
        );
        assert!(
            guests.insert(row.guest_id),
            "{} has two stays",
            row.guest_id
        );
        let back = books.back(row.id, &["succeeded"]);
        let due = if came_to == State::Cancelled {
            row.total
        } else {
            0
        };
        assert_eq!(back, due, "{}: what goes back", row.id);
    }
}
