//! What was earned, for each currency: three numbers, and a chart of the last twelve months with its table.

use leptos::prelude::*;
use server::dashboard::Earnings;

use super::chart;

pub fn view(earnings: &[Earnings]) -> AnyView {
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
    }
    .into_any()
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
