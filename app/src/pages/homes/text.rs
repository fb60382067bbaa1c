//! `…/text`: how the home is called and described.

use leptos::prelude::*;
use server::hosting::EditView;

use super::fields::{Fields, Question};

pub const WHY: &str = "The title stands on every card, the description on the home’s page. Say what a guest would not guess.";

pub fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let saved = &home.text;
    let description = "What the days there are like: light, quiet, the way to the sea, the stairs. An empty line begins a new paragraph.";
    view! {
        {fields.ask(Question::line("title", "Title",
            "Up to 100 characters; the first 40 are what phones show. Place and type are added by us.", &saved.title))}
        {fields.ask(Question::text("description", "Description", description, &saved.description, 12))}
    }
    .into_any()
}
