//! What a host can do with a booking: answer a request, and cancel what was accepted.

use chrono::{DateTime, Utc};
use domain::bookings::State;
use leptos::prelude::*;
use server::reservations::ReservationView;

use crate::{
    components::{Field, Icon, icon, time_left::time_left},
    forms::FormState,
};

/// A request and its two answers; nothing for what needs none.
pub fn request(booking: &ReservationView, form: &FormState, now: DateTime<Utc>) -> Option<AnyView> {
    if booking.imported && booking.is_request() {
        return Some(since_the_move(booking, form));
    }
    let until = booking.respond_by?;
    let own = format!("/host/reservations/{}", booking.id);
    let total = booking.quote.total_money().to_string();
    Some(
        view! {
            <section class="answer" aria-labelledby="answer">
                <h2 id="answer">"Waiting for your answer"</h2>
                {time_left(until, booking.timezone, now)}
                <p>
                    "The guest’s card is authorised for "{total}", and nothing is charged yet. Accept, and the payment is taken \
                     and the stay confirmed. Without an answer the request lapses by itself."
                </p>
                <div class="row">
                    <form method="post" action=format!("{own}/accept")>
                        <button class="button button--primary" type="submit">"Accept"</button>
                    </form>
                    {decline(&own, form)}
                </div>
            </section>
        }
        .into_any(),
    )
}

/// A request that came when HBnB moved: it is paid for, and waits.
fn since_the_move(booking: &ReservationView, form: &FormState) -> AnyView {
    let own = format!("/host/reservations/{}", booking.id);
    let total = booking.quote.total_money().to_string();
    let nights = booking.overlaps.then_some(
        " Another stay has some of its nights, so it can only be accepted when that one is cancelled.",
    );
    view! {
        <section class="answer" aria-labelledby="answer">
            <h2 id="answer">"Waiting for your answer"</h2>
            <p>
                "This request came when HBnB moved. The guest paid "{total}" there, and nothing more is charged. Accept, and the stay is                  confirmed; decline, and the site’s owner gives the money back."{nights}
            </p>
            <div class="row">
                <form method="post" action=format!("{own}/accept")>
                    <button class="button button--primary" type="submit">"Accept"</button>
                </form>
                {decline(&own, form)}
            </div>
        </section>
    }
    .into_any()
}

/// Folded away, so that nobody declines by a slip of the finger; open again when it was refused.
fn decline(own: &str, form: &FormState) -> AnyView {
    let refused = form.error("reason").is_some();
    let action = format!("{own}/decline");
    view! {
        <details class="decline" open=refused>
            <summary class="button">"Decline"</summary>
            <form class="form" method="post" action=action>
                <Field form=form.clone() name="reason" label="Why you cannot take this stay" rows=3 maxlength=300
                    hint="The guest reads it, and the nights are free again."/>
                <button class="button" type="submit">"Decline this request"</button>
            </form>
        </details>
    }
    .into_any()
}

/// What is the matter with a booking that goes on: the payment, a cancellation that waits for it, a dispute.
pub fn note(booking: &ReservationView) -> Option<AnyView> {
    let sentence = match booking.state {
        State::Capturing if booking.cancel_asked => {
            "The payment is being taken at this moment. As soon as that is over the stay is cancelled, as of when it was asked, and \
             the guest gets the refund that was shown."
        }
        State::Capturing => {
            "You accepted, and the payment is being taken. That lasts a few seconds; this page looks again by itself."
        }
        State::Confirmed if booking.overlaps => {
            "Another stay has some of these nights: both came like that when HBnB moved. One of them must be cancelled; the site’s              owner knows of it."
        }
        _ if booking.disputed => {
            "The guest’s bank disputes this payment. Until that is settled nothing of it is paid out, and nothing is refunded beside \
             it. We answer the bank; if we need something from you, we write."
        }
        _ => return None,
    };
    Some(
        view! { <div class="note" role="status">{icon(Icon::Info)}<p>{sentence}</p></div> }
            .into_any(),
    )
}

/// While the payment is being taken, the page looks again by itself.
pub fn head(state: State) -> &'static str {
    match state {
        State::Capturing => r#"<meta http-equiv="refresh" content="3">"#,
        _ => "",
    }
}

/// Why it came to nothing, in the words of who ended it.
pub fn reason(booking: &ReservationView) -> Option<AnyView> {
    let words = booking.reason.clone()?;
    Some(view! { <blockquote class="as-typed" dir="auto">{words}</blockquote> }.into_any())
}

/// Whether the host can still cancel.
pub fn can_cancel(booking: &ReservationView) -> bool {
    matches!(booking.state, State::Confirmed | State::Capturing) && !booking.cancel_asked
}
