//! `/admin`: what the site's owner looks after. For everybody else there are no such pages.

pub mod money;
mod moved;
pub mod payouts;

use domain::{Money, text::count};
use leptos::prelude::*;
use server::{
    Error,
    accounts::Actor,
    payments::{self, Overview, Report, payouts::Due},
};

use crate::{
    components::{Icon, dates, icon},
    page::Page,
    visit::Visit,
};

/// What waits, in numbers, each with the way to it.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    let owner = owner(visit)?;
    let overview = payments::overview(&visit.ctx, owner).await?;
    let due = payments::payouts::due(&visit.ctx, owner).await?;
    let payable: Vec<Money> = due
        .due
        .iter()
        .filter(|due| due.is_payable())
        .map(Due::to_pay)
        .collect();
    let body = view! {
        <div class="wrap host">
            <div class="page-head"><h1>"The site’s money"</h1></div>
            <section aria-labelledby="waits">
                <h2 id="waits">"What waits for you"</h2>
                <ul class="owed" role="list">
                    {line("/admin/payouts", "Payouts to hosts", payouts_due(&payable))}
                    {line("/admin/money", "Refunds that failed", failed(&overview))}
                    {by_hand(&overview)}
                    {overlapping(&overview)}
                    {line("/admin/money#disputes", "Disputes", disputes(&overview))}
                    {line("/admin/money#report", "Comparison with the provider", compared(overview.report.as_ref()))}
                </ul>
                <p class="soft">{requests(overview.requests)}</p>
            </section>
        </div>
    };
    Ok(Page::new("The site’s money", body))
}

/// Who looks after the site. Nobody else learns that there is something to see.
fn owner(visit: &Visit) -> server::Result<&Actor> {
    let owner = visit.actor.as_ref().filter(|actor| actor.is_admin);
    owner.ok_or(Error::User(domain::Error::NotFound("Page")))
}

fn line(path: &'static str, name: &'static str, says: String) -> AnyView {
    view! { <li><h3><a href=path>{name}</a></h3><p>{says}</p></li> }.into_any()
}

fn payouts_due(payable: &[Money]) -> String {
    match payable.is_empty() {
        true => "Nothing is due.".to_owned(),
        false => format!("{} due: {}.", payable.len(), sums(payable)),
    }
}

fn failed(overview: &Overview) -> String {
    let owed: Vec<Money> = overview.failed.iter().map(|refund| refund.owed).collect();
    match owed.is_empty() {
        true => "None.".to_owned(),
        false => format!("{} still owed: {}.", owed.len(), sums(&owed)),
    }
}

/// Only on a site that has moved is there anything to say.
fn by_hand(overview: &Overview) -> Option<AnyView> {
    let owed: Vec<Money> = overview
        .by_hand
        .iter()
        .map(|refund| refund.amount)
        .collect();
    let says = format!("{} waiting: {}.", owed.len(), sums(&owed));
    (!owed.is_empty()).then(|| line("/admin/money#by-hand", "Refunds to make by hand", says))
}

fn overlapping(overview: &Overview) -> Option<AnyView> {
    let stays = overview.overlapping.len();
    let says = format!("{stays} came without their nights.");
    (stays > 0).then(|| line("/admin/money#overlapping", "Stays that overlap", says))
}

fn disputes(overview: &Overview) -> String {
    let open: Vec<Money> = overview.disputes.iter().map(|open| open.amount).collect();
    match open.is_empty() {
        true => "None is open.".to_owned(),
        false => format!("{} open: {}.", open.len(), sums(&open)),
    }
}

fn compared(report: Option<&Report>) -> String {
    let Some(report) = report else {
        return "Not compared yet: that happens once a day.".to_owned();
    };
    let found = match report.differences {
        0 => "no difference".to_owned(),
        differences => count(differences, "difference"),
    };
    let day = domain::stays::day_and_month(report.day);
    format!(
        "{day}: {} compared, {found}.",
        count(report.checked, "payment")
    )
}

fn requests(waiting: u64) -> String {
    match waiting {
        0 => "No guest waits for a host’s answer.".to_owned(),
        1 => "One guest waits for a host’s answer.".to_owned(),
        waiting => format!("{waiting} guests wait for a host’s answer."),
    }
}

/// The sum of each currency, the code's order: "£412.00, ¥12,000".
fn sums(amounts: &[Money]) -> String {
    let mut sums = std::collections::BTreeMap::new();
    for amount in amounts {
        *sums.entry(amount.currency).or_insert(0) += amount.minor;
    }
    let sums = sums
        .into_iter()
        .map(|(currency, minor)| Money::new(minor, currency).to_string());
    sums.collect::<Vec<_>>().join(", ")
}

/// The way back to the overview.
fn back() -> AnyView {
    view! { <p><a class="back" href="/admin">{icon(Icon::ArrowLeft)}<span>"The site’s money"</span></a></p> }.into_any()
}

/// "Tue 3 June, 15:00", on the clock of Greenwich.
fn moment(visit: &Visit, at: chrono::DateTime<chrono::Utc>) -> String {
    format!("{} UTC", dates::moment(at, chrono_tz::UTC, visit.now()))
}
