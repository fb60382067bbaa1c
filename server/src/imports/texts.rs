//! Clean text from the HTML that sources put into their fields.

use std::{collections::HashSet, sync::LazyLock};

use ammonia::Builder;
use domain::text;

/// Keeps no tag at all, and nothing of what is inside scripts and styles.
static NO_TAGS: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder.clean_content_tags(HashSet::from(["script", "style"]));
    builder
});

/// Tags after or before which a reader expects a new line.
const BREAKS: &[&str] = &[
    "br", "p", "/p", "div", "/div", "li", "/ul", "/ol", "tr", "h1", "h2", "h3", "h4", "/h1", "/h2",
    "/h3", "/h4",
];

/// Paragraphs without tags and entities. A `<` that begins no tag ("<3", "<10 min") stays, as do emoji and all scripts.
pub fn paragraphs(html: &str) -> String {
    text::lines(&without_tags(html))
}

/// The same as one line.
pub fn line(html: &str) -> String {
    text::line(&without_tags(html))
}

/// At most `limit` characters: what fits into a column. Lines stay lines.
pub fn at_most(limit: usize, text: String) -> String {
    if text.chars().count() <= limit {
        return text;
    }
    let head: String = text.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", head.trim_end())
}

fn without_tags(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.to_owned();
    }
    let clean = NO_TAGS.clean(&with_line_breaks(html)).to_string();
    // The cleaner writes HTML: these four are all that it escapes in text. The ampersand comes last, so that text which
    // spoke of "&lt;" still does.
    clean
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// A line break before each tag that means one.
fn with_line_breaks(html: &str) -> String {
    let mut broken = String::with_capacity(html.len() + 64);
    for (index, piece) in html.split('<').enumerate() {
        if index > 0 {
            let name = piece
                .split(|c: char| c == '>' || c.is_whitespace())
                .next()
                .unwrap_or_default();
            let name = name.trim_end_matches('/').to_ascii_lowercase();
            broken.push_str(if BREAKS.contains(&name.as_str()) {
                "\n<"
            } else {
                "<"
            });
        }
        broken.push_str(piece);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_become_lines_and_entities_become_letters() {
        assert_eq!(
            paragraphs("One<br />two<BR>three<br/><br/>four &amp; five &rsquo;"),
            "One\ntwo\nthree\n\nfour & five ’"
        );
        assert_eq!(
            paragraphs("<b>Bold</b> <i>words</i><script>alert(1)</script>"),
            "Bold words"
        );
        assert_eq!(
            paragraphs("<ul><li>Tea</li><li>Milk</li></ul>after"),
            "Tea\nMilk\nafter"
        );
        assert_eq!(line("A &lt;b&gt; is &amp;amp;"), "A <b> is &amp;");
    }

    #[test]
    fn signs_that_begin_no_tag_stay_and_so_do_emoji_and_other_scripts() {
        assert_eq!(
            paragraphs("We <3 guests<br />< 5 min & <10 by taxi"),
            "We <3 guests\n< 5 min & <10 by taxi"
        );
        assert_eq!(line("京都の町家 🏡 👩‍👩‍👧 مرحبا"), "京都の町家 🏡 👩‍👩‍👧 مرحبا");
    }

    #[test]
    fn a_text_too_long_ends_in_an_ellipsis() {
        assert_eq!(at_most(12, "three\nlittle words".into()), "three\nlittl…");
        assert_eq!(
            at_most(18, "three little words".into()),
            "three little words"
        );
    }
}
