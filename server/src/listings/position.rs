//! Roughly where a home is: near enough to choose a neighbourhood, too far to find the door.

use uuid::Uuid;

/// The width of a cell in degrees of latitude: about 500 m.
const CELL: f64 = 0.0045;

/// The middle of the cell of about 500 m by 500 m in which the point lies, as (latitude, longitude).
///
/// The grid is shifted for each home, always the same way, so that homes of one house do not share a point and looking
/// again teaches nothing. No more than the cell can be worked out from the answer.
pub fn coarsened(id: Uuid, latitude: f64, longitude: f64) -> (f64, f64) {
    let bytes = id.as_bytes();
    let shift = |byte: usize| {
        f64::from(u16::from_be_bytes([bytes[byte], bytes[byte + 1]])) / f64::from(u16::MAX)
    };
    let near_latitude = middle(latitude, CELL, shift(10));
    // Degrees of longitude grow narrower towards the poles; the width depends on the coarse latitude only.
    let narrowing = near_latitude.clamp(-85.0, 85.0).to_radians().cos();
    let near_longitude = middle(longitude, CELL / narrowing, shift(12));
    (round(near_latitude), round(near_longitude))
}

fn middle(degrees: f64, cell: f64, shift: f64) -> f64 {
    ((degrees / cell - shift).floor() + 0.5 + shift) * cell
}

/// Digits beyond the cell would only look exact.
fn round(degrees: f64) -> f64 {
    (degrees * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_is_near_but_not_the_home_and_stays_the_same() {
        let mut exact = 0;
        for number in 0..500_u128 {
            let id =
                Uuid::from_u128(number.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C834));
            let (latitude, longitude) = coarsened(id, 55.9533, -3.1883);
            let north = (latitude - 55.9533) * 111_320.0;
            let east = (longitude + 3.1883) * 111_320.0 * 55.9533_f64.to_radians().cos();
            assert!(
                north.abs() < 260.0 && east.abs() < 260.0,
                "{north} m north, {east} m east"
            );
            assert_eq!((latitude, longitude), coarsened(id, 55.9533, -3.1883));
            exact += usize::from(north.hypot(east) < 25.0);
        }
        assert!(exact < 20, "{exact} of 500 points give the home away");
    }

    #[test]
    fn homes_in_one_cell_cannot_be_told_apart() {
        let id = Uuid::from_u128(7);
        let (latitude, longitude) = coarsened(id, 55.9533, -3.1883);
        assert_eq!(
            coarsened(id, latitude + 0.001, longitude - 0.001),
            (latitude, longitude)
        );
    }
}
