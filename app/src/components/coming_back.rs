//! What cancelling would bring back, line by line, and what is kept: the same for the guest and for the host.

use domain::Money;
use leptos::prelude::*;
use server::bookings::CancelView;

/// The lines that come back, their sum, and below it who keeps what.
pub fn coming_back(view: &CancelView) -> AnyView {
    let kept = (!view.kept_lines.is_empty()).then(|| {
        view! {
            <table class="bill bill--kept" aria-label="What is kept">
                <tbody>{rows(&view.kept_lines)}</tbody>
                <tfoot><tr><th scope="row">"Kept"</th><td>{view.kept.to_string()}</td></tr></tfoot>
            </table>
        }
    });
    view! {
        <table class="bill" aria-label="What comes back">
            <tbody>{rows(&view.lines)}</tbody>
            <tfoot><tr><th scope="row">"Comes back"</th><td>{view.refund.to_string()}</td></tr></tfoot>
        </table>
        {kept}
    }
    .into_any()
}

fn rows(lines: &[(String, Money)]) -> AnyView {
    let rows = lines.iter().map(|(label, amount)| {
        view! { <tr><th scope="row">{label.clone()}</th><td>{amount.to_string()}</td></tr> }
    });
    rows.collect_view().into_any()
}
