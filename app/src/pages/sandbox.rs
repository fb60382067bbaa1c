//! `/sandbox/pay/{id}`: the test provider's own page. Plain forms only; it says at its head that no money moves.

use leptos::prelude::*;
use server::payments::{
    IntentStatus,
    sandbox::{self, IntentView},
};

use crate::{
    components::{ErrorSummary, Field, Icon, icon},
    forms::FormState,
    page::Page,
    visit::Visit,
};

const CARDS: [(&str, &str); 4] = [
    ("4242 4242 4242 4242", "pays"),
    ("4000 0000 0000 0002", "is declined"),
    ("4000 0000 0000 9995", "has no funds"),
    ("4000 0025 0000 3155", "asks whether it is you (3-D Secure)"),
];

/// The step that the payment waits for. It needs no session, like any provider's page.
pub async fn page(visit: &Visit, id: String) -> server::Result<Page> {
    let intent = sandbox::intent(&visit.ctx, &id).await?;
    let intent = intent.ok_or(domain::Error::NotFound("Payment"))?;
    let step = match intent.status {
        IntentStatus::RequiresPaymentMethod => card(&intent, &visit.form),
        IntentStatus::RequiresAction => authentication(&intent),
        IntentStatus::RequiresCapture | IntentStatus::Processing | IntentStatus::Succeeded => done(
            &intent,
            "This payment is made. There is nothing more to do here.",
        ),
        IntentStatus::Canceled => done(&intent, "This payment has ended, and nothing was taken."),
    };
    let body = view! {
        <div class="wrap">
            <div class="page-head stack">
                <h1>"HBnB Sandbox"</h1>
                <div class="note">
                    {icon(Icon::Info)}
                    <p>"This is a test provider. No money moves, and no real card belongs here."</p>
                </div>
            </div>
            {step}
        </div>
    };
    Ok(Page::new("HBnB Sandbox, a test payment", body).unshared())
}

fn card(intent: &IntentView, form: &FormState) -> AnyView {
    let action = format!("/sandbox/pay/{}", intent.id);
    let last = intent.last_error.clone().filter(|_| form.is_empty());
    view! {
        <div class="sandbox">
            <div class="stack">
                <ErrorSummary form=form.clone()/>
                {last.map(|reason| view! { <div class="note note--wrong">{icon(Icon::Alert)}<p>{reason}</p></div> })}
                <p class="sandbox-amount price">{intent.amount.to_string()}</p>
                <form class="form" method="post" action=action>
                    <Field form=form.clone() name="number" label="Card number" inputmode="numeric" autocomplete="cc-number" required=true/>
                    <div class="form-pair">
                        <Field form=form.clone() name="expiry" label="Expiry (MM/YY)" autocomplete="cc-exp" required=true/>
                        <Field form=form.clone() name="cvc" label="Security code" inputmode="numeric" autocomplete="cc-csc" required=true/>
                    </div>
                    <Field form=form.clone() name="name" label="Name on the card" autocomplete="cc-name" required=true/>
                    <button class="button button--primary button--wide" type="submit">"Pay "{intent.amount.to_string()}</button>
                </form>
                <p><a href=intent.return_url.clone()>"Back to HBnB without paying"</a></p>
            </div>
            {test_cards()}
        </div>
    }
    .into_any()
}

fn test_cards() -> AnyView {
    let cards =
        CARDS.map(|(number, effect)| view! { <div><dt>{number}</dt><dd>{effect}</dd></div> });
    view! {
        <section class="stack" aria-labelledby="cards-title">
            <h2 id="cards-title">"Test cards"</h2>
            <dl class="test-cards">{cards.into_iter().collect_view()}</dl>
            <p class="soft fine">"Any month to come, any three digits and any name go with them."</p>
        </section>
    }
    .into_any()
}

fn authentication(intent: &IntentView) -> AnyView {
    let action = format!("/sandbox/pay/{}/authenticate", intent.id);
    view! {
        <section class="stack" aria-labelledby="step-title">
            <h2 id="step-title">"Is it you?"</h2>
            <p>"The card’s bank asks whether you want to pay "<strong>{intent.amount.to_string()}</strong>" to HBnB."</p>
            <form class="row" method="post" action=action>
                <button class="button button--primary" type="submit" name="approve" value="true">"Yes, approve"</button>
                <button class="button" type="submit" name="approve" value="false">"No, refuse"</button>
            </form>
        </section>
    }
    .into_any()
}

fn done(intent: &IntentView, sentence: &'static str) -> AnyView {
    view! {
        <div class="stack">
            <p>{sentence}</p>
            <p><a class="button button--primary" href=intent.return_url.clone()>"Back to HBnB"</a></p>
        </div>
    }
    .into_any()
}
