//! What the site's owner is written: a refund that did not arrive waits for somebody to act.

use uuid::Uuid;

use super::{Block, returned::failed, words::fact};
use crate::{
    Context, Result,
    entities::bookings,
    mail::{Letter, Mail, letter::foot},
};

pub(super) async fn letter(
    ctx: &Context,
    id: Uuid,
    booking: &bookings::Model,
    mail: Mail,
) -> Result<Option<Letter>> {
    let Mail::RefundFailed(refund) = mail else {
        return Ok(None);
    };
    let Some((refund, amount)) = failed(ctx, refund).await? else {
        return Ok(None);
    };
    let why = refund
        .failure
        .clone()
        .unwrap_or_else(|| "not said".to_owned());
    let facts = vec![
        fact("Amount", amount.to_string()),
        fact("Booking", booking.id.to_string()),
        fact("Payment", refund.intent_id.clone()),
        fact("Why", why),
    ];
    let settings = &ctx.settings;
    Ok(Some(Letter {
        id,
        name: settings.operator_name.clone(),
        address: settings.support_email.clone(),
        subject: format!("A refund of {amount} failed"),
        blocks: vec![
            Block::text(
                "A refund did not reach its guest. It stays owed until it is made another way.",
            ),
            Block::Facts(facts),
            Block::link(
                "Failed refunds",
                format!("{}/admin/money", settings.public_url),
            ),
        ],
        foot: foot(settings, "a booking"),
        attachments: Vec::new(),
    }))
}
