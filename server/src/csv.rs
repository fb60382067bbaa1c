//! Files for spreadsheets: comma-separated values as RFC 4180 has them.

use domain::money::Money;

/// One line with its end. A text that a spreadsheet would calculate is made a text by an apostrophe; numbers are left as they are.
pub fn line<T: AsRef<str>>(fields: &[T]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| quoted(field.as_ref())).collect();
    fields.join(",") + "\r\n"
}

/// An amount as a plain number with all decimals of its currency: "-1240.50".
pub fn amount(money: Money) -> String {
    let sign = if money.minor < 0 { "-" } else { "" };
    let per_major = money.currency.minor_per_major().unsigned_abs();
    let minor = money.minor.unsigned_abs();
    let (major, rest) = (minor / per_major, minor % per_major);
    match usize::from(money.currency.decimals()) {
        0 => format!("{sign}{major}"),
        width => format!("{sign}{major}.{rest:0width$}"),
    }
}

fn quoted(field: &str) -> String {
    let calculates = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = field.parse::<f64>().is_ok();
    let field = match calculates && !is_number {
        true => format!("'{field}"),
        false => field.to_owned(),
    };
    match field.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        let fields = ["Ailsa", "7 Shore, \"Leith\"", "two\nlines", "-12.50", ""];
        let told = "Ailsa,\"7 Shore, \"\"Leith\"\"\",\"two\nlines\",-12.50,\r\n";
        assert_eq!(line(&fields), told);
    }

    #[test]
    fn an_amount_is_a_plain_number() {
        for (minor, code, told) in [
            (124_050, "GBP", "1240.50"),
            (-5, "EUR", "-0.05"),
            (20_000, "GBP", "200.00"),
            (12_000, "JPY", "12000"),
            (-1_250, "KWD", "-1.250"),
        ] {
            let currency = domain::Currency::parse(code).unwrap();
            assert_eq!(amount(Money::new(minor, currency)), told);
        }
    }

    #[test]
    fn nothing_that_somebody_typed_is_calculated() {
        for typed in ["=1+1", "+1+1", "@cmd", "-1+1", "\t=1"] {
            assert!(line(&[typed]).starts_with('\''), "{typed}");
        }
    }
}
