//! What the components are shown with: a long title, an Arabic name, a home without a rating, every kind of price.

use chrono::{DateTime, Days, Utc};
use domain::{
    Currency, Money, Quote, Stay,
    cancellation::Step,
    listings::{Kind, Property},
    pricing::{Ask, Fees, Pricing, quote},
};
use server::{
    drawings,
    photos::Picture,
    search::{Card, Rating, StayTotal},
};
use uuid::Uuid;

fn pounds(minor: i64) -> Money {
    Money {
        minor,
        currency: Currency::parse("GBP").unwrap_or(Currency::REFERENCE),
    }
}

/// A picture of a home that is nobody's.
pub fn picture(property: Property, number: u128) -> Picture {
    let id = Uuid::from_u128(number << 96 | number);
    Picture::Drawing {
        spec: drawings::cover(id, property, "gb", 2),
        alt: "Drawing of the house from outside".to_owned(),
        placeholder: None,
    }
}

fn card(title: &str, property: Property, number: u128) -> Card {
    Card {
        id: Uuid::from_u128(number),
        title: title.to_owned(),
        kind: Kind::EntireHome,
        property,
        place_name: "Leith, Edinburgh".to_owned(),
        capacity: 4,
        bedrooms: 2,
        beds: 3,
        rating: None,
        source_rating: None,
        source: None,
        cover: picture(property, number),
        per_night: pounds(18_650),
        total: None,
    }
}

/// A price of a night, a total, a rating of ours, one of the source's.
pub fn cards() -> Vec<Card> {
    let total = StayTotal {
        total: pounds(128_450),
        nights: 3,
    };
    let rated = Rating::of(Some(483), 12);
    vec![
        card(
            "Harbour flat above the rope works",
            Property::Apartment,
            0x2b0a_0001,
        ),
        Card {
            total: Some(total.clone()),
            rating: rated,
            ..card(
                "Ferienwohnung mit Dachterrasse und Zugspitzblick",
                Property::Cabin,
                0x51c3_0002,
            )
        },
        Card {
            total: Some(total),
            ..card("بيت على التل", Property::Villa, 0x7d12_0003)
        },
        Card {
            source: Some("Inside Airbnb".to_owned()),
            source_rating: rated,
            kind: Kind::PrivateRoom,
            ..card("Room by the canal", Property::Boat, 0x9e44_0004)
        },
    ]
}

/// Three nights in a fortnight.
pub fn priced(now: DateTime<Utc>) -> Option<Quote> {
    let check_in = now.date_naive().checked_add_days(Days::new(14))?;
    let stay = Stay::new(check_in, check_in.checked_add_days(Days::new(3))?).ok()?;
    let ask = Ask {
        stay,
        guests: 2,
        today: now.date_naive(),
    };
    let pricing = Pricing::plain(pounds(0).currency, 12_400, 4_500);
    quote(&pricing, &ask, &Fees::default()).ok()
}

/// Terms as a guest reads them.
pub fn steps() -> Vec<Step> {
    [
        (
            41_700,
            "Until 3 June, 15:00 Edinburgh time: £417.00 back",
            "nothing is kept",
            "Free until Tuesday 3 June, 15:00 in Edinburgh. After that one night is kept.",
            false,
        ),
        (
            29_300,
            "Until 4 June, 15:00 Edinburgh time: £293.00 back",
            "one night is kept",
            "Until Wednesday 4 June, 15:00 in Edinburgh, one night is kept.",
            false,
        ),
        (
            12_400,
            "After that: £124.00 back",
            "half of the nights not begun comes back",
            "Once the stay has begun, half of the nights not begun comes back.",
            true,
        ),
    ]
    .into_iter()
    .map(|(minor, line, kept, sentence, under_way)| Step {
        until: None,
        refund: pounds(minor),
        line: line.to_owned(),
        kept,
        sentence: sentence.to_owned(),
        under_way,
    })
    .collect()
}
