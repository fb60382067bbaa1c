//! Names of places, so that "munchen" finds München.

/// Letters and digits of the Latin alphabet in small letters, single spaces for everything else. Other scripts are
/// transliterated. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let latin = deunicode::deunicode(text);
    let spaced: String = latin
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                ' '
            }
        })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
