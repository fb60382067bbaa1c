//! Pages of the site's owner: what hosts are owed, and what went wrong. For everybody else there are none.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::entities::{bookings, disputes, ledger_entries, refunds, reports};
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

/// What the form of a stay sends: what it showed, in minor units, and the note.
fn typed<'a>(shown: &'a str, note: &'a str) -> [(&'static str, &'a str); 2] {
    [("shown_amount", shown), ("note", note)]
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
        assert_eq!(somebody.post(&paid, &typed("30000", "")).await.status, 404);
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
    let early = grace.post(&paid, &typed("30000", "")).await;
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
    assert!(file.html.ends_with(",0.00,300.00\r\n"), "{}", file.html);
    world.ailsa.get("/host").await.says(200, "Due now£300.00");

    for _ in 0..2 {
        let marked = grace.post(&paid, &typed("30000", "Bank 17 & co")).await;
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
    let nothing = grace.post(&unknown, &typed("30000", "")).await;
    assert_eq!(nothing.status, 404);
    grace.get(&paid).await.leads_to("/admin/payouts");
}

#[tokio::test]
async fn a_note_that_is_too_long_is_kept_with_its_error_beside_it() {
    let world = World::new().await;
    let mut grace = grace(&world.state).await;
    let (id, other) = (world.booked(7).await, world.booked(10).await);
    world.state.clock.advance(TimeDelta::days(13));
    let page = grace.get("/admin/payouts").await;
    page.never_says("<details open");
    let paid = format!("/admin/payouts/{id}/paid");
    let long = "x".repeat(301);
    let refused = grace.post(&paid, &typed("30000", &long)).await;
    refused.says(422, "Keep it to 300 characters.");
    let html = &refused.html;
    let (_, own) = html
        .split_once(&format!("id=\"due-{id}\""))
        .expect("its row");
    let own = own.split("</li>").next().expect("its row");
    for part in [
        "<details open",
        "id=\"note\"",
        "for=\"note\"",
        "aria-describedby=\"note-error\"",
        "id=\"note-error\"",
        long.as_str(),
    ] {
        assert!(own.contains(part), "{part} is not in {own}");
        assert_eq!(html.matches(part).count(), 1, "{part}");
    }
    assert!(html.contains("href=\"#note\""), "no way to the field");
    assert!(html.contains(&format!("id=\"note-{other}\"")));
}

#[tokio::test]
async fn what_went_back_since_the_page_was_shown_is_not_paid() {
    let world = World::new().await;
    let mut grace = grace(&world.state).await;
    let (earlier, id) = (world.booked(7).await, world.booked(10).await);
    world.state.clock.advance(TimeDelta::days(13));
    let first = format!("/admin/payouts/{earlier}/paid");
    let marked = grace.post(&first, &typed("30000", "")).await;
    marked.leads_to("/admin/payouts?saved=paid");
    let page = grace.get("/admin/payouts").await;
    assert!(page.html.contains("name=\"shown_amount\" value=\"30000\""));
    owe(&world.state, earlier, Uuid::new_v4(), "refund_due", 5_000).await;

    let paid = format!("/admin/payouts/{id}/paid");
    let refused = grace.post(&paid, &typed("30000", "Bank 17")).await;
    refused.says(422, "This amount has changed from £300.00 to £250.00");
    refused.says(422, "£250.00 in all");
    refused.says(422, "£300.00 earned, less £50.00 kept for an earlier stay.");
    refused.says(422, "Earned: £300.00; kept for earlier stays: £50.00.");
    assert!(
        refused.html.contains("value=\"Bank 17\""),
        "the note is lost"
    );
    grace.get("/admin").await.says(200, "1 due: £250.00.");
    let file = grace.get("/admin/payouts.csv").await;
    let row = ",GBP,300.00,0.00,50.00,250.00\r\n";
    assert!(file.html.ends_with(row), "{}", file.html);
    let marked = grace.post(&paid, &typed("25000", "Bank 17")).await;
    marked.leads_to("/admin/payouts?saved=paid");
    let page = grace.get("/admin/payouts").await;
    page.says(200, "Nothing is due.");
    page.says(200, "£250.00, ");
}

#[tokio::test]
async fn at_most_a_hundred_that_wait_are_listed() {
    let world = World::new().await;
    let mut grace = grace(&world.state).await;
    let id = world.booked(10).await;
    let booking = bookings::Entity::find_by_id(id).one(world.state.db()).await;
    let booking = booking.expect("a look").expect("the booking");
    for _ in 0..103 {
        let disputed = bookings::Model {
            id: Uuid::new_v4(),
            disputed_at: Some(world.state.now()),
            ..booking.clone()
        };
        let copy = disputed.id;
        let row = disputed.into_active_model().reset_all();
        row.insert(world.state.db()).await.expect("a stay");
        owe(&world.state, copy, copy, "refund_due", -10_000).await;
    }
    world.state.clock.advance(TimeDelta::days(12));
    let page = grace.get("/admin/payouts").await;
    let held = page.text().matches("Held back:").count();
    assert_eq!(held, 100);
    page.says(200, "3 more are not listed here.");
}

/// A refund of £120 that did not arrive.
async fn failed_refund(state: &TestState, booking: Uuid) -> Uuid {
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
    refund.id
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
async fn what_failed_is_given_back_another_way_and_said_once() {
    let mut world = World::new().await;
    let mut grace = grace(&world.state).await;
    let id = world.booked(10).await;
    let refund = failed_refund(&world.state, id).await;
    let given = format!("/admin/money/{refund}/given-back");
    let shown = [("shown_amount", "12000")];
    for somebody in [&mut world.guest, &mut world.ailsa] {
        assert_eq!(somebody.post(&given, &shown).await.status, 404);
    }
    let page = grace.get("/admin/money").await;
    assert!(page.html.contains(&format!("action=\"{given}\"")));
    let stale = grace.post(&given, &[("shown_amount", "20000")]).await;
    stale.says(422, "This amount has changed from £200.00 to £120.00");
    assert!(stale.html.contains("<details open"), "not open again");
    for _ in 0..2 {
        let said = grace.post(&given, &shown).await;
        said.leads_to("/admin/money?saved=given-back");
    }
    let page = grace.get("/admin/money?saved=given-back").await;
    page.says(200, "Written down: it is given back.");
    page.says(200, "Every refund has arrived or is on its way.");
    grace
        .get("/admin")
        .await
        .says(200, "Refunds that failedNone.");
    let trip = world.guest.get(&format!("/trips/{id}")).await;
    trip.says(200, "£120.00 was given back to you on");
    trip.never_says("stays owed");
    let unknown = format!("/admin/money/{}/given-back", Uuid::new_v4());
    assert_eq!(grace.post(&unknown, &shown).await.status, 404);
    grace.get(&given).await.leads_to("/admin/money");
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
