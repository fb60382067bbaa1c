//! What a page function answers: a view, and what its document and its response need to know.

use std::{future::Future, pin::Pin, str::FromStr};

use leptos::prelude::*;
use server::{Error, Result};

use crate::visit::Visit;

/// What a page function answers, before it is put into the document.
pub struct Page {
    pub shape: Shape,
    /// Without the site's name, which the document adds.
    pub title: String,
    /// For search engines and link previews; may be empty.
    pub description: String,
    /// The HTTP status; 200 unless said otherwise.
    pub status: u16,
    /// Ready HTML for the document's head: JSON-LD, Open Graph, canonical link.
    pub head: String,
    pub body: AnyView,
    /// Whether everybody without a session may be shown the same copy for a minute.
    pub shared: bool,
    /// Where the payment provider's script comes from, on the one page that needs it.
    pub card_from: Option<String>,
}

/// What becomes of the body.
pub enum Shape {
    /// A whole document.
    Document,
    /// A piece of one, for an island to put in its place.
    Fragment,
    /// Nothing to see here: 303 to this address.
    Go(String),
    /// Something to keep, under this name.
    File {
        content_type: &'static str,
        name: String,
        text: String,
    },
}

impl Page {
    /// A document with this body in its `<main id="main">`, under the site's header.
    pub fn new(title: impl Into<String>, body: impl IntoView + 'static) -> Self {
        Self::shaped(Shape::Document, title.into(), body.into_any())
    }

    /// HTML without a document around it.
    pub fn fragment(body: impl IntoView + 'static) -> Self {
        Self::shaped(Shape::Fragment, String::new(), body.into_any())
    }

    /// Sends the browser on, to an address that we chose.
    pub fn go(to: impl Into<String>) -> Self {
        Self::shaped(Shape::Go(to.into()), String::new(), ().into_any())
    }

    /// A file to download.
    pub fn file(
        content_type: &'static str,
        name: impl Into<String>,
        text: impl Into<String>,
    ) -> Self {
        let shape = Shape::File {
            content_type,
            name: name.into(),
            text: text.into(),
        };
        Self::shaped(shape, String::new(), ().into_any())
    }

    fn shaped(shape: Shape, title: String, body: AnyView) -> Self {
        Self {
            shape,
            title,
            description: String::new(),
            status: 200,
            head: String::new(),
            body,
            shared: true,
            card_from: None,
        }
    }

    pub fn describe(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Replaces the status, when a refused form says another.
    pub(crate) fn with_status(self, status: Option<u16>) -> Self {
        match status {
            Some(status) => self.status(status),
            None => self,
        }
    }

    /// Adds ready HTML to the document's head; everything in it is escaped already.
    pub fn head(mut self, html: impl AsRef<str>) -> Self {
        self.head.push_str(html.as_ref());
        self
    }

    /// Lets the payment provider's script, frames and connections into this page.
    pub fn with_card_from(mut self, script: &str) -> Self {
        self.card_from = Some(script.to_owned());
        self
    }

    /// Never kept by a cache: what is shown would be wrong a minute later.
    pub fn unshared(mut self) -> Self {
        self.shared = false;
        self
    }
}

pub type PageFuture<'a> = Pin<Box<dyn Future<Output = Result<Page>> + Send + 'a>>;

/// An `async fn page(visit: &Visit)`, or one that takes the last part of the path as well (`P` = `(Uuid,)`).
/// A part that does not parse is the same as one that does not exist: 404.
pub trait PageFn<P>: Clone + Send + Sync + 'static {
    fn render<'a>(&self, visit: &'a Visit) -> PageFuture<'a>;
}

impl<F> PageFn<()> for F
where
    F: for<'a> Plain<'a> + Clone + Send + Sync + 'static,
{
    fn render<'a>(&self, visit: &'a Visit) -> PageFuture<'a> {
        Box::pin(self.go(visit))
    }
}

impl<F, A> PageFn<(A,)> for F
where
    F: for<'a> WithPart<'a, A> + Clone + Send + Sync + 'static,
    A: FromStr,
{
    fn render<'a>(&self, visit: &'a Visit) -> PageFuture<'a> {
        match visit.part() {
            Some(part) => Box::pin(self.go(visit, part)),
            None => Box::pin(async { Err(Error::User(domain::Error::NotFound("Page"))) }),
        }
    }
}

/// Ties the future's lifetime to the visit's, which a plain `Fn` bound cannot say.
pub trait Plain<'a> {
    type Future: Future<Output = Result<Page>> + Send + 'a;
    fn go(&self, visit: &'a Visit) -> Self::Future;
}

impl<'a, F, Fut> Plain<'a> for F
where
    F: Fn(&'a Visit) -> Fut,
    Fut: Future<Output = Result<Page>> + Send + 'a,
{
    type Future = Fut;
    fn go(&self, visit: &'a Visit) -> Fut {
        self(visit)
    }
}

/// As [`Plain`], for pages whose path has a part.
pub trait WithPart<'a, A> {
    type Future: Future<Output = Result<Page>> + Send + 'a;
    fn go(&self, visit: &'a Visit, part: A) -> Self::Future;
}

impl<'a, F, Fut, A> WithPart<'a, A> for F
where
    F: Fn(&'a Visit, A) -> Fut,
    Fut: Future<Output = Result<Page>> + Send + 'a,
{
    type Future = Fut;
    fn go(&self, visit: &'a Visit, part: A) -> Fut {
        self(visit, part)
    }
}
