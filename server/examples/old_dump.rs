//! Writes a dump of the replaced system with so many rows, for measuring an import:
//! `cargo run --release -p server --example old_dump -- 100000 > old.sql`. The same number is the same dump.

use std::io::{self, BufWriter, Write};

use chrono::{Days, NaiveDate};

/// Rows of one INSERT; mysqldump makes them about a megabyte long.
const ROWS: u64 = 2_000;
const HASH: &str = "$2b$12$abcdefghijklmnopqrstuuG4PHIdV5H2tHQNFGlGPt1YmDlQGJ9hK";
const TOWNS: &[(&str, f64, f64)] = &[
    ("Edinburgh", 55.95, -3.19),
    ("Lisbon", 38.72, -9.14),
    ("Kyoto", 35.01, 135.77),
    ("Mexico City", 19.43, -99.13),
    ("Cape Town", -33.92, 18.42),
    ("Auckland", -36.85, 174.76),
];

/// How many rows of each table, of every hundred.
struct Sizes {
    users: u64,
    places: u64,
    offers: u64,
    reviews: u64,
    bookings: u64,
}

fn main() -> io::Result<()> {
    let rows = std::env::args().nth(1).and_then(|rows| rows.parse().ok());
    let all: u64 = rows.unwrap_or(100_000);
    let sizes = Sizes {
        users: all * 20 / 100,
        places: (all * 5 / 100).max(1),
        offers: all * 20 / 100,
        reviews: all * 25 / 100,
        bookings: all * 30 / 100,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(
        out,
        "-- MySQL dump 10.13  Distrib 8.0.36\n/*!40101 SET NAMES utf8mb4 */;"
    )?;
    amenities(&mut out)?;
    bookings(&mut out, &sizes)?;
    offers(&mut out, &sizes)?;
    places(&mut out, &sizes)?;
    reviews(&mut out, &sizes)?;
    users(&mut out, &sizes)?;
    writeln!(out, "-- Dump completed on 2026-06-01  6:00:00")?;
    out.flush()
}

/// A CREATE TABLE, and the rows in INSERTs as long as mysqldump's.
fn table(
    out: &mut impl Write,
    name: &str,
    columns: &str,
    count: u64,
    row: impl Fn(u64) -> String,
) -> io::Result<()> {
    let columns: Vec<String> = columns
        .split_whitespace()
        .map(|column| format!("  `{column}` text"))
        .collect();
    writeln!(
        out,
        "CREATE TABLE `{name}` (\n{}\n) ENGINE=InnoDB;",
        columns.join(",\n")
    )?;
    for number in 0..count {
        let begins = number % ROWS == 0;
        let ends = number % ROWS == ROWS - 1 || number + 1 == count;
        let head = format!("INSERT INTO `{name}` VALUES ");
        write!(
            out,
            "{}{}",
            if begins { head.as_str() } else { "," },
            row(number)
        )?;
        if ends {
            writeln!(out, ";")?;
        }
    }
    Ok(())
}

fn id(kind: u8, number: u64) -> String {
    format!("{kind:08x}-0000-4000-8000-{number:012x}")
}

fn times(number: u64) -> String {
    let day = date(NaiveDate::from_ymd_opt(2023, 1, 1), number % 900);
    format!("'{day} 08:00:00','{day} 09:30:00'")
}

fn date(first: Option<NaiveDate>, days: u64) -> String {
    let day = first.and_then(|first| first.checked_add_days(Days::new(days)));
    day.unwrap_or_default().to_string()
}

fn amenities(out: &mut impl Write) -> io::Result<()> {
    table(
        out,
        "amenities",
        "id name description number created_at updated_at",
        40,
        |number| {
            format!(
                "('{}','Amenity {number}','One of many',{number},{})",
                id(1, number),
                times(number)
            )
        },
    )
}

fn users(out: &mut impl Write, sizes: &Sizes) -> io::Result<()> {
    let columns = "id created_at updated_at first_name last_name email password is_admin phone_number home_location";
    table(out, "users", columns, sizes.users, |number| {
        let (id, times) = (id(2, number), times(number));
        format!(
            "('{id}',{times},'Guest','O\\'Number {number}','user{number}@example.com','{HASH}',0,NULL,'Somewhere')"
        )
    })
}

fn places(out: &mut impl Write, sizes: &Sizes) -> io::Result<()> {
    let columns = "title description price latitude longitude owner_id id created_at updated_at";
    let text = "A home with a view.\\nIt\\'s near everything, and far from noise. ".repeat(8);
    table(out, "places", columns, sizes.places, |number| {
        let (town, latitude, longitude) = TOWNS[(number % TOWNS.len() as u64) as usize];
        let (off, price) = ((number % 97) as f64 / 2_000.0, 40 + number % 300);
        let owner = id(2, number % (sizes.users / 10).max(1));
        let (latitude, longitude) = (latitude + off, longitude - off);
        let (id, times) = (id(3, number), times(number));
        format!(
            "('Home {number} in {town}','{text}',{price}.5,{latitude:.4},{longitude:.4},'{owner}','{id}',{times})"
        )
    })
}

/// Each home offers a few amenities, each once.
fn offers(out: &mut impl Write, sizes: &Sizes) -> io::Result<()> {
    table(
        out,
        "place_amenity",
        "place_id amenity_id",
        sizes.offers,
        |number| {
            let (home, round) = (number % sizes.places, number / sizes.places);
            format!("('{}','{}')", id(3, home), id(1, (home + round) % 40))
        },
    )
}

/// Each guest reviews a home once.
fn reviews(out: &mut impl Write, sizes: &Sizes) -> io::Result<()> {
    table(
        out,
        "reviews",
        "id text rating place_id user_id created_at updated_at",
        sizes.reviews,
        |number| {
            let (home, round) = (number % sizes.places, number / sizes.places);
            let guest = (sizes.users / 2 + home * 7 + round) % sizes.users.max(1);
            let rating = 3 + number % 3;
            let (own, home, guest, times) =
                (id(4, number), id(3, home), id(2, guest), times(number));
            format!(
                "('{own}','We\\'d come again: quiet, clean, kind.',{rating},'{home}','{guest}',{times})"
            )
        },
    )
}

/// Three nights each, one after the other in every home; one in forty overlaps the one before.
fn bookings(out: &mut impl Write, sizes: &Sizes) -> io::Result<()> {
    let columns = "id created_at updated_at place_id guest_id check_in_date check_out_date total_price status";
    let first = NaiveDate::from_ymd_opt(2026, 1, 1);
    table(out, "bookings", columns, sizes.bookings, |number| {
        let (home, round) = (number % sizes.places, number / sizes.places);
        let begins = round * 4 - u64::from(round > 0 && number % 40 == 0) * 2;
        let (check_in, check_out) = (date(first, begins), date(first, begins + 3));
        let status = [
            "confirmed",
            "completed",
            "confirmed",
            "pending",
            "cancelled",
        ][(number % 5) as usize];
        let guest = id(2, (sizes.users / 2 + number) % sizes.users.max(1));
        let (own, home, times) = (id(5, number), id(3, home), times(number));
        format!("('{own}',{times},'{home}','{guest}','{check_in}','{check_out}',361.5,'{status}')")
    })
}
