//! Reading the table.

/// How many roles there are.
pub const ROLES: usize = 7;

#[derive(Debug, Clone)]
pub struct Row {
    pub method: String,
    /// As in the document.
    pub path: String,
    /// What fills the path's arguments, in their order.
    pub fills: Vec<String>,
    pub statuses: [u16; ROLES],
}

pub fn rows() -> Vec<Row> {
    let lines = include_str!("table.txt").lines().map(str::trim);
    let told = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    told.map(row).collect()
}

fn row(line: &str) -> Row {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [method, path, fills, statuses @ ..] = words.as_slice() else {
        panic!("this is no row: {line}");
    };
    let statuses = statuses
        .iter()
        .map(|word| word.parse().expect("a status"))
        .collect::<Vec<u16>>();
    Row {
        method: (*method).to_owned(),
        path: (*path).to_owned(),
        fills: match *fills {
            "-" => Vec::new(),
            fills => fills.split(',').map(str::to_owned).collect(),
        },
        statuses: statuses
            .try_into()
            .unwrap_or_else(|_| panic!("a row has {ROLES} statuses: {line}")),
    }
}

impl Row {
    /// Whether the row is about this thing.
    pub fn needs(&self, thing: &str) -> bool {
        self.fills.iter().any(|fill| fill == thing)
    }

    /// The path with these things in the place of its arguments; things that it has no place for are only there.
    pub fn filled(&self, named: impl Fn(&str) -> String) -> String {
        let mut fills = self.fills.iter();
        let parts = self
            .path
            .split('/')
            .map(|part| match part.starts_with('{') {
                true => fills
                    .next()
                    .map(|fill| named(fill))
                    .expect("a thing for each argument"),
                false => part.to_owned(),
            });
        parts.collect::<Vec<_>>().join("/")
    }
}
