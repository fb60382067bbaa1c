//! `/admin/payouts`: what hosts are owed now, to be paid and marked as paid.

use domain::stays::day_and_month;
use leptos::prelude::*;
use server::payments::payouts::{self, Due, Paid};

use super::{back, moment, owner, sums};
use crate::{
    components::{ErrorSummary, toast::toast},
    page::Page,
    visit::Visit,
};

/// A form for each of more would be a page that nobody reads.
const SHOWN: usize = 50;

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let payouts = payouts::due(&visit.ctx, owner(visit)?).await?;
    let (payable, waiting): (Vec<&Due>, Vec<&Due>) =
        payouts.due.iter().partition(|due| due.is_payable());
    let body = view! {
        <div class="wrap host">
            <div class="page-head stack stack-s">
                {back()}
                <h1>"Payouts"</h1>
                <p class="soft">
                    "What a host is owed falls due 24 hours after check-in, less what went back to the guest. Pay it from your bank, then \
                     mark it as paid. What a host owes from an earlier stay is kept from it by itself."
                </p>
            </div>
            {(visit.param("saved").is_some() && visit.form.is_empty()).then(|| toast("Marked as paid."))}
            <ErrorSummary form=visit.form.clone()/>
            {due_now(&payable, payouts.more, visit)}
            {held(&waiting, visit)}
            {paid(&payouts.paid, visit)}
        </div>
    };
    Ok(Page::new("Payouts", body))
}

/// `/admin/payouts.csv`: what can be paid now, for one's bank.
pub async fn csv(visit: &Visit) -> server::Result<Page> {
    let text = payouts::csv(&visit.ctx, owner(visit)?).await?;
    Ok(Page::file(
        "text/csv; charset=utf-8",
        "hbnb-payouts.csv",
        text,
    ))
}

fn due_now(payable: &[&Due], more: bool, visit: &Visit) -> AnyView {
    let amounts: Vec<_> = payable.iter().map(|due| due.amount).collect();
    let shown = &payable[..payable.len().min(SHOWN)];
    let of = if more {
        " for the stays that fell due first. "
    } else {
        " in all. "
    };
    let more = more || shown.len() < payable.len();
    let content = match payable.is_empty() {
        true => view! { <p class="soft">"Nothing is due."</p> }.into_any(),
        false => view! {
            <p>{sums(&amounts)}{of}<a href="/admin/payouts.csv" download="">"Download as CSV"</a></p>
            <ul class="owed" role="list">{shown.iter().map(|due| row(due, visit)).collect_view()}</ul>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby="due">
            <h2 id="due">"Due now"</h2>
            {content}
            {more.then(|| view! { <p class="soft">"There are more: the CSV has them, and they stand here once these are paid."</p> })}
        </section>
    }
    .into_any()
}

fn row(due: &Due, visit: &Visit) -> AnyView {
    let booking = due.booking;
    let label = format!("How it was paid to {} (optional)", due.host);
    let id = format!("note-{booking}");
    view! {
        <li id=format!("due-{booking}")>
            {about(due, visit)}
            <p class="price">{due.amount.to_string()}</p>
            <form method="post" action=format!("/admin/payouts/{booking}/paid")>
                <div class="field">
                    <label for=id.clone()>{label}</label>
                    <input class="input" id=id name="note" maxlength="300"/>
                </div>
                <button class="button" type="submit">"Mark as paid"</button>
            </form>
        </li>
    }
    .into_any()
}

fn about(due: &Due, visit: &Visit) -> AnyView {
    let tax = (due.tax.minor != 0)
        .then(|| view! { <p class="soft">{due.tax.to_string()}" of it is lodging tax, which the host remits."</p> });
    let mail = format!("mailto:{}", due.host_email);
    view! {
        <div>
            <h3 dir="auto">{due.host.clone()}</h3>
            <p><span dir="auto">{due.home.clone()}</span>", from "{day_and_month(due.check_in)}</p>
            <p class="soft"><a href=mail dir="auto">{due.host_email.clone()}</a></p>
            <p class="soft">"Due since "{moment(visit, due.due_at)}</p>
            {tax}
        </div>
    }
    .into_any()
}

/// What cannot be paid by itself: disputed, or left over from a stay that was paid out.
fn held(waiting: &[&Due], visit: &Visit) -> Option<AnyView> {
    if waiting.is_empty() {
        return None;
    }
    let rows = waiting.iter().map(|due| {
        let why = match (due.disputed, due.amount.minor < 0) {
            (true, _) => "Held back: the guest’s bank disputes the payment.",
            (false, true) => "Owed by the host: kept from the next payout.",
            (false, false) => "Owed on top of what was paid: goes with the next payout.",
        };
        view! { <li>{about(due, visit)}<p class="price">{due.amount.to_string()}</p><p>{why}</p></li> }
    });
    Some(
        view! {
            <section aria-labelledby="held">
                <h2 id="held">"Not to be paid now"</h2>
                <ul class="owed" role="list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn paid(paid: &[Paid], visit: &Visit) -> Option<AnyView> {
    if paid.is_empty() {
        return None;
    }
    let rows = paid.iter().map(|paid| {
        let note = (!paid.note.is_empty())
            .then(|| view! { <p class="soft" dir="auto">{paid.note.clone()}</p> });
        view! {
            <li>
                <h3 dir="auto">{paid.host.clone()}</h3>
                <p>{paid.amount.to_string()}", "{moment(visit, paid.paid_at)}</p>
                {note}
            </li>
        }
    });
    Some(
        view! {
            <section aria-labelledby="paid">
                <h2 id="paid">"Paid lately"</h2>
                <ul class="owed" role="list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}
