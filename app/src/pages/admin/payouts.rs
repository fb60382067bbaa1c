//! `/admin/payouts`: what hosts are owed now, to be paid and marked as paid.

use domain::{Money, stays::day_and_month};
use leptos::prelude::*;
use server::payments::payouts::{self, Due, Paid};

use super::{back, moment, owner, sums};
use crate::{
    components::{ErrorSummary, field::error_line, toast::toast},
    page::Page,
    visit::Visit,
};

/// A form for each of more would be a page that nobody reads.
const SHOWN: usize = 50;
/// Of those that cannot be paid now.
const HELD: usize = 100;

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
                    "What a host is owed falls due 24 hours after check-in, less what went back to the guest. What a host owes of an \
                     earlier stay is kept from it: pay what stands here and in the file from your bank, then mark it as paid."
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
    let to_pay: Vec<Money> = payable.iter().map(|due| due.to_pay()).collect();
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
            <p>{sums(&to_pay)}{of}{earned(payable)}<a href="/admin/payouts.csv" download="">"Download as CSV"</a></p>
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

/// What it comes of, when something is kept for earlier stays.
fn earned(payable: &[&Due]) -> Option<String> {
    let of = |amount: fn(&Due) -> Money| payable.iter().map(|due| amount(due)).collect::<Vec<_>>();
    let differs = payable.iter().any(|due| due.kept.minor != 0);
    let (earned, kept) = (of(|due| due.amount), of(|due| due.kept));
    differs.then(|| {
        let (earned, kept) = (sums(&earned), sums(&kept));
        format!("Earned: {earned}; kept for earlier stays: {kept}. ")
    })
}

fn row(due: &Due, visit: &Visit) -> AnyView {
    view! {
        <li id=format!("due-{}", due.booking)>
            {about(due, visit)}
            <p class="price">{due.to_pay().to_string()}</p>
            {mark(due, visit)}
        </li>
    }
    .into_any()
}

/// Folded away, so that nothing is marked by a slip of the finger; open again, with what was typed, when it was refused.
fn mark(due: &Due, visit: &Visit) -> AnyView {
    let booking = due.booking;
    let refused = !visit.form.is_empty() && visit.part() == Some(booking);
    // The summary above leads to the field that was refused.
    let id = match refused {
        true => "note".to_owned(),
        false => format!("note-{booking}"),
    };
    let typed = refused.then(|| visit.form.value("note").to_owned());
    let error = visit.form.error("note").filter(|_| refused);
    let error = error.map(str::to_owned);
    let (invalid, described) = match error {
        Some(_) => (Some("true"), Some("note-error")),
        None => (None, None),
    };
    let label = format!("How it was paid to {} (optional)", due.host);
    view! {
        <details open=refused>
            <summary class="button">"Mark as paid"</summary>
            <form method="post" action=format!("/admin/payouts/{booking}/paid")>
                <input type="hidden" name="shown_amount" value=due.to_pay().minor/>
                <div class="field">
                    <label for=id.clone()>{label}</label>
                    <input class="input" id=id name="note" maxlength="300" value=typed aria-invalid=invalid aria-describedby=described/>
                    {error.map(|error| error_line("note-error".to_owned(), error))}
                </div>
                <button class="button" type="submit">{format!("I have paid {}", due.to_pay())}</button>
            </form>
        </details>
    }
    .into_any()
}

fn about(due: &Due, visit: &Visit) -> AnyView {
    let kept = kept(due).map(|kept| view! { <p>{kept}</p> });
    let tax = (due.tax.minor != 0)
        .then(|| view! { <p class="soft">{due.tax.to_string()}" of it is lodging tax, which the host remits."</p> });
    let mail = format!("mailto:{}", due.host_email);
    view! {
        <div>
            <h3 dir="auto">{due.host.clone()}</h3>
            <p><span dir="auto">{due.home.clone()}</span>", from "{day_and_month(due.check_in)}</p>
            <p class="soft"><a href=mail dir="auto">{due.host_email.clone()}</a></p>
            <p class="soft">"Due since "{moment(visit, due.due_at)}</p>
            {kept}
            {tax}
        </div>
    }
    .into_any()
}

/// How what is to be paid comes of what was earned, where they differ.
fn kept(due: &Due) -> Option<String> {
    let (earned, kept) = (due.amount, due.kept);
    let other = Money::new(kept.minor.abs(), kept.currency);
    match kept.minor {
        0 => None,
        1.. => Some(format!(
            "{earned} earned, less {other} kept for an earlier stay."
        )),
        _ => Some(format!(
            "{earned} earned, and {other} on top for an earlier stay."
        )),
    }
}

/// What cannot be paid by itself: disputed, or left over.
fn held(waiting: &[&Due], visit: &Visit) -> Option<AnyView> {
    if waiting.is_empty() {
        return None;
    }
    let more = waiting.len().saturating_sub(HELD);
    let more = (more > 0).then(|| format!("{more} more are not listed here."));
    let rows = waiting.iter().take(HELD).map(|due| {
        let why = match (due.is_left_over(), due.amount.minor < 0) {
            (false, _) => "Held back: the guest’s bank disputes the payment.",
            (true, true) => "Owed by the host: kept from the next payout.",
            (true, false) => "Owed on top of what was paid: goes with the next payout.",
        };
        view! { <li>{about(due, visit)}<p class="price">{due.amount.to_string()}</p><p>{why}</p></li> }
    });
    Some(
        view! {
            <section aria-labelledby="held">
                <h2 id="held">"Not to be paid now"</h2>
                <ul class="owed" role="list">{rows.collect_view()}</ul>
                {more.map(|more| view! { <p class="soft">{more}</p> })}
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
