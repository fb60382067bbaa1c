//! The document around every page: head, header, main, footer.

use leptos::prelude::*;

use super::Site;
use crate::{
    components::{dates, footer::footer, header},
    page::Page,
    visit::Visit,
};

/// The complete HTML, in one string: status and headers are known before its first byte.
pub(super) fn write(site: &Site, visit: &Visit, page: Page) -> String {
    let settings = &site.ctx.settings;
    let here = visit.here();
    let top = header::header(header::Header {
        first_name: visit.actor.as_ref().map(|actor| actor.first_name.as_str()),
        is_host: visit.is_host,
        is_admin: visit.actor.as_ref().is_some_and(|actor| actor.is_admin),
        answer_within: visit.answer_by.map(|until| dates::left(until, visit.now())),
        here: &here,
        public_demo: settings.public_demo,
    });
    let body = view! { {top} <main id="main" tabindex="-1">{page.body}</main> {footer(&settings.operator_name)} };
    let body = body.into_any().to_html();
    let mut html =
        String::with_capacity(body.len() + site.build.loader.len() + page.head.len() + 1024);
    html.push_str("<!DOCTYPE html><html lang=\"en-GB\"><head>");
    head(&mut html, site, visit, &page.title, &page.description);
    html.push_str(&page.head);
    html.push_str("</head><body>");
    html.push_str(&body);
    html.push_str("</body></html>");
    html
}

fn head(html: &mut String, site: &Site, visit: &Visit, title: &str, description: &str) {
    let pkg = &site.build.pkg;
    html.push_str("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.push_str("<meta name=\"color-scheme\" content=\"light dark\"><title>");
    if !title.is_empty() {
        html.push_str(&escape(title));
        html.push_str(" · ");
    }
    html.push_str("HBnB</title>");
    if !description.is_empty() {
        html.push_str(&format!(
            "<meta name=\"description\" content=\"{}\">",
            escape(description)
        ));
    }
    html.push_str("<link rel=\"preload\" href=\"/fonts/bricolage-grotesque-latin.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>");
    html.push_str(&format!(
        "<link rel=\"stylesheet\" href=\"{pkg}/hbnb.css\">"
    ));
    html.push_str("<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">");
    let nonce = visit
        .nonce
        .as_ref()
        .map(|nonce| format!(" nonce=\"{nonce}\""))
        .unwrap_or_default();
    html.push_str(&format!("<script{nonce}>{}</script>", site.build.loader));
}

/// Text as it may stand between tags or inside a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
