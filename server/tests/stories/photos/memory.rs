//! What pictures cost: each file is sent in a process of its own, which tells its highest use of memory.

use std::{env, fs, io::Write, process::Command, time::Instant};

use png::{BitDepth, ColorType};

use crate::{
    photos::{files, jpeg::Jpeg, stage::*},
    support::*,
};

/// Names the file for the process that adds it.
const FILE: &str = "HBNB_TEST_PICTURE";

/// The whole process may have so much while it adds a picture, in megabytes.
const WHOLE: u64 = 230;
/// A file that is refused may cost so much, in megabytes.
const REFUSED: u64 = 64;

struct Cost {
    /// Megabytes at the highest.
    whole: u64,
    /// Megabytes more than before.
    more: u64,
    taken: bool,
}

/// Sends the file to a fresh home in another process.
fn cost(name: &str, file: &[u8]) -> Cost {
    let path = env::temp_dir().join(format!("hbnb-picture-{}-{name}", std::process::id()));
    fs::write(&path, file).expect("a file");
    let child = Command::new(env::current_exe().expect("this program"))
        .args([
            "--exact",
            "photos::memory::one_picture",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FILE, &path)
        .output()
        .expect("another process");
    let _ = fs::remove_file(&path);
    let said = String::from_utf8_lossy(&child.stdout).into_owned();
    let line = said
        .lines()
        .find(|line| line.contains("cost:"))
        .unwrap_or_else(|| panic!("{name}: {said}"));
    let mut words = line
        .split("cost:")
        .nth(1)
        .expect("a cost")
        .split_whitespace();
    let mut word = || words.next().expect("a word");
    let (before, whole): (u64, u64) = (word().parse().expect("kB"), word().parse().expect("kB"));
    let (taken, took) = (word() == "taken", word());
    let more = whole.saturating_sub(before) / 1024;
    // Past the test runner, which keeps the words of tests that pass to itself.
    let _ = writeln!(
        std::io::stderr(),
        "figures: {name}, {} kB: {}, {more} MB more, {} MB in all, {took}",
        file.len() / 1024,
        if taken { "taken" } else { "refused" },
        whole / 1024
    );
    Cost {
        whole: whole / 1024,
        more,
        taken,
    }
}

/// Does nothing unless it is told which picture to send.
#[tokio::test]
async fn one_picture() {
    let Ok(path) = env::var(FILE) else { return };
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    // From here on the highest use is counted anew.
    fs::write("/proc/self/clear_refs", "5").expect("Linux");
    let before = kilobytes("VmRSS");
    let file = fs::read(path).expect("the picture");
    let begun = Instant::now();
    let taken = if send(&state, &ailsa, home, file).await.is_ok() {
        "taken"
    } else {
        "refused"
    };
    println!(
        "\ncost: {before} {} {taken} {:.1?}",
        kilobytes("VmHWM"),
        begun.elapsed()
    );
}

fn kilobytes(what: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status
        .lines()
        .find(|line| line.starts_with(what))
        .expect("a line");
    line.split_whitespace()
        .nth(1)
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

/// 40 megapixels.
fn large() -> Jpeg {
    Jpeg {
        structure: 6,
        ..Jpeg::new(7_744, 5_152)
    }
}

/// With as many samples of colour as of light.
fn full(jpeg: Jpeg) -> Jpeg {
    Jpeg {
        subsampled: false,
        structure: 2,
        ..jpeg
    }
}

#[test]
fn the_largest_pictures_fit_into_a_small_server() {
    let flat = Jpeg {
        structure: 0,
        ..large()
    };
    let colour = full(Jpeg::new(6_000, 4_000)).progressive();
    let (rgb, rgba) = (ColorType::Rgb, ColorType::Rgba);
    let pictures = [
        ("baseline JPEG", large().write()),
        ("progressive JPEG", large().progressive().write()),
        ("flat progressive JPEG", flat.progressive().write()),
        ("progressive JPEG with all its colour", colour.write()),
        ("PNG", files::png(7_744, 5_152, rgb, BitDepth::Eight)),
        (
            "PNG of sixteen bits",
            files::png(6_000, 4_000, rgba, BitDepth::Sixteen),
        ),
        ("lossless WebP", files::webp(6_000, 4_000, true)),
    ];
    for (name, file) in pictures {
        assert!(file.len() <= 10 << 20, "{name}: {} bytes", file.len());
        let cost = cost(name, &file);
        assert!(cost.taken, "{name}");
        assert!(cost.whole < WHOLE, "{name}: {} MB", cost.whole);
    }
}

#[test]
fn a_refused_file_costs_little() {
    let png = files::png(7_744, 5_152, ColorType::Rgb, BitDepth::Eight);
    let refused = [
        ("bomb", files::bomb(30_000, 30_000)),
        ("bomb within the limit", files::bomb(8_000, 5_000)),
        ("text", vec![b'a'; 10 << 20]),
        ("heavy", vec![0xff; (10 << 20) + 1]),
        ("cut JPEG", files::cut(large().write())),
        (
            "cut progressive JPEG",
            files::cut(large().progressive().write()),
        ),
        ("cut PNG", files::cut(png)),
        ("large lossless WebP", files::webp_head(7_000, 4_000)),
    ];
    for (name, file) in refused {
        let cost = cost(name, &file);
        assert!(!cost.taken, "{name}");
        assert!(cost.more <= REFUSED, "{name}: {} MB", cost.more);
    }
}
