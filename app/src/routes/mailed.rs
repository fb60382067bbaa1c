//! What mail leads to: links that prove an address, and the local outbox of development.

use axum::{Router, routing::get};

use super::{called, parent};
use crate::{
    forms::submit,
    functions::links::{ConfirmEmail, ForgotPassword, ResetPassword, SendConfirmation},
    pages::{account, confirm_email, dev_mail, forgot_password, reset_password},
    shell::{Site, show},
};

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route(
            "/forgot-password",
            get(show(forgot_password::page))
                .post(submit::<ForgotPassword, _>(forgot_password::page)),
        )
        .route(
            "/reset-password",
            get(show(reset_password::page)).post(submit::<ResetPassword, _>(reset_password::page)),
        )
        .route(
            "/confirm-email",
            get(show(confirm_email::page)).post(submit::<ConfirmEmail, _>(confirm_email::page)),
        )
        .route(
            "/account/confirm",
            get(parent).post(submit::<SendConfirmation, _>(account::page)),
        )
        .route("/dev/mail", get(show(dev_mail::page)))
        .route("/dev/mail/{id}", get(show(dev_mail::one::page)))
        .route("/dev/mail/{id}/{part}", get(dev_mail::part::part))
}

pub(super) fn functions() -> Router<Site> {
    Router::new()
        .merge(called::<ForgotPassword>())
        .merge(called::<ResetPassword>())
        .merge(called::<ConfirmEmail>())
        .merge(called::<SendConfirmation>())
}
