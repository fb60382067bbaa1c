//! Quotes of random homes in every currency, and what random cancellations give back: to the last minor unit, in every
//! share, whatever the rules.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::{
    Currency, Pricing, Quote, Stay,
    cancellation::{Back, Policy, Terms, back, back_by_host, refund},
    pricing::{
        Advance, Ask, DatedPrice, Fees, LineKind, Tax, TaxBase, minimum_charge,
        per_night_of_shortest, quote, usual,
    },
};
use proptest::prelude::*;

/// No decimals, two, three; those that the provider counts differently.
const CURRENCIES: [&str; 12] = [
    "GBP", "EUR", "JPY", "KRW", "VND", "ISK", "UGX", "KWD", "JOD", "TND", "HUF", "ARS",
];

/// A night of which cards can be charged what is left after every discount.
fn lowest(code: &str) -> i64 {
    20_000.max(20 * minimum_charge(Currency::parse(code).unwrap()))
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

prop_compose! {
    fn any_tax(unit: i64)(
        kind in 0..3, bp in 1_u32..3_000, base in prop::sample::select(TaxBase::ALL),
        amount in 1..200 * unit, max_nights in prop_oneof![Just(0_u32), 1_u32..20],
    ) -> Option<Tax> {
        match kind {
            0 => None,
            1 => Some(Tax::Rate { bp, base, max_nights }),
            _ => Some(Tax::PerGuestNight { amount: amount / 10 * 10 + 10, max_nights }),
        }
    }
}

prop_compose! {
    fn any_advance()(days in 1_u32..60, bp in 1_u32..9_000, there in any::<bool>()) -> Option<Advance> {
        there.then_some(Advance { days, bp })
    }
}

prop_compose! {
    fn any_pricing()(code in prop::sample::select(&CURRENCIES[..]))(
        code in Just(code),
        nightly in lowest(code)..9_000_000, cleaning in prop_oneof![Just(0), 10_i64..900_000],
        weekend in prop::option::of(lowest(code)..9_000_000),
        dated in prop::collection::vec((0_u64..40, 0_u64..9, lowest(code)..9_000_000), 0..3),
        (weekly_bp, monthly_bp) in (0_u32..9_000, 0_u32..9_000),
        early in any_advance(), last_minute in any_advance(),
        (guests_included, extra_guest) in (0_u32..5, 0_i64..90_000),
        tax in any_tax(100),
    ) -> Pricing {
        // As hosts can say it: cards take no thousandths.
        let tens = |minor: i64| minor / 10 * 10;
        let dated = dated.into_iter().map(|(from, length, nightly)| DatedPrice {
            from: first() + Days::new(from), to: first() + Days::new(from + length), nightly: tens(nightly),
        });
        Pricing {
            weekend: weekend.map(tens), dated: dated.collect(), weekly_bp, monthly_bp, early, last_minute,
            guests_included, extra_guest: tens(extra_guest), tax,
            ..Pricing::plain(Currency::parse(code).unwrap(), tens(nightly), tens(cleaning))
        }
    }
}

prop_compose! {
    fn any_fees()(guest_bp in 0_u32..3_000, host_bp in 0_u32..3_000, none in any::<bool>()) -> Fees {
        if none { Fees::default() } else { Fees { guest_bp, host_bp } }
    }
}

prop_compose! {
    fn any_ask()(arrival in 0_u64..30, nights in 1_u64..40, guests in 1_u32..9, ahead in 0_u64..90) -> Ask {
        let check_in = first() + Days::new(arrival);
        Ask {
            stay: Stay::new(check_in, check_in + Days::new(nights)).unwrap(),
            guests,
            today: check_in - Days::new(ahead),
        }
    }
}

prop_compose! {
    fn any_booking()(
        pricing in any_pricing(), ask in any_ask(), fees in any_fees(),
        policy in prop::sample::select(Policy::ALL), booked_before in 0_i64..40 * 24 * 60,
    ) -> (Terms, Quote) {
        let confirmed = ask.stay.check_in.and_hms_opt(12, 0, 0).unwrap().and_utc() - TimeDelta::minutes(booked_before);
        let terms = Terms {
            policy, stay: ask.stay, timezone: Tz::Europe__London, check_in_minutes: 900,
            confirmed_at: Some(confirmed), place: None,
        };
        (terms, quote(&pricing, &ask, &fees).unwrap())
    }
}

fn begins(terms: &Terms) -> DateTime<Utc> {
    domain::stays::local_to_utc(terms.timezone, terms.stay.check_in, terms.check_in_minutes)
}

/// Moments from the booking to after the stay, in their order.
fn moments(terms: &Terms) -> Vec<DateTime<Utc>> {
    let from = terms.confirmed_at.unwrap();
    let to = terms
        .stay
        .check_out
        .and_hms_opt(23, 0, 0)
        .unwrap()
        .and_utc();
    let hours = (to - from).num_hours();
    (0..=hours)
        .step_by(5)
        .map(|hour| from + TimeDelta::hours(hour))
        .collect()
}

fn parts(back: &Back) -> [i64; 4] {
    [back.total, back.host, back.platform, back.tax]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_lines_add_up_and_so_do_the_shares_and_cards_can_be_charged(
        pricing in any_pricing(), ask in any_ask(), fees in any_fees(),
    ) {
        let quote = quote(&pricing, &ask, &fees).unwrap();
        prop_assert_eq!(quote.lines.iter().map(|line| line.amount).sum::<i64>(), quote.total);
        let shares = quote.shares();
        prop_assert_eq!(shares.host + shares.platform + shares.tax, quote.total);
        prop_assert_eq!(shares.tax, quote.sum_of(LineKind::Tax));
        prop_assert_eq!(shares.platform, quote.sum_of(LineKind::ServiceFee) + quote.host_fee());
        for line in &quote.lines {
            prop_assert_eq!(line.amount < 0, line.kind == LineKind::Discount, "{}", line.label);
            if quote.currency.decimals() == 3 {
                prop_assert_eq!(line.amount % 10, 0, "{}", line.label);
            }
        }
        let kept = serde_json::to_string(&quote).unwrap();
        prop_assert_eq!(serde_json::from_str::<Quote>(&kept).unwrap(), quote);
    }

    #[test]
    fn more_nights_never_cost_less_without_a_discount_for_length(
        pricing in any_pricing(), ask in any_ask(), fees in any_fees(),
    ) {
        let pricing = Pricing { weekly_bp: 0, monthly_bp: 0, ..pricing };
        let longer = Ask { stay: Stay::new(ask.stay.check_in, ask.stay.check_out + Days::new(1)).unwrap(), ..ask };
        prop_assert!(quote(&pricing, &ask, &fees).unwrap().total < quote(&pricing, &longer, &fees).unwrap().total);
        let more = Ask { guests: ask.guests + 1, ..ask };
        prop_assert!(quote(&pricing, &ask, &fees).unwrap().total <= quote(&pricing, &more, &fees).unwrap().total);
    }

    #[test]
    fn a_card_without_dates_shows_what_ordinary_nights_cost(
        pricing in any_pricing(), nights in 1_u32..40, fees in any_fees(),
    ) {
        let plain = Pricing { weekend: None, dated: Vec::new(), early: None, last_minute: None, ..pricing };
        let stay = Stay::new(first(), first() + Days::new(u64::from(nights))).unwrap();
        let charged = quote(&plain, &Ask { stay, guests: 1, today: first() }, &fees).unwrap().total;
        let shown = per_night_of_shortest(&plain, nights, &fees).minor * i64::from(nights);
        prop_assert!(shown >= charged && shown - charged < i64::from(nights), "{} for {}", shown, charged);
        prop_assert!(usual(&plain, &fees).nightly.minor > 0);
    }

    #[test]
    fn a_refund_is_the_sum_of_its_parts_and_never_more_than_was_paid((terms, quote) in any_booking()) {
        let shares = quote.shares();
        let all = [quote.total, shares.host, shares.platform, shares.tax];
        let mut before = all;
        for at in moments(&terms) {
            let back = back(&terms, &quote, at);
            prop_assert_eq!(back.total, back.host + back.platform + back.tax);
            prop_assert_eq!(back.total, refund(&terms, &quote, at).minor);
            for (part, before) in parts(&back).into_iter().zip(before) {
                prop_assert!(0 <= part && part <= before, "{:?} after {:?} at {}", back, before, at);
            }
            if quote.currency.decimals() == 3 {
                prop_assert_eq!(back.total % 10, 0);
            }
            before = parts(&back);
        }
        prop_assert_eq!(before, [0; 4]);
    }

    #[test]
    fn a_host_who_cancels_gives_back_at_least_what_the_guest_would_get((terms, quote) in any_booking()) {
        let mut before = quote.total;
        for at in moments(&terms) {
            let by_host = back_by_host(&terms, &quote, at);
            let by_guest = back(&terms, &quote, at);
            prop_assert_eq!(by_host.total, by_host.host + by_host.platform + by_host.tax);
            prop_assert!(parts(&by_host).into_iter().zip(parts(&by_guest)).all(|(host, guest)| host >= guest));
            prop_assert!(by_host.total <= before);
            if at < begins(&terms) {
                prop_assert_eq!(by_host.total, quote.total);
            }
            before = by_host.total;
        }
        prop_assert_eq!(before, 0);
    }

    #[test]
    fn fees_and_tax_of_what_is_kept_are_those_of_a_stay_that_costs_as_much((terms, quote) in any_booking()) {
        let at = begins(&terms) - TimeDelta::microseconds(1);
        let back = back(&terms, &quote, at);
        let rent = quote.total - quote.sum_of(LineKind::ServiceFee) - quote.sum_of(LineKind::Tax);
        // Strict and standard keep the nights as they were: the tax on them is what it was, when it is on them alone.
        let on_nights = match quote.rules.tax {
            Some(Tax::Rate { base, .. }) => base == TaxBase::Nights,
            _ => true,
        };
        let late = matches!(terms.policy, Policy::Standard | Policy::Strict);
        if late && on_nights && back.total < quote.total {
            prop_assert_eq!(back.tax, 0);
            prop_assert!(back.total >= quote.sum_of(LineKind::CleaningFee));
        }
        prop_assert!(back.total <= quote.total && rent > 0);
    }
}
