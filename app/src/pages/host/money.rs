//! What was earned, for each currency: three numbers, and a chart of the last twelve months with its table; then what of it is due and
//! what was paid out.

use leptos::prelude::*;
use server::{dashboard::Earnings, payments::payouts::HostPayouts};

use super::chart;

pub fn view(earnings: &[Earnings], payouts: &[HostPayouts]) -> AnyView {
    let content = match earnings.is_empty() {
        true => view! {
            <p class="soft">"Nothing has been paid yet. From the first paid stay on, your earnings stand here by month."</p>
        }
        .into_any(),
        false => view! {
            {earnings.iter().map(currency).collect_view()}
            <p class="soft fine">
                "What guests paid, less what went back to them, in the month in which the money moved. Each home’s currency is counted by itself."
            </p>
        }
        .into_any(),
    };
    view! {
        <section class="money" aria-labelledby="money">
            <h2 id="money">"Earned"</h2>
            {content}
        </section>
        {paid_out(payouts)}
    }
    .into_any()
}

/// When the money comes, and from whom.
fn paid_out(payouts: &[HostPayouts]) -> Option<AnyView> {
    if payouts.is_empty() {
        return None;
    }
    let rows = payouts.iter().map(|sums| {
        let held = (sums.held_back.minor != 0)
            .then(|| view! { <div><dt>"Held back while a guest’s bank disputes it"</dt><dd class="price">{sums.held_back.to_string()}</dd></div> });
        view! {
            <dl class="paid-out">
                <div><dt>"Due now"</dt><dd class="price">{sums.due.to_string()}</dd></div>
                <div><dt>"Due later"</dt><dd class="price">{sums.later.to_string()}</dd></div>
                {held}
                <div><dt>"Paid to you"</dt><dd class="price">{sums.paid.to_string()}</dd></div>
            </dl>
        }
    });
    Some(
        view! {
            <section aria-labelledby="payouts">
                <h2 id="payouts">"Paid out"</h2>
                <p class="soft">
                    "What a stay earns falls due 24 hours after check-in, less what went back to the guest, and with the lodging tax that you                      remit. The site’s owner pays it to you and marks it here."
                </p>
                {rows.collect_view()}
            </section>
        }
        .into_any(),
    )
}

fn currency(earned: &Earnings) -> AnyView {
    let code = earned.total.currency.code();
    view! {
        <div class="earned">
            <dl>
                <div><dt>"This month"</dt><dd class="price">{earned.this_month.to_string()}</dd></div>
                <div><dt>"Last twelve months"</dt><dd class="price">{earned.last_year.to_string()}</dd></div>
                <div><dt>"Since the beginning"</dt><dd class="price">{earned.total.to_string()}</dd></div>
            </dl>
            {chart::view(&format!("Earned by month, in {code}"), &earned.months)}
        </div>
    }
    .into_any()
}
