//! `/signup`: a new account, and back to where one was.

use leptos::prelude::*;

use crate::{
    components::{ErrorSummary, Field},
    functions::next,
    page::Page,
    pages::login,
    visit::Visit,
};

/// Beside every field in which a password is chosen.
pub const PASSWORD_HINT: &str =
    "At least 8 characters. A few unrelated words are easy to keep in mind.";

/// Somebody who is signed in already goes on.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    let next = login::wanted(visit);
    if visit.actor.is_some() && visit.form.is_empty() {
        return Ok(Page::go(next.as_deref().unwrap_or("/trips")));
    }
    let form = &visit.form;
    let login = next::via("/login", next.as_deref());
    let body = view! {
        <div class="sheet">
            <h1>"Sign up"</h1>
            <ErrorSummary form=form.clone()/>
            <form class="form" method="post" action="/signup">
                {next.map(|next| view! { <input type="hidden" name="next" value=next/> })}
                <div class="form-pair">
                    <Field form=form.clone() name="first_name" label="First name" autocomplete="given-name" required=true/>
                    <Field form=form.clone() name="last_name" label="Last name" autocomplete="family-name" required=true/>
                </div>
                <Field form=form.clone() name="email" label="E-mail" kind="email" autocomplete="username" required=true
                    hint="You log in with it. Only who shares a confirmed stay with you sees it."/>
                <Field form=form.clone() name="password" label="Password" kind="password" autocomplete="new-password"
                    required=true hint=PASSWORD_HINT/>
                <p class="soft fine">
                    "By signing up you agree to the "<a href="/terms">"terms"</a>". What we keep about you stands in the "
                    <a href="/privacy">"privacy notice"</a>"."
                </p>
                <div><button class="button button--primary" type="submit">"Sign up"</button></div>
            </form>
            <p class="soft">"Have an account? "<a href=login>"Log in"</a>"."</p>
        </div>
    };
    Ok(Page::new("Sign up", body)
        .describe("Open an HBnB account to book homes and keep your trips together."))
}
