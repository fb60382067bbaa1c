//! The recommended order, until guests here have said more.

/// Ratings count as much as this many reviews of [`USUAL`] would: a home with two perfect reviews does not beat one
/// with two hundred good ones.
const WEIGHT: i64 = 20;
/// Hundredths: about the mean of all rated homes of the source.
const USUAL: i64 = 475;
/// More than any rating makes of a sample: homes that belong to a host here come first.
const OURS: i64 = 10_000_000;

/// What decides a home's place in the recommended order.
pub struct Merit {
    /// False for samples of a source.
    pub has_owner: bool,
    /// Hundredths.
    pub rating: Option<i32>,
    pub reviews: u32,
    pub amenities: usize,
}

/// Higher comes first. Thousandths of a hundredth of a rating, amenities breaking ties; the same for the same home.
pub fn rank(merit: &Merit) -> i64 {
    let reviews = if merit.rating.is_some() {
        i64::from(merit.reviews)
    } else {
        0
    };
    let rating = i64::from(merit.rating.unwrap_or(0));
    let weighed = (USUAL * WEIGHT + rating * reviews) * 1_000 / (WEIGHT + reviews);
    let ours = if merit.has_owner { OURS } else { 0 };
    ours + weighed + merit.amenities.min(100) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(rating: Option<i32>, reviews: u32) -> i64 {
        rank(&Merit {
            has_owner: false,
            rating,
            reviews,
            amenities: 10,
        })
    }

    #[test]
    fn many_good_reviews_beat_few_perfect_ones_and_unknown_stands_between_good_and_bad() {
        assert!(sample(Some(495), 200) > sample(Some(500), 2));
        assert!(sample(Some(495), 200) > sample(None, 0));
        assert!(sample(None, 0) > sample(Some(400), 30));
    }

    #[test]
    fn homes_of_hosts_come_before_samples() {
        let ours = rank(&Merit {
            has_owner: true,
            rating: None,
            reviews: 0,
            amenities: 0,
        });
        assert!(ours > sample(Some(500), 10_000));
    }
}
