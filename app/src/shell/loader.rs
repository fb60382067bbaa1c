//! The inline script that wakes the islands, prepared once for each build.

/// The script for a build that is served at `pkg`.
pub(super) fn inline(pkg: &str) -> String {
    compact(include_str!("../loader.js")).replace("PKG", &format!("{pkg:?}"))
}

/// A script of ours without its comments and indentation.
pub(crate) fn compact(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_small_and_knows_where_its_build_is() {
        let script = inline("/pkg/abc123");
        // A third of it is sent: e2e/budgets.test.mjs weighs what is.
        assert!(script.len() <= 4 * 1024, "{} bytes", script.len());
        assert!(script.contains("\"/pkg/abc123\""));
        assert!(!script.contains("//"), "a comment is left");
        assert!(!script.contains("</script"));
    }
}
