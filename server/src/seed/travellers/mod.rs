//! Guests without a part of their own: enough people that nobody travels without end, or to two places at once.

mod names;

use std::collections::HashMap;

use domain::places::fold;
use uuid::Uuid;

use super::{dice::Dice, ids};
use names::{ORIGINS, Origin};

/// How many they are; each origin has a hundred names.
const MANY: usize = 900;

pub struct Traveller {
    pub id: Uuid,
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub email: String,
    pub phone: String,
    pub home_location: &'static str,
}

pub struct Travellers {
    pub people: Vec<Traveller>,
    /// Who is away when: days from today, and nights.
    away: HashMap<Uuid, Vec<(i64, i64)>>,
}

impl Travellers {
    pub fn all() -> Self {
        Self {
            people: (0..MANY).map(traveller).collect(),
            away: HashMap::new(),
        }
    }

    /// Someone who has not booked anything else for these nights.
    pub fn somebody_at_home(&self, starts: i64, nights: i64, dice: &mut Dice) -> Uuid {
        let first = dice.below(MANY as u32) as usize;
        let in_turn = self.people[first..].iter().chain(&self.people[..first]);
        let mut ids = in_turn.map(|traveller| traveller.id);
        let at_home = |id: &Uuid| {
            let mut away = self.away.get(id).into_iter().flatten();
            away.all(|(from, length)| from + length <= starts || starts + nights <= *from)
        };
        // In no week is everybody away.
        ids.find(at_home).unwrap_or(self.people[first].id)
    }

    pub fn away(&mut self, id: Uuid, starts: i64, nights: i64) {
        self.away.entry(id).or_default().push((starts, nights));
    }
}

fn traveller(index: usize) -> Traveller {
    let Origin {
        city,
        country,
        dialled,
        first_names,
        last_names,
    } = &ORIGINS[index % ORIGINS.len()];
    // 37 has no divisor in common with 100, so no two of one origin have the same name.
    let pair = (index / ORIGINS.len() * 37 + index % ORIGINS.len()) % 100;
    let (first_name, last_name) = (first_names[pair / 10], last_names[pair % 10]);
    let word = |name: &str| fold(name).replace(' ', "-");
    let email = format!(
        "{}.{}.{country}@example.com",
        word(first_name),
        word(last_name)
    );
    Traveller {
        id: ids::of("user", &email),
        first_name,
        last_name,
        email,
        phone: format!("{dialled} 555 {:04}", 1000 + index),
        home_location: city,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_have_the_same_address() {
        let travellers = Travellers::all();
        let emails: HashSet<_> = travellers.people.iter().map(|one| &one.email).collect();
        assert_eq!(emails.len(), MANY);
        assert!(emails.iter().all(|email| email.is_ascii()));
    }

    #[test]
    fn nobody_is_in_two_places() {
        let mut travellers = Travellers::all();
        let mut dice = Dice::of("two places");
        let met: HashSet<_> = (0..MANY)
            .map(|_| {
                let id = travellers.somebody_at_home(3, 2, &mut dice);
                travellers.away(id, 3, 2);
                id
            })
            .collect();
        assert_eq!(met.len(), MANY);
    }
}
