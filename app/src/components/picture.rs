//! A home's picture: the file that fits the place, at the size it will have, over a blur of a few bytes until it is there.

use leptos::prelude::*;
use server::photos::Picture;

/// How wide a picture stands, for the browser to choose the file: the value of `sizes`.
pub mod sizes {
    /// In a grid of one to four columns.
    pub const CARD: &str =
        "(min-width: 80rem) 19rem, (min-width: 60rem) 30vw, (min-width: 40rem) 46vw, 93vw";
    /// The first of a gallery.
    pub const LARGE: &str = "(min-width: 85rem) 40rem, (min-width: 44rem) 50vw, 100vw";
    /// The others of a gallery.
    pub const SMALL: &str = "(min-width: 85rem) 20rem, (min-width: 44rem) 25vw, 100vw";
    /// In a row of a list.
    pub const ROW: &str = "(min-width: 44rem) 9rem, 6rem";
    /// Beside what it belongs to.
    pub const ASIDE: &str = "(min-width: 58rem) 23rem, 93vw";
}

/// When the file is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Before everything else: the largest of what is seen first. One on a page.
    First,
    /// At once: seen without scrolling.
    Now,
    /// When it comes near.
    Near,
}

impl When {
    /// Of a list whose first `seen` are in view.
    pub fn of(index: usize, seen: usize) -> Self {
        match index {
            0 if seen > 0 => Self::First,
            index if index < seen => Self::Now,
            _ => Self::Near,
        }
    }
}

/// The picture with its words.
pub fn picture(picture: &Picture, sizes: &'static str, when: When) -> AnyView {
    shown(picture, picture.alt().to_owned(), sizes, when)
}

/// The picture without words, where the words beside it say enough.
pub fn decoration(picture: &Picture, sizes: &'static str, when: When) -> AnyView {
    shown(picture, String::new(), sizes, when)
}

fn shown(picture: &Picture, alt: String, sizes: &'static str, when: When) -> AnyView {
    let blur = picture.placeholder().map(|data| {
        view! { <img class="picture__blur" src=data.to_owned() alt="" aria-hidden="true" width="600" height="400"/> }
    });
    let lazy = (when == When::Near).then_some("lazy");
    let first = (when == When::First).then_some("high");
    view! {
        <span class="picture">
            {blur}
            <img sizes=sizes srcset=picture.srcset() src=picture.src(960) alt=alt width="600" height="400"
                loading=lazy fetchpriority=first decoding="async"/>
        </span>
    }
    .into_any()
}
