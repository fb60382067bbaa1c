//! `/account/tokens`: one's tokens for programs, the form that makes one, and, once, the token that was made.

use chrono::{DateTime, Utc};
use domain::tokens::{Lifetime, Scope};
use leptos::prelude::*;
use server::tokens::{self, PersonalToken};
use uuid::Uuid;

use crate::{
    components::{
        ErrorSummary, Field, dates,
        field::error_line,
        icon::{Icon, icon},
        toast::toast,
    },
    forms::FormState,
    page::Page,
    visit::Visit,
};

/// Serves its forms too; the page that a token was made on is the only one that shows it.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    let tokens = tokens::list(&visit.ctx, visit.actor()?).await?;
    let revoked = visit.param("saved") == Some("revoked") && visit.form.is_empty();
    let body = view! {
        <div class="wrap">
            <div class="page-head stack stack-s">
                <p><a class="back" href="/account">{icon(Icon::ArrowLeft)}<span>"Your account"</span></a></p>
                <h1>"Tokens"</h1>
                <p class="soft">
                    "A token lets a program of yours use HBnB in your name, as far as you allow. Whoever has it can do the same, so keep it \
                     like a password. A new password ends all your tokens."
                </p>
            </div>
            <div class="account">
                {revoked.then(|| toast("The token is revoked. Programs that use it are refused within seconds."))}
                <ErrorSummary form=visit.form.clone()/>
                {visit.shown.as_deref().map(fresh)}
                {list(&tokens, visit)}
                {new(&visit.form)}
            </div>
        </div>
    };
    Ok(Page::new("Tokens", body))
}

fn fresh(token: &str) -> AnyView {
    view! {
        <section class="note fresh" role="status" aria-labelledby="fresh-title">
            {icon(Icon::Key)}
            <div class="stack stack-s">
                <h2 id="fresh-title">"Copy your token now"</h2>
                <p>"It is shown only this once. We keep nothing that it could be read from."</p>
                <p><code class="fresh__token" translate="no">{token.to_owned()}</code></p>
            </div>
        </section>
    }
    .into_any()
}

fn list(tokens: &[PersonalToken], visit: &Visit) -> AnyView {
    let content = match tokens.is_empty() {
        true => view! { <p class="soft">"You have no tokens."</p> }.into_any(),
        false => view! {
            <ul class="owed" role="list">{tokens.iter().map(|token| row(token, visit.now())).collect_view()}</ul>
        }
        .into_any(),
    };
    view! {
        <section class="account-part" aria-labelledby="own-title">
            <header>
                <h2 id="own-title">"Your tokens"</h2>
                <p class="soft">"Revoke what you do not use any more."</p>
            </header>
            {content}
        </section>
    }
    .into_any()
}

fn row(token: &PersonalToken, now: DateTime<Utc>) -> AnyView {
    let moment = |at| format!("{} UTC", dates::moment(at, chrono_tz::UTC, now));
    let used = match token.last_used_at {
        Some(at) => format!("Last used {}", moment(at)),
        None => "Never used".to_owned(),
    };
    let ends = match token.expires_at {
        Some(at) if token.is_over => format!("Ended {}", moment(at)),
        Some(at) => format!("Works until {}", moment(at)),
        None => "Works until you revoke it".to_owned(),
    };
    let name = token.name.clone();
    view! {
        <li>
            <div class="stack stack-s">
                <h3 dir="auto">{token.name.clone()}</h3>
                <p>{token.scopes.to_string()}</p>
                <p class="soft">{format!("Made {}. {used}. {ends}.", moment(token.created_at))}</p>
            </div>
            <form method="post" action=format!("/account/tokens/{}/revoke", token.id)>
                <button class="button" type="submit">"Revoke"<span class="visually-hidden">" "{name}</span></button>
            </form>
        </li>
    }
    .into_any()
}

fn new(form: &FormState) -> AnyView {
    // Typed again after a refusal it is still the same form.
    let id = form.value_or("id", &Uuid::new_v4().to_string()).to_owned();
    view! {
        <section class="account-part" aria-labelledby="new-title">
            <header>
                <h2 id="new-title">"Make a token"</h2>
                <p class="soft">"Allow only what the program needs."</p>
            </header>
            <form class="form" method="post" action="/account/tokens">
                <input type="hidden" name="id" value=id/>
                <Field form=form.clone() name="name" label="What it is for" required=true maxlength=80
                    hint="A name by which you know it again, such as “Calendar script”."/>
                {scopes(form)}
                {lifetimes(form)}
                <div><button class="button button--primary" type="submit">"Make the token"</button></div>
            </form>
        </section>
    }
    .into_any()
}

fn scopes(form: &FormState) -> AnyView {
    let chosen: Vec<&str> = form.values("scopes").collect();
    let boxes = Scope::ALL.iter().enumerate().map(|(at, scope)| {
        let word = scope.as_str();
        let id = if at == 0 { "scopes".to_owned() } else { format!("scopes-{at}") };
        view! {
            <label class="choice">
                <input type="checkbox" id=id name="scopes" value=word checked=chosen.contains(&word)/>
                <span class="choice__words"><span>{scope.label()}</span><span class="hint">{word}</span></span>
            </label>
        }
    });
    let error = form.error("scopes").map(str::to_owned);
    let described = error.as_ref().map(|_| "scopes-error");
    view! {
        <fieldset class="choices" aria-describedby=described>
            <legend>"What it may do"</legend>
            <div class="choices__all">{boxes.collect_view()}</div>
            {error.map(|error| error_line("scopes-error".to_owned(), error))}
        </fieldset>
    }
    .into_any()
}

fn lifetimes(form: &FormState) -> AnyView {
    let chosen = form.value_or("expires_in", "90").to_owned();
    let choices = Lifetime::OFFERED.iter().enumerate().map(|(at, (word, label))| {
        let id = if at == 0 { "expires_in".to_owned() } else { format!("expires_in-{word}") };
        view! {
            <label class="choice">
                <input type="radio" id=id name="expires_in" value=*word checked=chosen == *word/>
                <span class="choice__words"><span>{*label}</span></span>
            </label>
        }
    });
    let error = form.error("expires_in").map(str::to_owned);
    let described = error.as_ref().map(|_| "expires_in-error");
    view! {
        <fieldset class="choices choices--short" aria-describedby=described>
            <legend>"How long it works"</legend>
            <div class="choices__all">{choices.collect_view()}</div>
            {error.map(|error| error_line("expires_in-error".to_owned(), error))}
        </fieldset>
    }
    .into_any()
}
