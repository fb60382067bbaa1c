//! The receipt as a page of its own, to keep or to print.

use domain::stays::{long_date, today_in};

use super::words::{fact, guests, lines};
use crate::{
    Settings,
    bookings::{Receipt, TripView},
    mail::{
        Attachment,
        html::{bill, document, escape, facts_list},
    },
};

/// The same as the page of the receipt says.
pub(super) fn attachment(settings: &Settings, trip: &TripView, receipt: &Receipt) -> Attachment {
    Attachment {
        name: format!("receipt-{}.html", receipt.number),
        content_type: "text/html; charset=utf-8",
        text: page(settings, trip, receipt),
    }
}

fn page(settings: &Settings, trip: &TripView, receipt: &Receipt) -> String {
    let title = format!("Receipt {}", receipt.number);
    let stay = format!(
        "{} to {}, {}",
        long_date(trip.stay.check_in),
        long_date(trip.stay.check_out),
        domain::text::count(trip.stay.nights(), "night")
    );
    let address = trip
        .arrival
        .as_ref()
        .map(|arrival| arrival.address.as_str());
    let home = [
        Some(trip.home.title.as_str()),
        address.filter(|text| !text.is_empty()),
    ];
    let facts = [
        fact("For", receipt.guest_name.as_str()),
        fact(
            "Home",
            home.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        ),
        fact("Stay", stay),
        fact("Guests", guests(trip.guests)),
    ];
    let body = format!(
        "<main><h1>{title}</h1><p>Issued by {}, {}</p>{}{}<p>{}</p></main>",
        escape(&settings.operator_name),
        escape(&settings.support_email),
        facts_list(&facts),
        bill(&lines(&trip.quote), &trip.quote.total_money().to_string()),
        escape(&paid(trip, receipt)),
    );
    document(&title, &body)
}

/// `£240.00 paid on Monday 1 June 2026, by card. Payment pi_7.`
pub(super) fn paid(trip: &TripView, receipt: &Receipt) -> String {
    let date = long_date(today_in(trip.timezone, receipt.paid_at));
    let by = match receipt.provider.as_str() {
        "sandbox" => "by test card: no money moved",
        _ => "by card",
    };
    format!(
        "{} paid on {date}, {by}. Payment {}.",
        receipt.paid, receipt.payment_id
    )
}
