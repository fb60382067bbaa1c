//! What the checkout page must know to let the guest enter a card in it.

use domain::money::Money;

use super::StripeSettings;
use crate::{Result, payments::to_provider};

/// For Stripe.js in the guest's browser. The payment itself is named only when the guest presses the button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardForm {
    pub publishable_key: String,
    pub js_url: String,
    /// In Stripe's units, as the payment has it.
    pub amount: i64,
    /// ISO 4217, lower case.
    pub currency: String,
}

impl StripeSettings {
    /// # Errors
    /// A total that cards cannot be charged.
    pub fn card_form(&self, total: Money) -> Result<CardForm> {
        Ok(CardForm {
            publishable_key: self.publishable_key.clone(),
            js_url: self.js_url.clone(),
            amount: to_provider(total)?,
            currency: total.currency.code().to_ascii_lowercase(),
        })
    }
}
