//! Between our minor units and the provider's.

use domain::money::{Currency, Money};

use crate::{Error, Result};

/// ISO 4217 gives these currencies no decimals, Stripe counts them in hundredths.
const IN_HUNDREDTHS: [&str; 2] = ["ISK", "UGX"];

/// What the provider is asked for. Amounts of three decimals must end in 0: cards take no thousandths.
pub fn to_provider(amount: Money) -> Result<i64> {
    let too_fine = amount.currency.decimals() == 3 && amount.minor % 10 != 0;
    if too_fine {
        let sentence = format!("Cards take no thousandths: the last digit of {amount} must be 0.");
        return Err(domain::Error::Refused(sentence).into());
    }
    let too_large = || Error::Internal(format!("{amount} is too large for the provider"));
    amount
        .minor
        .checked_mul(factor(amount.currency))
        .ok_or_else(too_large)
}

/// What the provider's amount is in our minor units.
pub(super) fn from_provider(amount: i64, currency: Currency) -> i64 {
    amount / factor(currency)
}

fn factor(currency: Currency) -> i64 {
    if IN_HUNDREDTHS.contains(&currency.code()) {
        100
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::parse(code).unwrap())
    }

    #[test]
    fn amounts_go_to_the_provider_in_its_units_and_come_back() {
        let table = [
            (41_200, "GBP", 41_200),
            (12_000, "JPY", 12_000),
            (9_900, "ISK", 990_000),
            (5_000, "UGX", 500_000),
            (12_340, "KWD", 12_340),
        ];
        for (minor, code, provider) in table {
            let amount = money(minor, code);
            assert_eq!(to_provider(amount).unwrap(), provider, "{code}");
            assert_eq!(from_provider(provider, amount.currency), minor, "{code}");
        }
    }

    #[test]
    fn thousandths_and_sums_beyond_counting_are_refused() {
        assert!(matches!(
            to_provider(money(12_345, "KWD")),
            Err(Error::User(_))
        ));
        assert!(to_provider(money(i64::MAX, "ISK")).is_err());
    }
}
