//! The components, each in its states.

use chrono::TimeDelta;
use leptos::prelude::*;

use super::{part, samples};
use crate::{
    components::{
        Field, Icon,
        bill::bill,
        card::{Level, cards},
        field::error_line,
        icon::icon,
        picture::{When, decoration, sizes},
        pill::{Typed, pill},
        time_left,
        timeline::timeline,
        toast::toast,
    },
    forms::FormState,
    visit::Visit,
};
use domain::listings::Property;

pub fn sections(visit: &Visit) -> AnyView {
    let typed = Typed {
        place: "Edinburgh".to_owned(),
        guests: "2".to_owned(),
        ..Typed::default()
    };
    let search = view! { <form action="/search" role="search" aria-label="Sample">{pill(typed, visit.now(), &[])}</form> };
    view! {
        {part("Buttons", "A verb. One primary button on a screen.", buttons())}
        {part("Fields", "Every field says why it is asked; an error stands beside it.", fields())}
        {part("Notes", "In the page, where it matters; an error says what was kept and what to do.", notes())}
        {part("Toast", "Said once after something was saved; announced, gone after twelve seconds.", toast("Your profile is saved."))}
        {part("Search pill", "Where, when, who: one line on wide screens, a sheet on phones.", search)}
        {part("Chips", "Each says a part of the search and clears it.", chips())}
        {part("Cards", "Picture, place and type, title, two facts, what it costs, rating. Nothing else.", cards(samples::cards(), "", Level::Three, 0))}
        {part("Picture", "Keeps its place: 3 to 2, a tint or a blur until the file is there.", pictures())}
        {part("Price and terms", "Lines that add up, and what comes back until when.", money(visit))}
        {part("Time left", "To answer a request; marked when two hours or less are left.", time_left(visit))}
        {part("Waiting", "Bars of the size of what comes.", waiting())}
        {part("Empty", "One drawing, one sentence, one way on.", empty())}
    }
    .into_any()
}

fn buttons() -> AnyView {
    view! {
        <div class="row">
            <button class="button button--primary" type="submit">"Book these nights"</button>
            <button class="button" type="submit">"See the price"</button>
            <button class="button" type="submit" disabled>"Not now"</button>
            <button class="button--quiet" type="submit">"Let this hold go"</button>
            <button class="button" type="submit">{icon(Icon::Filter)}"Filters"</button>
        </div>
    }
    .into_any()
}

fn fields() -> AnyView {
    let form = FormState::default();
    view! {
        <div class="form">
            <Field form=form.clone() name="sample-name" label="First name" value="Siobhán"/>
            <Field form=form.clone() name="sample-phone" label="Phone (optional)" kind="tel" hint="For the days around a stay."/>
            <Field form=form name="sample-about" label="About you (optional)" rows=3/>
            <div class="field">
                <label for="sample-wrong">"E-mail"</label>
                <input class="input" id="sample-wrong" type="email" value="siobhan@" aria-invalid="true" aria-describedby="sample-wrong-error"/>
                {error_line("sample-wrong-error".to_owned(), "This is not an e-mail address.".to_owned())}
            </div>
            <label class="check"><input type="checkbox" checked/><span>"Wi-Fi"</span></label>
        </div>
    }
    .into_any()
}

fn notes() -> AnyView {
    view! {
        <div class="stack">
            <div class="note">{icon(Icon::Info)}<p>"Times are those in Edinburgh."</p></div>
            <div class="note note--done">{icon(Icon::Check)}<p>"Your stay is booked."</p></div>
            <div class="note note--wrong">{icon(Icon::Alert)}<p>"Some of these nights are taken. Nothing was charged."</p></div>
        </div>
    }
    .into_any()
}

fn chips() -> AnyView {
    let chips = ["Edinburgh", "Fri 3 – Mon 6 June", "Wi-Fi"];
    let chips = chips
        .iter()
        .map(|words| view! { <li><a class="chip" href="/styleguide">{*words}{icon(Icon::Close)}</a></li> });
    view! { <ul class="chips" role="list">{chips.collect_view()}<li><a class="chip chip--all" href="/styleguide">"Clear all"</a></li></ul> }
        .into_any()
}

fn pictures() -> AnyView {
    let picture = samples::picture(Property::Farm, 0x33aa_0009);
    view! {
        <div class="guide__pictures">
            {decoration(&picture, sizes::CARD, When::Near)}
            <span class="picture"></span>
        </div>
    }
    .into_any()
}

fn money(visit: &Visit) -> AnyView {
    view! {
        <div class="guide__pair">
            {samples::priced(visit.now()).as_ref().map(bill)}
            {timeline(&samples::steps())}
        </div>
    }
    .into_any()
}

fn time_left(visit: &Visit) -> AnyView {
    let now = visit.now();
    let london = chrono_tz::Europe::London;
    view! {
        <div class="stack">
            {time_left::time_left(now + TimeDelta::minutes(1_100), london, now)}
            {time_left::time_left(now + TimeDelta::minutes(95), london, now)}
        </div>
    }
    .into_any()
}

fn waiting() -> AnyView {
    view! { <div class="guide__narrow"><div class="offer" aria-busy="true"></div></div> }.into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="empty">
            <img src=crate::components::drawing::empty() alt="" width="600" height="400" loading="lazy"/>
            <p>"Once you book a home, everything for the journey stands here."</p>
            <a class="button" href="/search">"Find a home"</a>
        </div>
    }
    .into_any()
}
