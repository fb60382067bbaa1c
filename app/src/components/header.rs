//! The top of every page: the way past it, the name, and where one can go.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// What the header needs to know of the visitor and of the site.
pub struct Header<'a> {
    /// First name of who is signed in.
    pub first_name: Option<&'a str>,
    /// Whether they have a home.
    pub is_host: bool,
    /// Whether the site is theirs to look after.
    pub is_admin: bool,
    /// How long there is to answer the first request that waits for them: "3 hours 20 minutes".
    pub answer_within: Option<String>,
    /// Path and query, so that one comes back here after signing in, and to mark the current page.
    pub here: &'a str,
    /// Says on every page that no money moves.
    pub public_demo: bool,
}

/// Skip link, notice and navigation. The page's `<main>` has the id `main`.
pub fn header(header: Header<'_>) -> AnyView {
    let notice = header.public_demo.then(|| {
        view! {
            <div class="notice-bar"><div class="wrap">
                <p>"This is a demonstration. No money moves, and no stay is real."</p>
            </div></div>
        }
    });
    view! {
        <a class="skip" href="#main">"Skip to the page"</a>
        {notice}
        {header.answer_within.clone().map(waiting)}
        <header class="site-header">
            <div class="wrap">
                <a class="brand" href="/" aria-label="HBnB, home page">{mark()}"HBnB"</a>
                <nav class="site-nav" aria-label="Main">
                    {match header.first_name {
                        Some(name) => member(name.to_owned(), &header),
                        None => visitor(header.here),
                    }}
                </nav>
            </div>
        </header>
    }
    .into_any()
}

/// A guest waits, and money with them: said above every page until it is answered.
fn waiting(within: String) -> AnyView {
    view! {
        <aside class="notice-bar waiting" aria-label="Requests">
            <div class="wrap">
                <p>
                    {icon(Icon::Clock)}
                    <span>"A guest waits for your answer. "<strong>{within}" left."</strong>" "
                    <a href="/host/reservations?state=requests">"See your requests"</a></span>
                </p>
            </div>
        </aside>
    }
    .into_any()
}

fn current(here: &str, path: &str) -> Option<&'static str> {
    (here.split('?').next() == Some(path)).then_some("page")
}

fn visitor(here: &str) -> AnyView {
    view! {
        <ul role="list">
            {tab(here, "/search", Icon::Search, "Search", "site-nav__phone")}
            {tab(here, "/host", Icon::Home, "Let your home", "")}
            {tab(here, "/login", Icon::User, "Log in", "")}
            {tab(here, "/signup", Icon::User, "Sign up", "site-nav__wide")}
        </ul>
    }
    .into_any()
}

fn member(name: String, header: &Header<'_>) -> AnyView {
    let here = header.here;
    let hosting = if header.is_host {
        "Your homes"
    } else {
        "Let your home"
    };
    view! {
        <ul role="list">
            {tab(here, "/search", Icon::Search, "Search", "site-nav__phone")}
            {tab(here, "/trips", Icon::Suitcase, "Trips", "")}
            {tab(here, "/host", Icon::Home, hosting, "")}
            <li>{menu(name, header)}</li>
        </ul>
    }
    .into_any()
}

/// A place to go: words on wide screens, an icon over its word in the bar at the foot of a phone.
fn tab(
    here: &str,
    path: &'static str,
    shape: Icon,
    name: &'static str,
    class: &'static str,
) -> AnyView {
    view! {
        <li class=class><a href=path aria-current=current(here, path)>{icon(shape)}<span>{name}</span></a></li>
    }
    .into_any()
}

/// What is one's own, folded away; opens without any script.
fn menu(name: String, header: &Header<'_>) -> AnyView {
    let here = header.here;
    let reservations = header.is_host.then(|| {
        view! { <li><a href="/host/reservations" aria-current=current(here, "/host/reservations")>"Reservations"</a></li> }
    });
    let site = header.is_admin.then(|| {
        view! { <li><a href="/admin" aria-current=current(here, "/admin")>"The site’s money"</a></li> }
    });
    view! {
        <details class="menu">
            <summary>
                {icon(Icon::User)}
                <span dir="auto">{name}</span>
                <span class="visually-hidden">"’s menu"</span>
                {icon(Icon::ChevronDown)}
            </summary>
            <ul role="list">
                {reservations}
                {site}
                <li><a href="/account" aria-current=current(here, "/account")>"Account"</a></li>
                <li><form method="post" action="/logout"><button>"Log out"</button></form></li>
            </ul>
        </details>
    }
    .into_any()
}

/// A house whose door stands open: the brand's only picture.
fn mark() -> AnyView {
    view! {
        <svg viewBox="0 0 28 28" aria-hidden="true">
            <path fill="currentColor" d="M14 2.5 2.5 11.5V25.5h23v-14z"/>
            <path fill="var(--marigold)" d="M10.5 25.5V15h7v10.5z"/>
            <path fill="currentColor" d="m10.5 15 4.5 1.8v8.7h-4.5z" opacity=".55"/>
        </svg>
    }
    .into_any()
}
