//! The foot of every page.

use leptos::prelude::*;

/// Help, terms, privacy, and who answers for the site.
pub fn footer(operator_name: &str) -> AnyView {
    let operator = operator_name.to_owned();
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <nav aria-label="Help and terms">
                    <ul role="list">
                        <li><a href="/how-booking-works">"How booking works"</a></li>
                        <li><a href="/help/cancellation">"Cancelling a stay"</a></li>
                        <li><a href="/terms">"Terms"</a></li>
                        <li><a href="/privacy">"Privacy"</a></li>
                    </ul>
                </nav>
                <p>"HBnB is run by "{operator}"."</p>
            </div>
        </footer>
    }
    .into_any()
}
