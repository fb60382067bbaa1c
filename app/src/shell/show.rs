//! The handler of all pages.

use std::{future::Future, marker::PhantomData, pin::Pin, sync::Arc};

use axum::{extract::Request, handler::Handler, response::Response};
use hydration_context::SsrSharedContext;
use leptos::reactive::{computed::ScopedFuture, owner::Owner};

use super::{Site, respond};
use crate::{errors, page::PageFn, visit::Visit};

/// Handles `GET` of a page.
pub fn show<P, V: PageFn<P>>(page: V) -> Show<P, V> {
    Show {
        page,
        part: PhantomData,
    }
}

/// See [`show`].
pub struct Show<P, V> {
    page: V,
    part: PhantomData<fn() -> P>,
}

impl<P, V: Clone> Clone for Show<P, V> {
    fn clone(&self) -> Self {
        Self {
            page: self.page.clone(),
            part: PhantomData,
        }
    }
}

impl<P: 'static, V: PageFn<P>> Handler<(P,), Site> for Show<P, V> {
    type Future = Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, site: Site) -> Self::Future {
        Box::pin(async move {
            let (mut parts, _body) = request.into_parts();
            match Visit::begin(&site, &mut parts).await {
                Ok(visit) => show_as(&site, &visit, &self.page, None).await,
                Err(error) => errors::unbegun(&site, &parts, &error),
            }
        })
    }
}

/// Renders a page for a visit, with another status than its own after a refused form.
pub(crate) async fn show_as<P>(
    site: &Site,
    visit: &Visit,
    page: &impl PageFn<P>,
    status: Option<u16>,
) -> Response {
    // The owner of all reactive state of this one response; it ends with the response.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let rendering = owner.with(|| {
        ScopedFuture::new(async {
            let page = page.render(visit).await?;
            Ok(respond(site, visit, page.with_status(status)))
        })
    });
    match rendering.await {
        Ok(response) => response,
        Err(error) => errors::explain(site, visit, error).await,
    }
}
