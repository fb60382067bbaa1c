//! Entering a card on our own page: Stripe's form in ours, and the script that puts it there.
//!
//! The script is plain JavaScript and no island: all islands share one WASM, which this would make larger for every page, and
//! a card must be enterable before any WASM is awake. It weighs a kilobyte, stands only in this page, and carries its nonce.

use std::sync::LazyLock;

use leptos::prelude::*;
use server::{bookings::CheckoutView, payments::stripe::StripeSettings};
use server_fn::ServerFn;

use super::next;
use crate::{functions::bookings::OpenCardForm, page::Page, shell::compact, visit::Visit};

static SCRIPT: LazyLock<String> = LazyLock::new(|| compact(include_str!("../../card.js")));

/// The form that takes the card, with the button that names the amount.
pub fn form(view: &CheckoutView, stripe: &StripeSettings) -> AnyView {
    let action = format!("/checkout/{}", view.id);
    view! {
        <form
            class="stack"
            method="post"
            action=action
            id="card-form"
            data-id=view.id.to_string()
            data-opens=OpenCardForm::PATH
            data-stripe-key=stripe.publishable_key.clone()
            data-stripe-js=stripe.js_url.clone()
        >
            <input type="hidden" name="shown_total" value=view.quote.total/>
            <noscript>
                <p class="note">
                    "Paying by card needs JavaScript, because your card goes straight to Stripe. Everything else here works without."
                </p>
            </noscript>
            <div id="card-entry" class="card-entry"></div>
            <p id="card-said" class="error" role="alert" hidden></p>
            <button class="button button--primary button--wide" type="submit" disabled>
                {next::verb(view)}" "{view.quote.total_money().to_string()}
            </button>
            <p class="soft fine">{what_happens(view)}</p>
        </form>
    }
    .into_any()
}

fn what_happens(view: &CheckoutView) -> &'static str {
    match view.instant_book {
        true => {
            "Your card goes straight to Stripe: we never see its number. It is charged when the stay is confirmed."
        }
        false => {
            "Your card goes straight to Stripe: we never see its number. It is charged only if the host accepts."
        }
    }
}

/// Adds the script, and lets Stripe's own into this page and no other.
pub fn scripted(page: Page, visit: &Visit, stripe: &StripeSettings) -> Page {
    let nonce = visit.nonce.as_deref().unwrap_or_default();
    page.head(format!(
        "<script type=\"module\" nonce=\"{nonce}\">{}</script>",
        *SCRIPT
    ))
    .with_card_from(&stripe.js_url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_small_and_whole() {
        assert!(SCRIPT.len() <= 2600, "{} bytes", SCRIPT.len());
        assert!(!SCRIPT.contains("</script") && SCRIPT.contains("confirmPayment"));
    }
}
