//! A sentence that says that something was done, above the page's foot. Our loader hides and shows its words, since what
//! stands in a page from the start is not announced, and takes `saved` out of the address, so that it is said once.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// Shown after a write that led back to its page, such as with `?saved=profile`.
pub fn toast(sentence: impl Into<String>) -> AnyView {
    let sentence = sentence.into();
    view! { <div class="toast" role="status" data-toast="">{icon(Icon::Check)}<p>{sentence}</p></div> }.into_any()
}
