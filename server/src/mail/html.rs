//! A letter as HTML: no pictures, no scripts, nothing fetched from anywhere, and no colours but the button's and the hairlines', so that every
//! programme may show it light or dark as its reader likes.

use super::{Block, Letter};

const STYLE: &str = "body{margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}\
main{max-width:34em;margin:0 auto}h1{font-size:21px;line-height:1.3;margin:0 0 16px}p,dl,blockquote,ul{margin:0 0 16px}\
dl div{padding:6px 0;border-top:1px solid #8886}dt{font-size:13px;opacity:.75}dd{margin:0}\
.bill div{overflow:hidden}.bill dt{float:left;font-size:16px;opacity:1}.bill dd{text-align:right}\
.bill .total{font-weight:700}blockquote{padding-left:12px;border-left:3px solid #8886;white-space:pre-line}\
.button{display:inline-block;padding:11px 18px;border-radius:6px;background:#145c47;color:#fff!important;font-weight:600;text-decoration:none}\
footer{margin-top:32px;padding-top:12px;border-top:1px solid #8886;font-size:13px;opacity:.8}\
@media (prefers-color-scheme:dark){.button{background:#7fcdb0;color:#0d211a!important}}";

/// A whole document in UTF-8.
pub(super) fn html(letter: &Letter) -> String {
    let blocks: String = letter.blocks.iter().map(block).collect();
    let body = format!(
        "<main><h1 dir=\"auto\">{}</h1>{blocks}<footer>{}</footer></main>",
        escape(&letter.subject),
        escape(&letter.foot)
    );
    document(&letter.subject, &body)
}

/// The head that letters and receipts share.
pub(super) fn document(title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{}</title><style>:root{{color-scheme:light dark}}{STYLE}</style></head>\n\
         <body>{body}</body></html>\n",
        escape(title)
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(text) => format!("<p dir=\"auto\">{}</p>\n", escape(text)),
        Block::Quote(text) => format!("<blockquote dir=\"auto\">{}</blockquote>\n", escape(text)),
        Block::Facts(facts) => facts_list(facts),
        Block::Bill { lines, total } => bill(lines, total),
        Block::Link { label, address } => format!(
            "<p><a class=\"button\" href=\"{0}\">{1}</a></p>\n<p style=\"font-size:13px\">{0}</p>\n",
            escape(address),
            escape(label)
        ),
    }
}

pub(super) fn facts_list(facts: &[(String, String)]) -> String {
    let rows: String = facts
        .iter()
        .map(|(name, value)| row("", name, value))
        .collect();
    format!("<dl>{rows}</dl>\n")
}

pub(super) fn bill(lines: &[(String, String)], total: &str) -> String {
    let rows: String = lines
        .iter()
        .map(|(name, value)| row("", name, value))
        .collect();
    format!(
        "<dl class=\"bill\">{rows}{}</dl>\n",
        row(" class=\"total\"", "Total", total)
    )
}

fn row(class: &str, name: &str, value: &str) -> String {
    format!(
        "<div{class}><dt>{}</dt><dd dir=\"auto\">{}</dd></div>",
        escape(name),
        escape(value).replace('\n', "<br>")
    )
}

/// Text as it stands between tags and in quoted attributes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_is_never_markup() {
        let said = block(&Block::Quote("<img src=x> & \"more\"".into()));
        assert_eq!(
            said,
            "<blockquote dir=\"auto\">&lt;img src=x&gt; &amp; &quot;more&quot;</blockquote>\n"
        );
        let fact = facts_list(&[("Home".into(), "7 Shore\n<b>".into())]);
        assert!(fact.contains("7 Shore<br>&lt;b&gt;"), "{fact}");
    }

    #[test]
    fn nothing_is_fetched_from_anywhere() {
        let page = document(
            "A title",
            &block(&Block::link("Go", "https://hbnb.example/trips/7")),
        );
        for fetched in ["src=", "@import", "url(", "<script", "<link"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
    }
}
