//! Somebody in front of a running server, who sends the forms that its pages have.

use std::{sync::LazyLock, time::Duration};

use domain::Stay;
use uuid::Uuid;

use crate::world::Person;

static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(30))
        .build()
        .expect("a client")
});

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Where a redirect leads, on the same site.
    pub to: Option<String>,
    pub html: String,
}

/// Nothing came back: the server is gone.
#[derive(Debug)]
pub struct Gone;

pub type Answered = Result<Answer, Gone>;

impl Answer {
    /// Whether the server said "done" and leads on to a path that begins like this.
    pub fn leads_to(&self, path: &str) -> bool {
        self.status == 303 && self.to.as_deref().is_some_and(|to| to.starts_with(path))
    }

    /// The booking whose page the redirect leads to.
    pub fn booking(&self) -> Option<Uuid> {
        let to = self.to.as_deref()?;
        let id = to.split(['/', '?']).find_map(|part| part.parse().ok());
        id.filter(|_| self.status == 303)
    }

    /// What the form on the page would send for this field.
    pub fn field(&self, name: &str) -> Option<&str> {
        let mark = format!("name=\"{name}\"");
        let tag = self
            .html
            .split('<')
            .find(|tag| tag.starts_with("input") && tag.contains(&mark))?;
        tag.split("value=\"").nth(1)?.split('"').next()
    }

    pub fn is_taken(&self) -> bool {
        self.status == 409 && self.html.contains("Some of these nights are taken")
    }
}

impl Person {
    pub async fn hold(&self, site: &str, home: Uuid, stay: Stay, total: i64) -> Answered {
        let fields = [
            ("check_in", stay.check_in.to_string()),
            ("check_out", stay.check_out.to_string()),
            ("guests", "2".to_owned()),
            ("shown_total", total.to_string()),
        ];
        self.post(site, &format!("/listings/{home}"), &fields).await
    }

    /// Presses the checkout's button; leads to the provider's page.
    pub async fn press(&self, site: &str, booking: Uuid, total: i64) -> Answered {
        let fields = [("shown_total", total.to_string())];
        let path = format!("/checkout/{booking}");
        self.post(site, &path, &fields).await
    }

    /// Types a good card on the provider's page; leads back to our site.
    pub async fn card(&self, site: &str, page: &str) -> Answered {
        let fields = [
            ("number", "4242 4242 4242 4242".to_owned()),
            ("expiry", "12/30".to_owned()),
            ("cvc", "123".to_owned()),
            ("name", "Mina Okafor".to_owned()),
        ];
        self.post(site, page, &fields).await
    }

    pub async fn come_back(&self, site: &str, booking: Uuid) -> Answered {
        self.get(site, &format!("/checkout/{booking}/return")).await
    }

    pub async fn post(&self, site: &str, path: &str, fields: &[(&str, String)]) -> Answered {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = CLIENT
            .post(format!("{site}{path}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", site)
            .header("cookie", &self.cookie)
            .body(body);
        answer(site, request).await
    }

    pub async fn get(&self, site: &str, path: &str) -> Answered {
        let request = CLIENT.get(format!("{site}{path}"));
        answer(site, request.header("cookie", &self.cookie)).await
    }
}

async fn answer(site: &str, request: reqwest::RequestBuilder) -> Answered {
    let response = request.send().await.map_err(|_| Gone)?;
    let status = response.status().as_u16();
    let to = response.headers().get("location");
    let to = to.and_then(|to| to.to_str().ok());
    let to = to.map(|to| to.strip_prefix(site).unwrap_or(to).to_owned());
    let html = response.text().await.map_err(|_| Gone)?;
    Ok(Answer { status, to, html })
}
