//! Words as people type and read them.

/// One clean line: no control or invisible direction characters, single spaces, nothing at the ends.
pub fn line(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Clean lines: each as by [`line`], at most one empty line between paragraphs, none at the ends.
pub fn lines(text: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for next in text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .split('\n')
        .map(line)
    {
        if !next.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(next);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

/// At most `limit` characters, cut between words where that loses little, with an ellipsis when anything was cut.
pub fn excerpt(text: &str, limit: usize) -> String {
    let text = line(text);
    if text.chars().count() <= limit {
        return text;
    }
    let head: String = text.chars().take(limit.saturating_sub(1)).collect();
    let cut = head
        .rfind(' ')
        .filter(|at| *at * 2 > head.len())
        .unwrap_or(head.len());
    format!(
        "{}…",
        head[..cut].trim_end_matches([' ', ',', '.', ';', ':', '-', '–'])
    )
}

/// `1 night`, `3 nights`.
pub fn count(number: u32, singular: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {singular}{s}")
}

/// Turns the reading direction of what follows it, or shows nothing at all: only ever used to deceive in a name.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
