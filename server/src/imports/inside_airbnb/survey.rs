//! The first reading of a file, before anything is written: is it whole, how many rows has it, where are its homes?

use std::{collections::BTreeMap, path::Path};

use indicatif::ProgressBar;

use super::{
    columns::Kind,
    file::{ListingsFile, Row},
    source_home,
};
use crate::{Result, imports::gazetteer::Point};

/// What one reading of the whole file has shown.
pub struct Survey {
    pub kind: Kind,
    /// Without the header.
    pub rows: u64,
    /// The middle of all usable rows: the median of each coordinate, which a few stray homes do not move.
    pub middle: Option<Point>,
    /// Where the usable rows of each neighbourhood are.
    pub neighbourhoods: BTreeMap<String, Vec<Point>>,
}

/// Reads the file to its end. A cut or damaged file fails here, before anything was written.
pub fn survey(path: &Path, progress: &ProgressBar) -> Result<Survey> {
    let mut file = ListingsFile::open(path)?;
    let mut neighbourhoods: BTreeMap<String, Vec<Point>> = BTreeMap::new();
    let mut rows = 0;
    while let Some((_, row)) = file.next()? {
        rows += 1;
        progress.tick();
        if matches!(row, Row::Broken(_)) {
            continue;
        }
        if let Ok(home) = source_home::read(&file.columns, &file.record) {
            neighbourhoods
                .entry(home.neighbourhood)
                .or_default()
                .push(home.point);
        }
    }
    let points: Vec<Point> = neighbourhoods.values().flatten().copied().collect();
    neighbourhoods.remove("");
    Ok(Survey {
        kind: file.columns.kind,
        rows,
        middle: middle(&points),
        neighbourhoods,
    })
}

/// The median of each coordinate; `None` for no points.
pub fn middle(points: &[Point]) -> Option<Point> {
    let median = |degrees: fn(&Point) -> f64| {
        let mut sorted: Vec<f64> = points.iter().map(degrees).collect();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied()
    };
    Some(Point {
        latitude: median(|point| point.latitude)?,
        longitude: median(|point| point.longitude)?,
    })
}
