//! Mail that leaves through a mail server: once, later, or never.

use std::{net::TcpListener, sync::Arc};

use ::server::{
    entities::outbox,
    jobs,
    mail::{Mail, Sender, Smtp},
};
use chrono::TimeDelta;
use domain::bookings::State;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{
    mail::{server::MailServer, stays::write},
    stage::*,
    support::*,
};

fn through(state: &mut TestState, url: &str) {
    let sender = Sender::read(
        Some("HBnB <stays@hbnb.example>"),
        "HBnB",
        "help@example.com",
    );
    let smtp = Smtp::new(url, sender.expect("a sender"));
    state.ctx.mailer = Arc::new(smtp.expect("a mail server's address"));
}

async fn mails(state: &TestState) -> Vec<outbox::Model> {
    let all = outbox::Entity::find().filter(outbox::Column::Kind.eq("mail.booking"));
    all.all(state.db()).await.expect("the outbox")
}

/// One mail, to the guest: the home is nobody's.
async fn declined(state: &TestState) {
    let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
    let home = state.home(&ailsa).publish().await;
    let id = hold(state, &mina, &home, state.stay(9, 2)).await;
    let update = ::server::entities::bookings::Entity::update_many()
        .col_expr(
            ::server::entities::bookings::Column::State,
            Expr::value("declined"),
        )
        .filter(::server::entities::bookings::Column::Id.eq(id));
    update.exec(state.db()).await.expect("a change");
    write(state, id, Mail::Declined).await;
}

stories! {
    async fn a_mail_server_takes_the_message_with_the_effects_id(state: TestState) {
        let mut state = state;
        let server = MailServer::start();
        through(&mut state, &server.url);
        declined(&state).await;
        jobs::outbox::run_mail(&state.ctx).await.expect("a pass");
        let effect = mails(&state).await.remove(0);
        assert_eq!(effect.state, "done");
        let taken = server.mails();
        assert_eq!(taken.len(), 1);
        for header in [
            format!("Message-ID: <{}@hbnb.example>", effect.id.simple()),
            "From: HBnB <stays@hbnb.example>".into(),
            "Reply-To: HBnB <help@example.com>".into(),
            "To: \"Mina Fraser\" <mina@example.com>".into(),
            "Date: Mon, 01 Jun 2026 09:00:00 +0000".into(),
            "Auto-Submitted: auto-generated".into(),
        ] {
            assert!(taken[0].contains(&header), "{header} is not in {}", taken[0]);
        }
    }

    async fn sent_again_it_is_seen_to_be_the_same(state: TestState) {
        let mut state = state;
        let server = MailServer::start();
        through(&mut state, &server.url);
        declined(&state).await;
        for _time in 0..2 {
            jobs::outbox::run_mail(&state.ctx).await.expect("a pass");
            let again = outbox::Entity::update_many().col_expr(outbox::Column::State, Expr::value("pending"));
            again.exec(state.db()).await.expect("a change");
        }
        let ids: Vec<_> = server.mails().iter().map(|mail| mail.lines().find(|line| line.starts_with("Message-ID")).map(str::to_owned)).collect();
        assert_eq!((ids.len(), &ids[0]), (2, &ids[1]));
    }

    async fn a_mail_server_that_is_down_keeps_no_money_waiting(state: TestState) {
        let mut state = state;
        let closed = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = closed.local_addr().expect("an address");
        drop(closed);
        through(&mut state, &format!("smtp://{address}"));
        declined(&state).await;
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = book(&state, &mina, &home, state.stay(20, 2)).await;
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        let waiting = mails(&state).await;
        assert!(waiting.iter().all(|mail| mail.state == "pending" && (mail.attempts == 1 || mail.run_at > state.now())));
        assert!(effects(&state, id).await.iter().all(|effect| effect.state == "done"));
        let server = MailServer::on(TcpListener::bind(address).expect("the same port"));
        state.clock.advance(TimeDelta::minutes(11));
        tick(&state).await;
        assert!(server.mails().iter().any(|mail| mail.contains("mina@example.com")));
        let due = mails(&state).await.into_iter().filter(|mail| mail.run_at <= state.now());
        assert!(due.into_iter().all(|mail| mail.state == "done"));
    }

    async fn a_recipient_that_is_refused_for_good_is_not_tried_again(state: TestState) {
        let mut state = state;
        let server = MailServer::start();
        through(&mut state, &server.url);
        server.refuse("550 no such mailbox");
        declined(&state).await;
        jobs::outbox::run_mail(&state.ctx).await.expect("a pass");
        assert_eq!(mails(&state).await[0].state, "dead");
    }

    async fn a_server_that_is_busy_is_asked_again_later(state: TestState) {
        let mut state = state;
        let server = MailServer::start();
        through(&mut state, &server.url);
        server.refuse("451 come back later");
        declined(&state).await;
        jobs::outbox::run_mail(&state.ctx).await.expect("a pass");
        let mail = mails(&state).await.remove(0);
        assert_eq!((mail.state.as_str(), mail.attempts), ("pending", 1));
        assert!(mail.run_at > state.now());
        assert!(mail.last_error.is_some_and(|error| error.starts_with("mail server:")));
    }
}
