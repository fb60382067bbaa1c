//! Stories of people and their accounts, told on SQLite and on TiDB.

mod administration;
mod amending;
pub mod browser;
mod closing;
mod logging_in;
mod overtaken;
mod passwords;
mod profiles;
mod replaced;
mod sessions;
mod signing_up;

use domain::FieldError;
use server::{
    Result,
    accounts::{Actor, SignUp, sign_up},
};

use crate::support::TestState;

/// What people of these stories log in with, until they change it.
const PASSWORD: &str = "kettle on the hob";

/// Somebody with an account and a known password.
async fn newcomer(state: &TestState, first_name: &str, email: &str) -> Actor {
    let signed_up = sign_up(&state.ctx, form(first_name, email, PASSWORD)).await;
    signed_up.expect("an account")
}

fn form(first_name: &str, email: &str, password: &str) -> SignUp {
    SignUp {
        first_name: first_name.into(),
        last_name: "Fraser".into(),
        email: email.into(),
        password: password.into(),
    }
}

/// What a user reads of a refusal, field by field.
fn refused<T>(result: Result<T>) -> Vec<(&'static str, String)> {
    let fields = match result {
        Err(server::Error::User(error)) => error.fields(),
        Err(other) => panic!("not for users: {other}"),
        Ok(_) => panic!("it was allowed"),
    };
    fields
        .into_iter()
        .map(|FieldError { field, message }| (field, message))
        .collect()
}
