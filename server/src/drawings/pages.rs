//! Pictures of pages, painted once and kept.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;

use super::{light::Hour, raster, svg, town};
use crate::{Error, Result};

/// Few, since only these are painted: each of [`decoration`]'s names in the widths that pages ask for.
static KEPT: LazyLock<Mutex<BTreeMap<(&'static str, u32), Bytes>>> = LazyLock::new(Mutex::default);

/// What pages show besides homes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decoration {
    /// The town of the home page in the evening sun, 1600 by 760.
    TownDay,
    /// The same with lit windows, for dark screens.
    TownDusk,
    /// Where nothing is: a boat, 600 by 400.
    Empty,
}

impl Decoration {
    pub const ALL: [Self; 3] = [Self::TownDay, Self::TownDusk, Self::Empty];

    /// Its word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TownDay => "town-day",
            Self::TownDusk => "town-dusk",
            Self::Empty => "empty",
        }
    }

    fn svg(self) -> String {
        match self {
            Self::TownDay => town::panorama(Hour::Golden),
            Self::TownDusk => town::panorama(Hour::Dusk),
            Self::Empty => svg(&town::empty()),
        }
    }
}

/// As WebP; the first time takes a quarter of a second. `width` is one of a few, in pixels: each is kept in memory.
pub async fn decoration(what: Decoration, width: u32) -> Result<Bytes> {
    let key = (what.as_str(), width);
    if let Some(bytes) = kept().get(&key) {
        return Ok(bytes.clone());
    }
    let painted = tokio::task::spawn_blocking(move || raster::packed(&what.svg(), width)).await;
    let bytes = Bytes::from(painted.map_err(|error| Error::Internal(error.to_string()))??);
    kept().insert(key, bytes.clone());
    Ok(bytes)
}

fn kept() -> MutexGuard<'static, BTreeMap<(&'static str, u32), Bytes>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}
