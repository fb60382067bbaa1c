//! The price as lines that add up to what is charged.

use domain::{Money, Quote};
use leptos::prelude::*;

/// Every line, then the total.
pub fn bill(quote: &Quote) -> AnyView {
    let lines = quote.lines.iter().map(|line| {
        let amount = Money {
            minor: line.amount,
            currency: quote.currency,
        };
        view! { <tr><th scope="row">{line.label.clone()}</th><td>{amount.to_string()}</td></tr> }
    });
    let lines = lines.collect_view();
    view! {
        <table class="bill" aria-label="Price of the stay">
            <tbody>{lines}</tbody>
            <tfoot><tr><th scope="row">"Total"</th><td>{quote.total_money().to_string()}</td></tr></tfoot>
        </table>
    }
    .into_any()
}
