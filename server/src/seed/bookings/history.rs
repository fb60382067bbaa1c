//! The steps that a stay of the demo has taken, and by whom.

use chrono::{DateTime, Duration, Utc};
use domain::bookings::{State, Who};
use uuid::Uuid;

use super::Draft;
use crate::{entities::booking_events, seed::stays::Ended};

impl Draft<'_> {
    pub fn steps(&self) -> Vec<(State, DateTime<Utc>, &'static str)> {
        let mut steps = vec![(State::Held, self.held, "Held for fifteen minutes.")];
        match self.planned.ended {
            Ended::Paid | Ended::Cancelled { .. } => steps.extend([
                (State::Authorized, self.after(3), "The card was authorised."),
                (State::Capturing, self.accepted(), self.acceptance()),
                (
                    State::Confirmed,
                    self.accepted() + Duration::minutes(1),
                    "The payment was taken.",
                ),
            ]),
            Ended::LetGo => steps.push((State::Withdrawn, self.after(5), "The guest let it go.")),
            Ended::RanOut => steps.extend([
                (
                    State::Expiring,
                    self.after(15),
                    "The fifteen minutes were over.",
                ),
                (State::Expired, self.after(16), "The payment ended."),
            ]),
        }
        if let Some(cancelled) = self.cancelled() {
            steps.push((State::Cancelled, cancelled, "The guest cancelled."));
        }
        if self.planned.state() == State::Completed {
            steps.push((State::Completed, self.left, "The guest checked out."));
        }
        steps
    }

    pub fn events(&self) -> Vec<booking_events::Model> {
        let steps = self.steps();
        let before = std::iter::once("").chain(steps.iter().map(|(state, ..)| state.as_str()));
        (1..)
            .zip(before.zip(&steps))
            .map(|(version, (from, &(to, at, reason)))| {
                let (actor_kind, actor_id) = self.who(to);
                booking_events::Model {
                    booking_id: self.id,
                    version,
                    from_state: from.into(),
                    to_state: to.as_str().into(),
                    actor_kind: actor_kind.as_str().into(),
                    actor_id,
                    reason: reason.into(),
                    at,
                }
            })
            .collect()
    }

    fn acceptance(&self) -> &'static str {
        match self.by_request() {
            true => "The host accepted.",
            false => "Instant book.",
        }
    }

    /// Who took the step to `state`.
    fn who(&self, state: State) -> (Who, Option<Uuid>) {
        match state {
            State::Held | State::Withdrawn | State::Cancelled => {
                (Who::Guest, Some(self.planned.guest))
            }
            State::Capturing if self.by_request() => (Who::Host, Some(self.house.home.host.id())),
            _ => (Who::System, None),
        }
    }
}
