//! `/admin/money`: refunds that failed and are still owed, disputes, and the last comparison with the provider.

use domain::Money;
use leptos::prelude::*;
use server::payments::{self, FailedRefund, OpenDispute, Report};
use uuid::Uuid;

use super::{back, compared, moment, moved, owner};
use crate::{
    components::{ErrorSummary, toast::toast},
    page::Page,
    visit::Visit,
};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let overview = payments::overview(&visit.ctx, owner(visit)?).await?;
    let body = view! {
        <div class="wrap host">
            <div class="page-head stack stack-s">
                {back()}
                <h1>"Refunds, disputes, differences"</h1>
            </div>
            {(visit.param("saved").is_some() && visit.form.is_empty()).then(|| toast("Written down: it is given back."))}
            <ErrorSummary form=visit.form.clone()/>
            {failed(&overview.failed, visit)}
            {moved::by_hand(&overview.by_hand, visit)}
            {moved::overlapping(&overview.overlapping, visit)}
            {disputes(&overview.disputes, visit)}
            {report(overview.report.as_ref(), visit)}
        </div>
    };
    Ok(Page::new("Refunds, disputes, differences", body))
}

fn failed(refunds: &[FailedRefund], visit: &Visit) -> AnyView {
    let rows = refunds.iter().map(|refund| {
        let mail = format!("mailto:{}", refund.guest_email);
        let why = refund.failure.clone().unwrap_or_else(|| "not said".to_owned());
        view! {
            <li>
                <div>
                    <h3 dir="auto">{refund.guest.clone()}</h3>
                    <p><span dir="auto">{refund.home.clone()}</span>", booking "<span class="num">{refund.booking.to_string()}</span></p>
                    <p>"A refund of "{refund.amount.to_string()}" of "{moment(visit, refund.asked_at)}" failed: "<span dir="auto">{why}</span></p>
                    <p class="soft"><a href=mail dir="auto">{refund.guest_email.clone()}</a></p>
                </div>
                <p class="price">{refund.owed.to_string()}" owed"</p>
                {given_back(refund.id, refund.owed, visit)}
            </li>
        }
    });
    let content = match refunds.is_empty() {
        true => view! { <p class="soft">"Every refund has arrived or is on its way."</p> }.into_any(),
        false => view! {
            <p>
                "These guests are still owed money. Ask them how it can reach them, or refund it in your provider’s dashboard: that is \
                 found and written down by itself. When you have given it back another way, say so here."
            </p>
            <ul class="owed" role="list">{rows.collect_view()}</ul>
        }
        .into_any(),
    };
    view! { <section aria-labelledby="failed"><h2 id="failed">"Refunds that failed"</h2>{content}</section> }.into_any()
}

/// Folded away, so that nothing is said by a slip of the finger; open again when it was refused.
pub(super) fn given_back(refund: Uuid, amount: Money, visit: &Visit) -> AnyView {
    let refused = !visit.form.is_empty() && visit.part() == Some(refund);
    view! {
        <details open=refused>
            <summary class="button">"I have given it back"</summary>
            <form method="post" action=format!("/admin/money/{refund}/given-back")>
                <input type="hidden" name="shown_amount" value=amount.minor/>
                <button class="button" type="submit">{format!("{amount} is back with the guest")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn disputes(open: &[OpenDispute], visit: &Visit) -> AnyView {
    let rows = open.iter().map(|dispute| {
        view! {
            <li>
                <h3 dir="auto">{dispute.guest.clone()}</h3>
                <p class="price">{dispute.amount.to_string()}</p>
                <p><span dir="auto">{dispute.home.clone()}</span>", booking "<span class="num">{dispute.booking.to_string()}</span></p>
                <p>"Opened "{moment(visit, dispute.opened_at)}": "{dispute.reason.clone()}" ("<span class="num">{dispute.id.clone()}</span>")"</p>
            </li>
        }
    });
    let content = match open.is_empty() {
        true => view! { <p class="soft">"None is open."</p> }.into_any(),
        false => view! {
            <p>"Answer these in your provider’s dashboard. Until they are settled nothing of the stay is paid out."</p>
            <ul class="owed" role="list">{rows.collect_view()}</ul>
        }
        .into_any(),
    };
    view! { <section aria-labelledby="disputes"><h2 id="disputes">"Disputes"</h2>{content}</section> }
        .into_any()
}

fn report(report: Option<&Report>, visit: &Visit) -> AnyView {
    let body = report.map(|report| {
        view! {
            <p class="soft">"Compared "{moment(visit, report.at)}"."</p>
            <pre class="report">{report.body.clone()}</pre>
        }
    });
    view! {
        <section aria-labelledby="report">
            <h2 id="report">"The last comparison with the provider"</h2>
            <p>{compared(report)}</p>
            {body}
        </section>
    }
    .into_any()
}
