//! `/login`: signing in, and back to where one was.

use leptos::prelude::*;

use crate::{
    components::{ErrorSummary, Field, toast::toast},
    functions::next,
    page::Page,
    visit::Visit,
};

/// Somebody who is signed in already goes on.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    let next = wanted(visit);
    if visit.actor.is_some() && visit.form.is_empty() {
        return Ok(Page::go(next.as_deref().unwrap_or("/trips")));
    }
    let form = &visit.form;
    let signup = next::via("/signup", next.as_deref());
    let body = view! {
        <div class="sheet">
            <h1>"Log in"</h1>
            {(visit.param("saved") == Some("password")).then(|| toast("Your password is changed. Log in with the new one."))}
            <ErrorSummary form=form.clone()/>
            <form class="form" method="post" action="/login">
                {next.map(|next| view! { <input type="hidden" name="next" value=next/> })}
                <Field form=form.clone() name="email" label="E-mail" kind="email" autocomplete="username" required=true/>
                <Field form=form.clone() name="password" label="Password" kind="password"
                    autocomplete="current-password" required=true/>
                <div><button class="button button--primary" type="submit">"Log in"</button></div>
            </form>
            <p class="soft"><a href="/forgot-password">"Forgot your password?"</a></p>
            <p class="soft">"New here? "<a href=signup>"Sign up"</a>" first."</p>
        </div>
    };
    Ok(Page::new("Log in", body).describe("Log in to HBnB to book a home and to see your trips."))
}

/// Where the visitor wants to go next: from the form that was refused, else from the address.
pub fn wanted(visit: &Visit) -> Option<String> {
    let typed = Some(visit.form.value("next")).filter(|next| !next.is_empty());
    typed
        .or(visit.param("next"))
        .and_then(next::local)
        .map(str::to_owned)
}
