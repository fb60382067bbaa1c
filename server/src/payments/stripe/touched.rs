//! Payments in which something happened: those that were made, then those of newer refunds, then those of newer disputes.

use chrono::{DateTime, Utc};
use stripe::{Client, StripeRequest};
use stripe_core::{dispute::ListDispute, payment_intent::ListPaymentIntent, refund::ListRefund};
use stripe_types::RangeQueryTs;

use super::{
    answers::{About, Page},
    calls::{PAGE, done, send},
};
use crate::{Result, payments::Touched};

/// One list after the other.
const LISTS: [&str; 3] = ["payments", "refunds", "disputes"];

/// One page. What comes after it is named by its list and the last id of that list that was seen.
pub(super) async fn since(
    client: &Client,
    since: DateTime<Utc>,
    after: Option<&str>,
) -> Result<Touched> {
    let (list, last) = after
        .and_then(|after| after.split_once(':'))
        .unwrap_or((LISTS[0], ""));
    let since = RangeQueryTs::gte(since.timestamp());
    let last = (!last.is_empty()).then(|| last.to_owned());
    let page = match list {
        "refunds" => {
            let list = ListRefund::new().created(since).limit(PAGE);
            read(
                client,
                match last {
                    Some(last) => list.starting_after(last),
                    None => list,
                },
            )
            .await?
        }
        "disputes" => {
            let list = ListDispute::new().created(since).limit(PAGE);
            read(
                client,
                match last {
                    Some(last) => list.starting_after(last),
                    None => list,
                },
            )
            .await?
        }
        _ => {
            let list = ListPaymentIntent::new().created(since).limit(PAGE);
            read(
                client,
                match last {
                    Some(last) => list.starting_after(last),
                    None => list,
                },
            )
            .await?
        }
    };
    Ok(Touched {
        next: next(list, &page),
        intents: page.data.into_iter().filter_map(About::payment).collect(),
    })
}

async fn read(client: &Client, list: impl StripeRequest) -> Result<Page<About>> {
    done(send(client, &list, None).await?)
}

/// The rest of this list, or the beginning of the next one.
fn next(list: &str, page: &Page<About>) -> Option<String> {
    if let (true, Some(last)) = (page.has_more, page.data.last()) {
        return Some(format!("{list}:{}", last.id));
    }
    let place = LISTS.iter().position(|name| *name == list)?;
    LISTS.get(place + 1).map(|name| format!("{name}:"))
}

impl About {
    /// A payment is about itself.
    fn payment(self) -> Option<String> {
        match self.id.starts_with("pi_") {
            true => Some(self.id),
            false => self.payment_intent,
        }
    }
}
