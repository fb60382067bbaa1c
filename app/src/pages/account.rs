//! `/account`: the profile, the password, and the way out.

use leptos::prelude::*;
use server::accounts::{self, Profile};

use crate::{
    components::{ErrorSummary, Field, toast::toast},
    forms::FormState,
    page::Page,
    pages::{
        homes::fields::{Fields, Question},
        signup::PASSWORD_HINT,
    },
    visit::Visit,
};

/// Serves both forms: a refused one comes back here with what was typed.
pub async fn page(visit: &Visit) -> server::Result<Page> {
    let profile = accounts::profile(&visit.ctx, visit.actor()?).await?;
    let form = &visit.form;
    let email = profile.email.clone();
    let body = view! {
        <div class="wrap">
            <div class="page-head"><h1>"Your account"</h1></div>
            <div class="account">
                {saved(visit.param("saved"))}
                <ErrorSummary form=form.clone()/>
                {unconfirmed(&profile)}
                {profile_part(form, profile)}
                {password_part(form, email)}
                <section class="account-part">
                    <header>
                        <h2>"Tokens"</h2>
                        <p class="soft">"For programs that use HBnB in your name."</p>
                    </header>
                    <p><a class="button" href="/account/tokens">"Your tokens"</a></p>
                </section>
                <section class="account-part">
                    <header><h2>"Log out"</h2></header>
                    <form method="post" action="/logout">
                        <button class="button" type="submit">"Log out on this device"</button>
                    </form>
                </section>
            </div>
        </div>
    };
    Ok(Page::new("Your account", body))
}

fn saved(what: Option<&str>) -> Option<AnyView> {
    let sentence = match what? {
        "profile" => "Your profile is saved.",
        "confirmation" => "The link is on its way to your address. It works once, for an hour.",
        "password" => {
            "Your password is changed. Every other device is logged out, and your tokens have ended."
        }
        _ => return None,
    };
    Some(toast(sentence))
}

/// Until the link that was mailed came back, another one can be had.
fn unconfirmed(profile: &Profile) -> Option<AnyView> {
    if profile.email_confirmed {
        return None;
    }
    let view = view! {
        <section class="account-part" aria-labelledby="confirm-title">
            <header>
                <h2 id="confirm-title">"Your address"</h2>
                <p class="soft">
                    <span dir="auto">{profile.email.clone()}</span>" is not confirmed yet. Bookings, answers and receipts go there."
                </p>
            </header>
            <form method="post" action="/account/confirm">
                <button class="button" type="submit">"Send the link again"</button>
            </form>
        </section>
    };
    Some(view.into_any())
}

fn profile_part(form: &FormState, profile: Profile) -> AnyView {
    view! {
        <section class="account-part" aria-labelledby="profile-title">
            <header>
                <h2 id="profile-title">"Profile"</h2>
                <p class="soft">
                    "You log in as "<span dir="auto">{profile.email.clone()}</span>
                    ". Hosts whose homes you ask for see your first name, where you live and what you say about yourself. If you let a \
                     home, its page shows everybody your first name and what you say about yourself. With a confirmed stay guest and \
                     host see each other’s whole name, number and e-mail address, too."
                </p>
            </header>
            {profile_form(form, profile)}
        </section>
    }
    .into_any()
}

fn profile_form(form: &FormState, profile: Profile) -> AnyView {
    let fields = Fields::of(form, profile.version);
    let [phone, home_location, about] =
        [profile.phone, profile.home_location, profile.about].map(Option::unwrap_or_default);
    let now = |name: &str, saved: &str| fields.saved_now(name, saved, saved);
    let save = match fields.overtaken {
        true => "Save over it",
        false => "Save profile",
    };
    view! {
        <form class="form" method="post" action="/account">
            {fields.note()}
            <div class="form-pair">
                <div class="asked">
                    <Field form=form.clone() name="first_name" label="First name" value=profile.first_name.clone()
                        autocomplete="given-name" required=true/>
                    {now("first_name", &profile.first_name)}
                </div>
                <div class="asked">
                    <Field form=form.clone() name="last_name" label="Last name" value=profile.last_name.clone()
                        autocomplete="family-name" required=true/>
                    {now("last_name", &profile.last_name)}
                </div>
            </div>
            <div class="asked">
                <Field form=form.clone() name="phone" label="Phone (optional)" kind="tel" autocomplete="tel" value=phone.clone()
                    hint="For the days around a stay, with the country’s code: +44 131 496 0000."/>
                {now("phone", &phone)}
            </div>
            {fields.ask(Question::line("home_location", "Where you live (optional)", "A town or a region is enough.", &home_location))}
            {fields.ask(Question::text("about", "About you (optional)", "A few sentences for your hosts and your guests.", &about, 5))}
            <input type="hidden" name="version" value=profile.version.to_string()/>
            <div><button class="button button--primary" type="submit">{save}</button></div>
        </form>
    }
    .into_any()
}

fn password_part(form: &FormState, email: String) -> AnyView {
    view! {
        <section class="account-part" aria-labelledby="password-title">
            <header>
                <h2 id="password-title">"Password"</h2>
                <p class="soft">
                    "A new password logs out every other device and ends every token that you made for a program."
                </p>
            </header>
            <form class="form" method="post" action="/account/password">
                // Nameless, so never sent: it tells password managers whose password this is.
                <input type="email" autocomplete="username" value=email hidden readonly/>
                <Field form=form.clone() name="current" label="Current password" kind="password"
                    autocomplete="current-password" required=true/>
                <Field form=form.clone() name="new" label="New password" kind="password" autocomplete="new-password"
                    required=true hint=PASSWORD_HINT/>
                <div><button class="button" type="submit">"Change password"</button></div>
            </form>
        </section>
    }
    .into_any()
}
