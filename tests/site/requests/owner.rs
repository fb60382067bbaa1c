//! Pages of the site's owner: what hosts are owed, and what went wrong. For everybody else there are none.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use server::entities::{disputes, ledger_entries, refunds, reports};
use uuid::Uuid;

use crate::{
    browser::{Browser, router, signed_up},
    requests::world::*,
    support::TestState,
};

const PAGES: [&str; 4] = [
    "/admin",
    "/admin/payouts",
    "/admin/payouts.csv",
    "/admin/money",
];

/// Whose site it is.
async fn grace(state: &TestState) -> Browser {
    let browser = signed_up(&state.ctx, "Grace").await;
    server::admin::grant(&state.ctx, "grace@example.com")
        .await
        .expect("a right");
    browser
}

#[tokio::test]
async fn nobody_but_the_owner_finds_these_pages() {
    let world = World::new().await;
    let id = world.booked(10).await;
    let paid = format!("/admin/payouts/{id}/paid");
    let mut everybody = [
        world.ailsa.clone(),
        world.guest.clone(),
        Browser::new(router(&world.state.ctx)),
    ];
    for somebody in &mut everybody {
        for page in PAGES {
            somebody.get(page).await.says(404, "Page not found");
        }
        assert_eq!(somebody.post(&paid, &[("note", "")]).await.status, 404);
        somebody.get("/").await.never_says("/admin");
    }
    let mut grace = grace(&world.state).await;
    for page in PAGES {
        assert_eq!(grace.get(page).await.status, 200, "{page}");
    }
    let home = grace.get("/").await;
    assert!(home.html.contains("href=\"/admin\""), "not in the menu");
}

#[tokio::test]
async fn the_owner_pays_a_host_and_marks_it_once() {
    let mut world = World::new().await;
    let mut grace = grace(&world.state).await;
    let id = world.booked(10).await;
    let paid = format!("/admin/payouts/{id}/paid");
    let early = grace.post(&paid, &[("note", "")]).await;
    early.says(409, "This falls due on Fri 12 June");
    grace
        .get("/admin/payouts")
        .await
        .says(200, "Nothing is due.");

    world.state.clock.advance(TimeDelta::days(12));
    grace.get("/admin").await.says(200, "1 due: £300.00.");
    let page = grace.get("/admin/payouts").await;
    page.says(200, "Ailsa Fraser");
    page.says(200, "£300.00 in all");
    assert!(page.html.contains(&format!("action=\"{paid}\"")));
    let file = grace.get("/admin/payouts.csv").await;
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    assert!(file.html.contains(",GBP,300.00,"), "{}", file.html);
    world.ailsa.get("/host").await.says(200, "Due now£300.00");

    let long = "x".repeat(301);
    let refused = grace.post(&paid, &[("note", &long)]).await;
    refused.says(422, "Keep it to 300 characters.");
    for _ in 0..2 {
        let marked = grace.post(&paid, &[("note", "Bank 17 & co")]).await;
        marked.leads_to("/admin/payouts?saved=paid");
    }
    let page = grace.get("/admin/payouts?saved=paid").await;
    page.says(200, "Nothing is due.");
    page.says(200, "Marked as paid.");
    page.says(200, "Bank 17 & co");
    let host = world.ailsa.get("/host").await;
    host.says(200, "Paid to you£300.00");
    host.says(200, "falls due 24 hours after check-in");
    let unknown = format!("/admin/payouts/{}/paid", Uuid::new_v4());
    assert_eq!(grace.post(&unknown, &[("note", "")]).await.status, 404);
    grace.get(&paid).await.leads_to("/admin/payouts");
}

/// A refund of £120 that did not arrive.
async fn failed_refund(state: &TestState, booking: Uuid) {
    let refund = refunds::ActiveModel {
        id: Set(Uuid::new_v4()),
        booking_id: Set(booking),
        intent_id: Set("pi_1".into()),
        amount: Set(12_000),
        currency: Set("GBP".into()),
        host_part: Set(12_000),
        platform_part: Set(0),
        tax_part: Set(0),
        origin: Set("admin".into()),
        reason: Set("The heating failed.".into()),
        asked_by: Set("system".into()),
        asked_by_id: Set(None),
        state: Set("failed".into()),
        provider_id: Set(None),
        failure: Set(Some("The card was closed.".into())),
        version: Set(3),
        created_at: Set(state.now()),
        settled_at: Set(None),
    };
    let refund = refund.insert(state.db()).await.expect("a refund");
    owe(state, booking, refund.id, "refund_due", 12_000).await;
}

async fn owe(state: &TestState, booking: Uuid, source: Uuid, kind: &str, amount: i64) {
    let other = if kind == "refund_due" {
        "host"
    } else {
        "provider"
    };
    let entry = |account: &str, amount| ledger_entries::ActiveModel {
        transaction_id: Set(source),
        account: Set(account.into()),
        kind: Set(kind.into()),
        booking_id: Set(booking),
        currency: Set("GBP".into()),
        amount: Set(amount),
        at: Set(state.now()),
    };
    ledger_entries::Entity::insert_many([entry("guest", amount), entry(other, -amount)])
        .exec_without_returning(state.db())
        .await
        .expect("entries");
}

#[tokio::test]
async fn a_failed_refund_is_put_before_the_owner_until_it_is_not_owed_any_more() {
    let world = World::new().await;
    let mut grace = grace(&world.state).await;
    let page = grace.get("/admin/money").await;
    page.says(200, "Every refund has arrived or is on its way.");
    page.says(200, "None is open.");
    let id = world.booked(10).await;
    failed_refund(&world.state, id).await;
    grace
        .get("/admin")
        .await
        .says(200, "1 still owed: £120.00.");
    let page = grace.get("/admin/money").await;
    page.says(200, "£120.00 owed");
    page.says(200, "The card was closed.");
    page.says(200, "mina@example.com");
    owe(&world.state, id, Uuid::new_v4(), "refund", -12_000).await;
    let page = grace.get("/admin/money").await;
    page.says(200, "Every refund has arrived or is on its way.");
}

#[tokio::test]
async fn disputes_and_the_last_comparison_are_told() {
    let world = World::new().await;
    let mut grace = grace(&world.state).await;
    let id = world.booked(10).await;
    let now = world.state.now();
    for (dispute, status) in [("dp_open", "open"), ("dp_won", "won")] {
        let row = disputes::ActiveModel {
            id: Set(dispute.into()),
            booking_id: Set(id),
            amount: Set(30_000),
            currency: Set("GBP".into()),
            status: Set(status.into()),
            reason: Set("fraudulent".into()),
            refundable: Set(false),
            opened_at: Set(now),
            closed_at: Set(None),
        };
        row.insert(world.state.db()).await.expect("a dispute");
    }
    let report = reports::ActiveModel {
        id: Set(Uuid::new_v4()),
        kind: Set("daily".into()),
        day: Set(now.date_naive()),
        checked: Set(41),
        differences: Set(1),
        body: Set("pi_7: the ledger says <£10>, the provider £12".into()),
        at: Set(now),
    };
    report.insert(world.state.db()).await.expect("a report");
    let page = grace.get("/admin").await;
    page.says(200, "1 open: £300.00.");
    page.says(200, "41 payments compared, 1 difference.");
    let page = grace.get("/admin/money").await;
    page.says(200, "dp_open");
    page.never_says("dp_won");
    assert!(page.html.contains("the ledger says &lt;£10&gt;"));
}
