//! Colour, type, space, shape, depth and motion, as `style/tokens.css` names them.

use leptos::prelude::*;

use super::part;
use crate::components::{
    amenity_icon::amenity_icon,
    icon::{Icon, icon},
};

const COLOURS: [(&str, &str); 16] = [
    ("paper", "the page"),
    ("surface", "cards, sheets"),
    ("sand", "bands, taken days"),
    ("ink", "text"),
    ("ink-soft", "text that is second"),
    ("line", "hairlines"),
    ("edge", "borders that mean something"),
    ("pine", "links, primary actions, selected"),
    ("pine-deep", "the same, under the pointer"),
    ("pine-wash", "chosen things"),
    ("on-pine", "text on pine"),
    ("marigold", "the one accent on a page"),
    ("brick", "errors"),
    ("brick-wash", "under errors"),
    ("sky", "information"),
    ("sky-wash", "under information"),
];

pub fn sections() -> AnyView {
    view! {
        {colours()}
        {part("Type", "Six sizes on a fluid scale: the display face for headings and prices, the system's for all else.", type_scale())}
        {part("Space", "A grid of four pixels.", steps("space", &["s1", "s2", "s3", "s4", "s5", "s6", "s7", "section"]))}
        {part("Shape and depth", "Controls 6, cards and pictures 14, sheets 22. At rest a hairline; what floats is lifted.",
            steps("shape", &["r-control", "r-card", "r-sheet", "lifted"]))}
        {part("Motion", "Out of the way in 140 or 220 ms, transform and opacity only; none where less motion is asked for.",
            steps("motion", &["quick", "gentle"]))}
        {part("Icons", "One family, drawn on 24 pixels with round strokes of 1.75.", icons())}
    }
    .into_any()
}

fn colours() -> AnyView {
    let swatches = COLOURS.iter().map(|(name, what)| {
        view! {
            <li>
                <span class=format!("swatch swatch--{name}")></span>
                <strong>{*name}</strong>
                <span class="fine soft">{*what}</span>
            </li>
        }
    });
    let list = view! { <ul class="guide__swatches" role="list">{swatches.collect_view()}</ul> };
    part(
        "Colour",
        "OKLCH, light and dark designed beside each other; text keeps 4.5 to 1.",
        list,
    )
}

fn type_scale() -> AnyView {
    view! {
        <div class="stack">
            <p class="guide__t6">"t6 A home for a few nights"</p>
            <p class="guide__t5">"t5 This weekend near Edinburgh"</p>
            <p class="guide__t4">"t4 What it offers"</p>
            <p class="guide__t3">"t3 Cottage at the foot of Arthur’s Seat"</p>
            <p>"t2 Free until Tuesday 3 June, 15:00 in Edinburgh. After that one night is kept."</p>
            <p class="fine">"t1 4 guests, 3 beds"</p>
            <p><span class="price guide__t5">"£1,284.50"</span>" "<span class="soft">"total, 3 nights"</span></p>
        </div>
    }
    .into_any()
}

fn steps(kind: &'static str, names: &'static [&'static str]) -> AnyView {
    let steps = names.iter().map(|name| {
        view! { <li><span class=format!("step step--{kind} step--{name}")></span><code>{*name}</code></li> }
    });
    view! { <ul class="guide__steps" role="list">{steps.collect_view()}</ul> }.into_any()
}

fn icons() -> AnyView {
    let ours = Icon::ALL.iter().map(
        |shape| view! { <li>{icon(*shape)}<span class="fine">{format!("{shape:?}")}</span></li> },
    );
    let amenities = server::imports::amenities::CATALOGUE
        .iter()
        .map(|amenity| view! { <li>{amenity_icon(amenity.icon)}<span class="fine">{amenity.name}</span></li> });
    view! { <ul class="guide__icons" role="list">{ours.collect_view()}{amenities.collect_view()}</ul> }
        .into_any()
}
