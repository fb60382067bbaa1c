//! The stays that the cast has a part in, and nights that hosts keep free for a reason; counted in days from the demo's
//! today.

use super::Ended;
use crate::seed::cast::{
    AILSA, AMARA, DANIEL, GIULIA, INGRID, JEAN_LUC, JOAO, KENTA, LAYLA, LI, NINA, PRIYA, Person,
    SIOBHAN, TOMAS,
};

/// A stay of somebody of the cast.
pub struct Told {
    pub guest: &'static Person,
    /// The home's key.
    pub home: &'static str,
    /// Days from today to the check-in.
    pub starts: i64,
    pub nights: i64,
    pub guests: u32,
    /// Days from the booking to the check-in, or to today when the check-in is still to come.
    pub ahead: i64,
    pub ended: Ended,
}

const fn paid(
    guest: &'static Person,
    home: &'static str,
    (starts, nights): (i64, i64),
    guests: u32,
    ahead: i64,
) -> Told {
    Told {
        guest,
        home,
        starts,
        nights,
        guests,
        ahead,
        ended: Ended::Paid,
    }
}

#[rustfmt::skip]
pub const TOLD: &[Told] = &[
    paid(&SIOBHAN, "edinburgh/shore-flat", (-312, 3), 2, 18),
    paid(&NINA, "mexico-city/high-room", (-270, 14), 1, 40),
    paid(&JEAN_LUC, "edinburgh/drawing-room", (-240, 5), 4, 63),
    paid(&LI, "kyoto/two-rivers", (-200, 6), 2, 30),
    paid(&JEAN_LUC, "kyoto/loom-house", (-150, 4), 4, 71),
    paid(&LAYLA, "edinburgh/colony-house", (-130, 3), 2, 9),
    paid(&SIOBHAN, "edinburgh/sea-window", (-96, 2), 1, 4),
    paid(&NINA, "edinburgh/tenement", (-88, 21), 1, 35),
    paid(&PRIYA, "edinburgh/canal-boat", (-75, 2), 2, 12),
    paid(&LAYLA, "kyoto/river-cabin", (-60, 2), 2, 27),
    paid(&SIOBHAN, "mexico-city/orange-tree", (-41, 4), 3, 50),
    paid(&LI, "kyoto/sake-store", (-33, 3), 4, 21),
    paid(&PRIYA, "mexico-city/canal-cabin", (-20, 3), 2, 16),
    paid(&LI, "kyoto/station-flat", (-12, 2), 1, 2),
    paid(&PRIYA, "edinburgh/cottage", (-9, 4), 2, 33),
    // Under way.
    paid(&NINA, "edinburgh/mill-loft", (-1, 4), 2, 25),
    // At Ailsa's: one leaves and another comes, one comes, two are here, and more follow in the week.
    paid(&GIULIA, "edinburgh/shore-flat", (-3, 3), 2, 41),
    paid(&TOMAS, "edinburgh/shore-flat", (0, 4), 3, 17),
    paid(&AMARA, "edinburgh/drawing-room", (0, 5), 5, 58),
    paid(&INGRID, "edinburgh/colony-house", (-2, 5), 2, 26),
    paid(&DANIEL, "edinburgh/canal-boat", (-1, 2), 2, 11),
    paid(&JOAO, "edinburgh/canal-boat", (2, 3), 1, 8),
    paid(&AMARA, "edinburgh/colony-house", (5, 2), 3, 19),
    paid(&GIULIA, "edinburgh/drawing-room", (6, 3), 4, 37),
    // To come.
    paid(&PRIYA, "kyoto/tatami-room", (3, 3), 1, 10),
    paid(&LAYLA, "edinburgh/canal-boat", (5, 2), 2, 6),
    paid(&SIOBHAN, "edinburgh/sea-window", (9, 2), 1, 1),
    paid(&PRIYA, "kyoto/river-cabin", (14, 2), 2, 22),
    paid(&JEAN_LUC, "edinburgh/cottage", (18, 4), 4, 44),
    paid(&LI, "edinburgh/shore-flat", (26, 3), 2, 13),
    paid(&NINA, "mexico-city/patio-flat", (33, 6), 1, 8),
    paid(&PRIYA, "mexico-city/roof-studio", (40, 4), 2, 3),
    paid(&SIOBHAN, "kyoto/stone-lane", (47, 3), 2, 15),
    paid(&KENTA, "edinburgh/drawing-room", (55, 4), 2, 20),
    paid(&LAYLA, "kyoto/garden-house", (61, 3), 3, 7),
    paid(&AILSA, "kyoto/loom-house", (72, 3), 3, 31),
    paid(&JEAN_LUC, "mexico-city/studio-house", (83, 5), 5, 19),
    // Came to nothing.
    Told { guest: &SIOBHAN, home: "edinburgh/mill-loft", starts: -50, nights: 2, guests: 2, ahead: 14, ended: Ended::LetGo },
    Told { guest: &INGRID, home: "edinburgh/cottage", starts: -110, nights: 3, guests: 2, ahead: 45, ended: Ended::Cancelled { before: 30 } },
    Told { guest: &DANIEL, home: "edinburgh/shore-flat", starts: -23, nights: 3, guests: 2, ahead: 38, ended: Ended::Cancelled { before: 9 } },
    Told { guest: &LI, home: "mexico-city/regina-balcony", starts: 21, nights: 3, guests: 2, ahead: 5, ended: Ended::RanOut },
];

/// Nights that a host keeps free.
pub struct KeptFree {
    /// The home's key.
    pub home: &'static str,
    /// Days from today to the first night.
    pub starts: i64,
    pub nights: i64,
    pub note: &'static str,
}

#[rustfmt::skip]
pub const KEPT: &[KeptFree] = &[
    KeptFree { home: "edinburgh/shore-flat", starts: 40, nights: 5, note: "Painter in the hall" },
    KeptFree { home: "edinburgh/canal-boat", starts: 100, nights: 21, note: "Out of the water for her hull" },
    KeptFree { home: "edinburgh/sea-window", starts: 30, nights: 6, note: "My sister is here" },
    KeptFree { home: "kyoto/sake-store", starts: 20, nights: 8, note: "Family" },
    KeptFree { home: "kyoto/loom-house", starts: 12, nights: 2, note: "New tatami" },
    KeptFree { home: "mexico-city/studio-house", starts: 30, nights: 7, note: "Friends from Oaxaca" },
    KeptFree { home: "mexico-city/canal-cabin", starts: 15, nights: 4, note: "Planting week with the school" },
];
