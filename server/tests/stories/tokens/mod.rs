//! Stories of tokens: who bears them, and how they end, on this server and on the others.

mod ending;
mod keys;
mod log_ins;
mod personal;
mod refreshing;

use server::{
    Context, Result,
    accounts::{Actor, LogIn, SignUp, sign_up},
    tokens::{self, Issued, Known, Made, WantedToken},
};
use uuid::Uuid;

use crate::support::TestState;

const PASSWORD: &str = "kettle on the hob";
const EMAIL: &str = "isla@example.com";

/// Somebody with an account, [`EMAIL`] and [`PASSWORD`].
async fn isla(state: &TestState) -> Actor {
    let form = SignUp {
        first_name: "Isla".into(),
        last_name: "Fraser".into(),
        email: EMAIL.into(),
        password: PASSWORD.into(),
    };
    sign_up(&state.ctx, form).await.expect("an account")
}

async fn try_log_in(ctx: &Context, password: &str) -> Result<Issued> {
    let log_in = LogIn {
        email: EMAIL.into(),
        password: password.into(),
    };
    tokens::log_in(ctx, log_in).await
}

async fn log_in(ctx: &Context) -> Issued {
    try_log_in(ctx, PASSWORD).await.expect("a log-in")
}

async fn who(ctx: &Context, token: &str) -> Option<Known> {
    tokens::who(ctx, token).await.expect("a look")
}

/// Whom the token proves.
async fn bearer(ctx: &Context, token: &str) -> Option<Actor> {
    who(ctx, token).await.map(|known| known.actor)
}

fn wanted(scopes: &[&str], expires_in: &str) -> WantedToken {
    WantedToken {
        id: Uuid::new_v4(),
        name: "Calendar script".into(),
        scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        expires_in: expires_in.into(),
    }
}

async fn make(ctx: &Context, actor: &Actor) -> Made {
    let wanted = wanted(&["listings:read", "profile"], "never");
    tokens::make(ctx, actor, wanted).await.expect("a token")
}
