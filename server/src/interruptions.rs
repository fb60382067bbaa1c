//! Named points of booking and paying at which a test kills the process, to prove that nothing is lost or done twice.
//!
//! A process is armed by `HBNB_INTERRUPTIONS`, the name of a folder, outside production only. When a file with a point's name lies there,
//! whoever reaches the point renames it to `….arrived` and waits to be killed; only one task of one process does so for each file.

use std::{fs, future, path::PathBuf, sync::OnceLock};

static FOLDER: OnceLock<PathBuf> = OnceLock::new();

/// From now on this process looks for files in the folder. Only the first call counts.
pub fn arm(folder: PathBuf) {
    let _ = FOLDER.set(folder);
}

/// Goes on at once, unless a test waits at `{step}.{moment}`: then it never does.
pub async fn reach(step: &str, moment: &str) {
    let Some(folder) = FOLDER.get() else {
        return;
    };
    let point = format!("{step}.{moment}");
    let arrived = folder.join(format!("{point}.arrived"));
    if fs::rename(folder.join(&point), arrived).is_ok() {
        tracing::warn!(point, "waiting to be killed");
        future::pending::<()>().await;
    }
}
