//! The cookie that holds a session's id.

use tower_sessions::{
    Expiry, SessionManagerLayer,
    cookie::{SameSite, time::Duration},
};

use super::{Store, store::ABSOLUTE_DAYS};
use crate::Context;

/// Gives every request its session. Over https the cookie is `__Host-hbnb`, which no other host and no plain connection can set; over
/// plain http, where browsers refuse that, it is `hbnb`.
pub fn layer(ctx: &Context) -> SessionManagerLayer<Store> {
    let secure = ctx.settings.public_url.starts_with("https://");
    SessionManagerLayer::new(Store::new(ctx))
        .with_name(if secure { "__Host-hbnb" } else { "hbnb" })
        .with_secure(secure)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        // The browser may keep it as long as any session lives; the store alone knows when one has been idle.
        .with_expiry(Expiry::OnInactivity(Duration::days(ABSOLUTE_DAYS)))
}
