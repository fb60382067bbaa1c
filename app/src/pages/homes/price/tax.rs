//! The town's tax on lodging.

use domain::{
    hosting::{PriceForm, TaxKind},
    pricing::TaxBase,
};
use leptos::prelude::*;

use crate::pages::homes::fields::{Choice, Fields, Question};

pub fn questions(fields: &Fields<'_>, saved: &PriceForm) -> AnyView {
    let kinds = TaxKind::ALL.iter().map(|kind| Choice {
        word: kind.as_str().to_owned(),
        label: kind.label().to_owned(),
        about: match kind {
            TaxKind::None => "Or it is in your prices already.",
            TaxKind::Rate => "Such as 5% of the nights.",
            TaxKind::PerGuestNight => "Such as €2 for each guest and night.",
        }
        .to_owned(),
    });
    let bases = TaxBase::ALL.iter().map(|base| Choice {
        word: base.as_str().to_owned(),
        label: base.label().to_owned(),
        about: String::new(),
    });
    view! {
        <fieldset class="edit__group">
            <legend>"Tax on stays"</legend>
            {fields.choose("tax", "How your town reckons it",
                "Guests pay it with the stay, and it is paid to you with your money: you pass it on to the town. When a guest cancels, it is reckoned anew on what you keep.",
                &saved.tax, kinds.collect())}
            <div class="edit__numbers">
                {fields.ask(Question::line("tax_name", "What it is called", "Such as City tax.", &saved.tax_name))}
                {fields.ask(Question::number("tax_max_nights", "Only the first nights (optional)", "When the town stops after some nights, such as 7.", &saved.tax_max_nights))}
                {fields.ask(Question::decimal("tax_percent", "A percentage: how many", "Such as 5 or 7.5.", &saved.tax_percent))}
                {fields.ask(Question::decimal("tax_amount", "An amount: for each guest and night", "Such as 2.", &saved.tax_amount))}
            </div>
            {fields.choose("tax_base", "A percentage: of what", "Only for a percentage.", &saved.tax_base, bases.collect())}
        </fieldset>
    }
    .into_any()
}
