//! `/host/homes/new`: the first step of a new home. Sending it makes the draft.

use domain::hosting::{PlaceForm, Step};
use leptos::prelude::*;

use super::{fields::Fields, frame, place};
use crate::{components::ErrorSummary, islands::host::HostTools, page::Page, visit::Visit};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    visit.actor()?;
    let fields = Fields::of_none(&visit.form);
    let body = view! {
        <div class="wrap">
            <div class="page-head edit__head">
                <p class="soft num">{format!("Step 1 of {}", Step::ALL.len())}</p>
                <h1>"Let your home"</h1>
                <p class="soft">
                    "Begin with where it is. Each step is saved as you leave it, and nobody sees the home before you publish it."
                </p>
            </div>
            <div class="edit">
                <div class="edit__main">
                    <ErrorSummary form=visit.form.clone()/>
                    {frame::kept_note()}
                    <form class="form edit__form" id="step" method="post" action="/host/homes/new" novalidate=true
                        data-keep="hbnb:/host/homes/new" data-wake="">
                        {place::asked(&fields, &PlaceForm::default())}
                        <div class="row edit__buttons">
                            <button class="button button--primary" type="submit">"Save and continue"</button>
                        </div>
                    </form>
                    <HostTools/>
                </div>
                {coming()}
            </div>
        </div>
    };
    Ok(Page::new("Let your home", body))
}

fn coming() -> AnyView {
    let steps = Step::ALL.iter().enumerate().map(|(at, step)| {
        let here = (at == 0).then_some("step");
        view! {
            <li><span class="steps__plain" aria-current=here>
                <span class="steps__mark num">{at + 1}</span>
                <span class="steps__words"><span class="steps__name">{step.label()}</span></span>
            </span></li>
        }
    });
    view! {
        <aside class="steps" aria-labelledby="coming">
            <h2 id="coming">"What we will ask"</h2>
            <ol role="list">{steps.collect_view()}</ol>
            <p class="soft fine">"About twenty minutes. You can stop after any step and come back."</p>
        </aside>
    }
    .into_any()
}
