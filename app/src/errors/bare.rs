//! The page when nothing is known of the visitor: no session could be read, the time was over, or a handler broke.

use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::words;
use crate::shell::{Site, escape};

/// What the status says, the id under which the log knows the request, and a way home.
pub fn bare(site: &Site, status: StatusCode, request_id: &str) -> Response {
    let (title, sentence) = words(status);
    let (pkg, id) = (&site.build.pkg, escape(request_id));
    let html = format!(
        "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} · HBnB</title>\
         <link rel=\"stylesheet\" href=\"{pkg}/hbnb.css\"></head>\
         <body><main id=\"main\"><div class=\"wrap empty\"><h1>{title}</h1>\
         <p>{sentence} If you write to us, name {id}.</p>\
         <div class=\"row\"><a class=\"button button--primary\" href=\"/\">Home page</a></div></div></main></body></html>"
    );
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_SECURITY_POLICY,
            site.build.shared_policy.as_str(),
        ),
    ];
    (status, headers, Html(html)).into_response()
}
