//! Homes that came when HBnB moved: what was filled in for them, until their host says that it is right.

use leptos::prelude::*;
use server::dashboard::HomeCard;

use super::cover;

/// The homes that wait for that; nothing when there is none.
pub fn view(homes: &[HomeCard]) -> Option<AnyView> {
    let waiting: Vec<&HomeCard> = homes.iter().filter(|card| card.to_confirm).collect();
    if waiting.is_empty() {
        return None;
    }
    let rows = waiting.into_iter().map(row);
    Some(
        view! {
            <section aria-labelledby="moved">
                <h2 id="moved">"Look at what we filled in"</h2>
                <p>
                    "HBnB has moved, and your homes with it. Guests can book them already. The old site did not know all that this one \
                     says, so we filled in: the entire home, 1 bedroom, 1 bed and 1 bathroom, for 2 guests; prices in US dollars; check-in \
                     15:00 to 21:00, check-out by 11:00; standard cancellation; each stay is a request that you answer; and city and time \
                     zone by the map. Photos and addresses did not come along: please add them."
                </p>
                <ul class="host-homes" role="list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn row(card: &HomeCard) -> AnyView {
    let own = format!("/host/homes/{}", card.home.id);
    let place = format!("{}, {} time", card.home.place_name, card.timezone.name());
    let action = format!("{own}/confirm");
    view! {
        <li>
            {cover(&card.home)}
            <div>
                <h3><a href=own.clone() dir="auto">{card.home.title.clone()}</a></h3>
                <p class="soft">{place}</p>
            </div>
            <div class="row">
                <a class="button" href=own>"Change something"</a>
                <form method="post" action=action>
                    <button class="button" type="submit">"It is right"</button>
                </form>
            </div>
        </li>
    }
    .into_any()
}
