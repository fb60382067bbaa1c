//! The inline script that wakes the islands, prepared once for each build.

/// The script for a build that is served at `pkg`, without its comments and indentation.
pub(super) fn inline(pkg: &str) -> String {
    let lines = include_str!("../loader.js").lines().map(str::trim);
    let code = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    code.replace("PKG", &format!("{pkg:?}"))
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
