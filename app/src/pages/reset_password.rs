//! `/reset-password?token=…`: where the link of a mail leads. Looking changes nothing.

use leptos::prelude::*;
use server::{accounts, mail::Purpose};

use crate::{
    components::{ErrorSummary, Field, Icon, icon},
    forms::FormState,
    page::Page,
    pages::signup::PASSWORD_HINT,
    visit::Visit,
};

/// A link that does not work says why, and leads to where one asks for another.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    let token = token(visit);
    let standing = accounts::link(&visit.ctx, &token, Purpose::Reset).await?;
    let (body, status) = match (&standing, standing.refusal()) {
        (accounts::LinkState::Good { email }, _) => {
            (choose(&visit.form, token, email.clone()), 200)
        }
        (_, sentence) => (ended(sentence.unwrap_or_default()), 410),
    };
    Ok(Page::new("Choose a new password", body)
        .status(status)
        .unshared())
}

/// What the link carries: from the address, or from the form that was refused.
pub(super) fn token(visit: &Visit) -> String {
    let typed = visit.form.value("token");
    match typed.is_empty() {
        true => visit.param("token").unwrap_or_default().to_owned(),
        false => typed.to_owned(),
    }
}

fn choose(form: &FormState, token: String, email: String) -> AnyView {
    view! {
        <div class="sheet">
            <h1>"Choose a new password"</h1>
            <ErrorSummary form=form.clone()/>
            <p>
                "For "<strong dir="auto">{email.clone()}</strong>
                ". Every device is logged out, every token that you made for a program ends, and the link is used up."
            </p>
            <form class="form" method="post" action="/reset-password">
                <input type="hidden" name="token" value=token/>
                // Nameless, so never sent: it tells password managers whose password this is.
                <input type="email" autocomplete="username" value=email hidden readonly/>
                <Field form=form.clone() name="new" label="New password" kind="password" autocomplete="new-password"
                    required=true hint=PASSWORD_HINT/>
                <div><button class="button button--primary" type="submit">"Change password"</button></div>
            </form>
        </div>
    }
    .into_any()
}

fn ended(sentence: &'static str) -> AnyView {
    view! {
        <div class="sheet">
            <h1>"Choose a new password"</h1>
            <div class="note note--wrong" role="alert">{icon(Icon::Alert)}<p>{sentence}</p></div>
            <p><a class="button button--primary" href="/forgot-password">"Ask for a new link"</a></p>
        </div>
    }
    .into_any()
}
