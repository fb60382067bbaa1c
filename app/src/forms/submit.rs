//! The one handler of all forms.

use std::{future::Future, marker::PhantomData, pin::Pin};

use axum::{
    extract::Request,
    handler::Handler,
    response::{IntoResponse, Redirect, Response},
};
use domain::Error;

use super::{
    FormState,
    call::{self, Write},
};
use crate::{
    errors,
    functions::{Go, Refusal, next},
    page::PageFn,
    shell::{self, Site},
    visit::Visit,
};

/// Handles `POST` to a page: calls the server function `F`, then goes where it says, or shows `page` again.
pub fn submit<F, P>(page: impl PageFn<P>) -> Submit<F, impl PageFn<P>> {
    Submit {
        page,
        function: PhantomData,
    }
}

/// See [`submit`].
pub struct Submit<F, V> {
    page: V,
    function: PhantomData<fn() -> F>,
}

impl<F, V: Clone> Clone for Submit<F, V> {
    fn clone(&self) -> Self {
        Self {
            page: self.page.clone(),
            function: PhantomData,
        }
    }
}

impl<F: Write, P: 'static, V: PageFn<P>> Handler<(F, P), Site> for Submit<F, V> {
    type Future = Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, site: Site) -> Self::Future {
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            let visit = match Visit::begin(&site, &mut parts).await {
                Ok(visit) => visit,
                Err(error) => return errors::unbegun(&site, &parts, &error),
            };
            let request = Request::from_parts(parts, body);
            match call::typed(request, site.patience.form).await {
                Ok(typed) => handle::<F, P, V>(&site, visit, typed, self.page).await,
                Err(status) => errors::unread(&site, &visit, status),
            }
        })
    }
}

async fn handle<F: Write, P, V: PageFn<P>>(
    site: &Site,
    mut visit: Visit,
    typed: Vec<(String, String)>,
    page: V,
) -> Response {
    match call::run::<F>(&visit, &typed).await {
        Ok(Go {
            shown: Some(secret),
            ..
        }) => {
            visit.shown = Some(secret);
            shell::show_as(site, &visit, &page, None).await
        }
        Ok(go) => Redirect::to(&go.to).into_response(),
        Err(Refusal::User(Error::SignInNeeded)) => {
            Redirect::to(&login_and_back(&visit.path, &typed)).into_response()
        }
        Err(Refusal::User(refusal)) => {
            let status = refusal.status();
            visit.form = FormState::refused(typed, refusal);
            shell::show_as(site, &visit, &page, Some(status)).await
        }
        Err(Refusal::Malformed(reason)) => errors::malformed(site, &visit, &reason).await,
        Err(Refusal::Failed) => errors::failed(site, &visit).await,
    }
}

/// The log-in page, and after it this page with the stay that was chosen. Nothing else that was typed goes into an
/// address.
fn login_and_back(path: &str, typed: &[(String, String)]) -> String {
    let stay = typed
        .iter()
        .filter(|(name, _)| matches!(name.as_str(), "check_in" | "check_out" | "guests"));
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(stay)
        .finish();
    let back = if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    };
    next::via("/login", Some(&back))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logging_in_on_the_way_to_a_hold_leads_back_to_the_same_dates() {
        let typed =
            crate::visit::pairs(b"check_in=2026-06-05&check_out=2026-06-08&guests=2&shown_total=1");
        let address = login_and_back("/listings/7", &typed);
        let back = "/listings/7%3Fcheck_in%3D2026-06-05%26check_out%3D2026-06-08%26guests%3D2";
        assert_eq!(address, format!("/login?next={back}"));
    }
}
