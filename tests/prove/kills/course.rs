//! What guest and host do, form by form, and what they were told. Walked again, it goes on where nothing had been told.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use domain::{Stay, bookings::State};
use uuid::Uuid;

use crate::{
    visitor::{Answer, Gone},
    world::Person,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Held, paid, confirmed at once.
    Stay,
    /// And then cancelled by the guest.
    Cancelled,
    /// Held, paid, accepted by the host.
    Request,
    /// Held, the provider's page looked at, and let go.
    LetGo,
}

#[derive(Clone)]
pub struct People {
    pub guest: Person,
    pub host: Person,
    pub home: Uuid,
    pub stay: Stay,
}

/// What pages have said.
#[derive(Debug, Default, Clone)]
pub struct Told {
    pub held: Option<Uuid>,
    /// The provider took the card.
    pub card: bool,
    pub accepted: bool,
    pub let_go: bool,
    /// What the preview showed, and whether a page said that it was cancelled.
    pub refund: Option<(i64, bool)>,
}

impl Course {
    /// What the booking has come to when all of it was walked.
    pub fn end(self) -> State {
        match self {
            Course::Stay | Course::Request => State::Confirmed,
            Course::Cancelled => State::Cancelled,
            Course::LetGo => State::Withdrawn,
        }
    }
}

/// Why it did not go on.
pub enum Stopped {
    /// The server is gone.
    Gone,
    /// It answered, and not as it should.
    Answered(u16),
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("the server is gone"),
            Self::Answered(status) => write!(f, "it answered {status}"),
        }
    }
}

impl From<Gone> for Stopped {
    fn from(_: Gone) -> Self {
        Self::Gone
    }
}

/// The whole course, from the first form that nothing was told about.
pub async fn walk(
    site: String,
    people: People,
    course: Course,
    told: Arc<Mutex<Told>>,
) -> Result<(), Stopped> {
    let walker = Walker { site, people, told };
    let id = walker.hold().await?;
    match course {
        Course::LetGo => walker.let_go(id).await,
        Course::Stay => walker.pay(id).await,
        Course::Cancelled => {
            walker.pay(id).await?;
            walker.cancel(id).await
        }
        Course::Request => {
            walker.pay(id).await?;
            walker.accept(id).await
        }
    }
}

struct Walker {
    site: String,
    people: People,
    told: Arc<Mutex<Told>>,
}

impl Walker {
    async fn hold(&self) -> Result<Uuid, Stopped> {
        if let Some(id) = self.known().held {
            return Ok(id);
        }
        let people = &self.people;
        let held = people
            .guest
            .hold(&self.site, people.home, people.stay, self.total());
        let held = held.await?;
        let id = held.booking().ok_or(Stopped::Answered(held.status))?;
        self.tell(|told| told.held = Some(id));
        Ok(id)
    }

    async fn pay(&self, id: Uuid) -> Result<(), Stopped> {
        let guest = &self.people.guest;
        if !self.known().card {
            let pressed = done(guest.press(&self.site, id, self.total()).await?)?;
            let page = pressed.to.unwrap_or_default();
            // A card that was taken before leads straight on.
            if page.starts_with("/sandbox/pay/") {
                done(guest.card(&self.site, &page).await?)?;
            }
            self.tell(|told| told.card = true);
        }
        done(guest.come_back(&self.site, id).await?).map(drop)
    }

    async fn accept(&self, id: Uuid) -> Result<(), Stopped> {
        let path = format!("/host/reservations/{id}/accept");
        done(self.people.host.post(&self.site, &path, &[]).await?)?;
        self.tell(|told| told.accepted = true);
        Ok(())
    }

    /// The form carries what its page showed. One that was cancelled already has no such page any more.
    async fn cancel(&self, id: Uuid) -> Result<(), Stopped> {
        let path = format!("/trips/{id}/cancel");
        let guest = &self.people.guest;
        let preview = guest.get(&self.site, &path).await?;
        let Some(refund) = preview.field("refund").and_then(|text| text.parse().ok()) else {
            let cancelled = self.known().refund.is_some();
            return if cancelled {
                Ok(())
            } else {
                Err(Stopped::Answered(preview.status))
            };
        };
        self.tell(|told| told.refund = Some((refund, false)));
        let fields = [("refund", refund.to_string()), ("reason", String::new())];
        done(guest.post(&self.site, &path, &fields).await?)?;
        self.tell(|told| told.refund = Some((refund, true)));
        Ok(())
    }

    async fn let_go(&self, id: Uuid) -> Result<(), Stopped> {
        let guest = &self.people.guest;
        // Let go already, there is nothing to pay for.
        let _ = guest.press(&self.site, id, self.total()).await?;
        let path = format!("/checkout/{id}/release");
        done(guest.post(&self.site, &path, &[]).await?)?;
        self.tell(|told| told.let_go = true);
        Ok(())
    }

    /// £100 a night and £25 for cleaning.
    fn total(&self) -> i64 {
        10_000 * i64::from(self.people.stay.nights()) + 2_500
    }

    fn known(&self) -> Told {
        self.told.lock().expect("what was told").clone()
    }

    fn tell(&self, change: impl FnOnce(&mut Told)) {
        change(&mut self.told.lock().expect("what was told"));
    }
}

fn done(answer: Answer) -> Result<Answer, Stopped> {
    match answer.status {
        303 => Ok(answer),
        other => Err(Stopped::Answered(other)),
    }
}
