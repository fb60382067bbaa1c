//! What a home is: host, description, what it offers, where it lies, and where its data come from.

use leptos::prelude::*;
use server::listings::{AmenityView, HostView, ListingView};

use crate::components::{
    amenity_icon::amenity_icon,
    icon::{Icon, icon},
};

/// How many amenities are shown before the rest is folded away.
const FIRST_AMENITIES: usize = 12;

pub fn sections(home: &ListingView) -> AnyView {
    view! {
        {host(&home.host)}
        {(!home.description.is_empty()).then(|| view! {
            <section class="part" aria-labelledby="about">
                <h2 id="about">"About this home"</h2>
                {paragraphs(&home.description)}
            </section>
        })}
        {amenities(home)}
    }
    .into_any()
}

/// Plain text as paragraphs; single line breaks stay.
pub fn paragraphs(text: &str) -> AnyView {
    let paragraphs = text
        .split("\n\n")
        .map(|part| view! { <p class="lines" dir="auto">{part.trim().to_owned()}</p> });
    view! { <div class="stack">{paragraphs.collect_view()}</div> }.into_any()
}

/// "1 bath", "1½ baths"; nothing when it is not known.
pub fn baths(half_baths: u32) -> String {
    match (half_baths / 2, half_baths % 2) {
        (0, 0) => String::new(),
        (0, _) => "½ bath".to_owned(),
        (whole, 0) => domain::text::count(whole, "bath"),
        (whole, _) => format!("{whole}½ baths"),
    }
}

fn host(host: &HostView) -> AnyView {
    if host.name.is_empty() {
        return ().into_any();
    }
    let initial: String = host.name.chars().take(1).collect();
    let since = host.since.map(|since| {
        format!(
            "Host since {} {}",
            domain::stays::month_name(since),
            since.format("%Y")
        )
    });
    let homes = (host.listings > 1).then(|| domain::text::count(host.listings, "home"));
    let facts = [since, homes]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let words = host.about.as_deref();
    let words = words.map(|about| view! { <div class="host__words">{paragraphs(about)}</div> });
    view! {
        <section class="part host" aria-labelledby="host">
            <span class="host__initial" aria-hidden="true">{initial}</span>
            <div>
                <h2 id="host">"Your host is "<bdi>{host.name.clone()}</bdi></h2>
                {(!facts.is_empty()).then(|| view! { <p class="soft">{facts}</p> })}
            </div>
            {words}
        </section>
    }
    .into_any()
}

fn amenities(home: &ListingView) -> Option<AnyView> {
    if home.amenities.is_empty() {
        return None;
    }
    let item = |amenity: &AmenityView| view! { <li>{amenity_icon(&amenity.icon)}<span>{amenity.name.clone()}</span></li> };
    let mut ordered: Vec<_> = home.amenities.iter().collect();
    ordered.sort_by_key(|amenity| rank(&amenity.slug));
    let mut all = ordered.into_iter();
    let first = all.by_ref().take(FIRST_AMENITIES).map(item).collect_view();
    let rest = all.map(item).collect::<Vec<_>>();
    let folded = (!rest.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{format!("{} more", rest.len())}</summary>
                <ul class="offers" role="list">{rest}</ul>
            </details>
        }
    });
    Some(
        view! {
            <section class="part" aria-labelledby="offers">
                <h2 id="offers">"What it offers"</h2>
                <ul class="offers" role="list">{first}</ul>
                {folded}
            </section>
        }
        .into_any(),
    )
}

/// Where the catalogue has it: what most people ask for first.
fn rank(slug: &str) -> usize {
    let mut known = server::imports::amenities::CATALOGUE.iter();
    known
        .position(|amenity| amenity.slug == slug)
        .unwrap_or(usize::MAX)
}

/// Words and a coarse area; the address is for guests whose stay is confirmed.
pub fn place(home: &ListingView) -> AnyView {
    let (latitude, longitude) = (home.place.near_latitude, home.place.near_longitude);
    let area = format!("https://www.openstreetmap.org/#map=14/{latitude:.3}/{longitude:.3}");
    view! {
        <section class="part" aria-labelledby="place">
            <h2 id="place">"Where it is"</h2>
            <p class="with-icon">{icon(Icon::Pin)}<span>{home.place.label()}</span></p>
            <p>
                "You get the exact address as soon as your stay is confirmed. Until then this is as near as we say: "
                <a href=area rel="noopener">"the area within about 500 metres, on OpenStreetMap"</a>"."
            </p>
        </section>
    }
    .into_any()
}

/// Whose data an imported home is made of.
pub fn source(home: &ListingView) -> Option<AnyView> {
    let source = home.source.as_ref()?;
    let name = match source.url.clone() {
        Some(url) => {
            view! { <a href=url rel="noopener nofollow">{source.name.clone()}</a> }.into_any()
        }
        None => source.name.clone().into_any(),
    };
    let licence = source
        .licence
        .clone()
        .map(|licence| format!(", used under {licence}"));
    Some(view! {
        <section class="part fine soft" aria-label="Source">
            <p>
                "A sample home. Its words, facts and ratings come from "{name}{licence}
                ". It belongs to nobody here: a stay in it can only be booked with test cards, and no money moves."
            </p>
        </section>
    }
    .into_any())
}
