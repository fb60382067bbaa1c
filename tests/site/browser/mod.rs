//! A browser without a screen, in front of the whole router: it keeps its cookies and follows nothing by itself.
// Each file of tests uses a part of this.
#![allow(dead_code)]

use std::collections::BTreeMap;

use app::shell::Patience;
use axum::{
    Router,
    body::Body,
    http::{Request, Response, header},
};
use hbnb::site::SiteFiles;
use tower::ServiceExt;

/// The whole site over a story's world, without the files of the front end.
pub fn router(ctx: &server::Context) -> Router {
    router_with(ctx, Patience::default())
}

/// The same with more or less patience.
pub fn router_with(ctx: &server::Context, patience: Patience) -> Router {
    hbnb::router::build_with(ctx, &SiteFiles::at("no front end".into()), patience)
}

pub const PASSWORD: &str = "seven small boats";

/// The browser of somebody who has just signed up, as `{first name}@example.com` with [`PASSWORD`].
pub async fn signed_up(ctx: &server::Context, first_name: &str) -> Browser {
    let mut browser = Browser::new(router(ctx));
    let email = format!("{}@example.com", domain::places::fold(first_name));
    let fields = [
        ("first_name", first_name),
        ("last_name", "Fraser"),
        ("email", &email),
        ("password", PASSWORD),
    ];
    browser.post("/signup", &fields).await.leads_to("/");
    browser
}

/// One person's browser.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Where a redirect leads.
    pub to: Option<String>,
    pub headers: axum::http::HeaderMap,
    pub html: String,
}

impl Browser {
    pub fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
        }
    }

    /// The same person before another server of the site.
    pub fn at(&self, router: Router) -> Self {
        let cookies = self.cookies.clone();
        Self { router, cookies }
    }

    pub fn router(&self) -> Router {
        self.router.clone()
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, Body::empty()).await
    }

    /// Sends a form as the page itself would.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.send("POST", path, Body::from(body)).await
    }

    /// Sends files as a form with `multipart/form-data` does; `more` headers win over the usual ones.
    pub async fn send_files(
        &mut self,
        path: &str,
        files: &[(&str, &[u8])],
        more: &[(&'static str, &str)],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, bytes) in files {
            let head = format!(
                "--picture\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
                 Content-Type: image/jpeg\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--picture--\r\n");
        self.send_parts(path, Body::from(body), more).await
    }

    /// The same with any body, whose boundary is `picture`.
    pub async fn send_parts(
        &mut self,
        path: &str,
        body: Body,
        more: &[(&'static str, &str)],
    ) -> Answer {
        let mut request = self.request("POST", path, "multipart/form-data; boundary=picture");
        for (name, value) in more {
            request
                .headers_mut()
                .expect("headers")
                .insert(*name, value.parse().expect("a value"));
        }
        self.ask(request.body(body).expect("a request")).await
    }

    /// All that identifies the session.
    pub fn cookie(&self) -> String {
        self.cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// Sends what a form's body is said to be.
    pub async fn send(&mut self, method: &str, path: &str, body: Body) -> Answer {
        let request = self.request(method, path, "application/x-www-form-urlencoded");
        self.ask(request.body(body).expect("a request")).await
    }

    fn request(
        &self,
        method: &str,
        path: &str,
        content_type: &str,
    ) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:3000")
            .header(header::ORIGIN, "http://localhost:3000")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, content_type)
            .header(header::COOKIE, self.cookie())
    }

    async fn ask(&mut self, request: Request<Body>) -> Answer {
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        self.keep_cookies(&response);
        Answer::read(response).await
    }

    fn keep_cookies(&mut self, response: &Response<Body>) {
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let text = cookie.to_str().expect("a cookie");
            let (name, rest) = text.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            if text.contains("Max-Age=0") || value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
    async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .expect("a body");
        let to = parts
            .headers
            .get(header::LOCATION)
            .and_then(|to| to.to_str().ok());
        Self {
            status: parts.status.as_u16(),
            to: to.map(str::to_owned),
            html: String::from_utf8_lossy(&bytes).into_owned(),
            headers: parts.headers,
        }
    }

    /// The words, for what tags and references stand between.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for c in self.html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => text.push(c),
                _ => {}
            }
        }
        text.replace("&amp;", "&")
            .replace("&#x27;", "'")
            .replace("&quot;", "\"")
    }

    #[track_caller]
    pub fn leads_to(&self, place: &str) {
        assert_eq!(
            (self.status, self.to.as_deref()),
            (303, Some(place)),
            "{}",
            self.text()
        );
    }

    #[track_caller]
    pub fn says(&self, status: u16, words: &str) {
        assert_eq!(self.status, status, "{}", self.text());
        assert!(
            self.text().contains(words),
            "{words:?} is not in: {}",
            self.text()
        );
    }

    #[track_caller]
    pub fn never_says(&self, words: &str) {
        assert!(!self.html.contains(words), "{words:?} is in: {}", self.html);
    }
}
