//! `/forgot-password`: asking for a link to choose a new one.

use leptos::prelude::*;

use crate::{
    components::{ErrorSummary, Field, Icon, icon},
    page::Page,
    visit::Visit,
};

/// What is said after asking is the same for every address.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    let form = &visit.form;
    let sent = visit.param("sent").is_some() && form.is_empty();
    let sent = sent.then(|| {
        view! {
            <div class="note" role="status">
                {icon(Icon::Check)}
                <p>
                    "If there is an account with this address, a mail is on its way to it. Its link works once, for an hour. Nothing
                    there after a few minutes? Look among the unwanted mail, or check the address and ask again."
                </p>
            </div>
        }
    });
    let body = view! {
        <div class="sheet">
            <h1>"Forgot your password?"</h1>
            {sent}
            <ErrorSummary form=form.clone()/>
            <p>"Tell us the address that you log in with. We send you a link to choose a new password."</p>
            <form class="form" method="post" action="/forgot-password">
                <Field form=form.clone() name="email" label="E-mail" kind="email" autocomplete="username" required=true/>
                <div><button class="button button--primary" type="submit">"Send the link"</button></div>
            </form>
            <p class="soft"><a href="/login">"Back to logging in"</a></p>
        </div>
    };
    Ok(Page::new("Forgot your password?", body).unshared())
}
