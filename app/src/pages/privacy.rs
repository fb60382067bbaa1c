//! `/privacy`: what is kept about whom, why, and for how long; a text that an operator can start from.

use leptos::prelude::*;

use crate::{page::Page, visit::Visit};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let operator = visit.ctx.settings.operator_name.clone();
    let email = visit.ctx.settings.support_email.clone();
    let body = view! {
        <div class="wrap prose text">
            <h1>"Privacy"</h1>
            <p class="lead">{format!("{operator} keeps what a stay needs, and nothing to sell or to follow you with.")}</p>
            {kept()}
            <h2>"Your rights"</h2>
            <p>
                "You may see, correct and take with you what we hold about you, and have it deleted or its use limited, as far as the
                law does not oblige us to keep it. Write to "<a href=format!("mailto:{email}")>{email.clone()}</a>
                ". We answer within a month. If you are not content, the data protection authority of your country hears you."
            </p>
        </div>
    };
    Ok(Page::new("Privacy", body).describe("What HBnB keeps about you, why, and for how long."))
}

fn kept() -> AnyView {
    view! {
        <h2>"What we keep, and why"</h2>
        <dl class="policies">
            <div><dt>"Your account"</dt><dd>"Name, e-mail address and password, to know you again. The password is kept only as a hash that cannot be turned back. Telephone, home town and a few words about you, if you give them."</dd></div>
            <div><dt>"Your stays"</dt><dd>"Homes, dates, guests, prices and what happened to each booking: it is the contract between you and the host."</dd></div>
            <div><dt>"Payments"</dt><dd>"Amounts, times and the provider’s reference. Card numbers go to the payment provider, and we never store them."</dd></div>
            <div><dt>"Technical records"</dt><dd>"Address, time and path of requests for a short time, to keep the site running and to stop abuse."</dd></div>
        </dl>
        <h2>"Who sees what"</h2>
        <p>
            "Hosts see your first name, your booking and, where you gave it, your home town and the words about you. The page of a home
            that you let shows everybody your first name and those words. Once a stay is confirmed, guest and host see each other’s
            name, e-mail address and, where it was given, telephone number; you see the exact address of a home only while your stay
            there is confirmed. E-mail addresses and telephone numbers stand on no public page. The payment provider gets what a
            payment needs. Nobody gets anything for advertising."
        </p>
        <h2>"Cookies"</h2>
        <p>
            "One cookie, set when you log in or begin to, so that you stay logged in. There are no others, none of third parties, and no
            measuring of what you do. That is why no banner asks you anything."
        </p>
        <h2>"For how long"</h2>
        <p>
            "Your account, for as long as you want it. When you close it, your name and contact details are removed from what
            remains. Bookings and movements of money are kept for as long as tax law demands, and then deleted."
        </p>
    }
    .into_any()
}
