//! What the operator says about the account with Stripe.

/// Keys and addresses. The configuration has checked that they fit together.
#[derive(Clone)]
pub struct StripeSettings {
    /// Never shown or logged.
    pub secret_key: String,
    /// Goes to the guest's browser.
    pub publishable_key: String,
    /// What messages may be signed with: two while one is being replaced.
    pub webhook_secrets: Vec<String>,
    /// Where the API is, with a trailing slash and without its version.
    pub api_base: String,
    /// Where browsers fetch Stripe.js.
    pub js_url: String,
}

impl StripeSettings {
    pub const API_BASE: &str = "https://api.stripe.com/";
    pub const JS_URL: &str = "https://js.stripe.com/v3/";
}

/// Says nothing: whoever prints settings must not print keys.
impl std::fmt::Debug for StripeSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StripeSettings").finish_non_exhaustive()
    }
}
