//! `/confirm-email?token=…`: where the link of a mail leads. Looking changes nothing, so that programmes that open every link in a
//! mail confirm nothing; the button does.

use leptos::prelude::*;
use server::{
    accounts::{self, LinkState},
    mail::Purpose,
};

use super::reset_password::token;
use crate::{
    components::{ErrorSummary, Icon, icon},
    forms::FormState,
    page::Page,
    visit::Visit,
};

const TITLE: &str = "Confirm your e-mail address";

pub async fn page(visit: &Visit) -> server::Result<Page> {
    if visit.param("done").is_some() && visit.form.is_empty() {
        return Ok(done());
    }
    let token = token(visit);
    let standing = accounts::link(&visit.ctx, &token, Purpose::Confirm).await?;
    let (body, status) = match (&standing, standing.refusal()) {
        (LinkState::Good { email }, _) => (ask(&visit.form, token, email.clone()), 200),
        // People open the link again to see whether it worked.
        (LinkState::Done, _) => return Ok(done()),
        (_, sentence) => (ended(sentence.unwrap_or_default()), 410),
    };
    Ok(Page::new(TITLE, body).status(status).unshared())
}

fn ask(form: &FormState, token: String, email: String) -> AnyView {
    view! {
        <div class="sheet">
            <h1>{TITLE}</h1>
            <ErrorSummary form=form.clone()/>
            <p>"Is "<strong dir="auto">{email}</strong>" yours? Bookings, answers and receipts go there."</p>
            <form class="form" method="post" action="/confirm-email">
                <input type="hidden" name="token" value=token/>
                <div><button class="button button--primary" type="submit">"Confirm this address"</button></div>
            </form>
        </div>
    }
    .into_any()
}

fn done() -> Page {
    const TITLE: &str = "Your address is confirmed";
    let body = view! {
        <div class="sheet">
            <h1>{TITLE}</h1>
            <p>"Thank you. Bookings, answers and receipts reach you there."</p>
            <p><a class="button button--primary" href="/">"Find a home"</a></p>
        </div>
    };
    Page::new(TITLE, body).unshared()
}

fn ended(sentence: &'static str) -> AnyView {
    view! {
        <div class="sheet">
            <h1>{TITLE}</h1>
            <div class="note note--wrong" role="alert">{icon(Icon::Alert)}<p>{sentence}</p></div>
            <p><a class="button button--primary" href="/account">"Your account"</a></p>
        </div>
    }
    .into_any()
}
