//! Twelve months as bars: an SVG without a single style attribute, and the same numbers as a table behind it.

use domain::{Money, stays::month_name};
use leptos::prelude::*;
use server::dashboard::MonthEarned;

/// Units of the drawing: a month is ten wide, the chart a hundred high.
const STEP: usize = 10;
const HEIGHT: f64 = 100.0;

/// What the bars are drawn between, in minor units.
struct Scale {
    top: i64,
    bottom: i64,
}

impl Scale {
    /// From zero, or from what was lost, to a round number above the most.
    fn of(months: &[MonthEarned]) -> Self {
        let amounts = months.iter().map(|month| month.amount.minor);
        let (most, least) = amounts.fold((0, 0), |(most, least), it| (most.max(it), least.min(it)));
        Self {
            top: round_above(most.max(1)),
            bottom: -round_above_or_zero(-least),
        }
    }

    /// What is written beside it, evenly spaced from the top.
    fn labels(&self) -> Vec<i64> {
        match self.bottom {
            0 => vec![self.top, self.top / 2, 0],
            bottom => vec![self.top, bottom],
        }
    }

    /// Distance from the top of the drawing.
    fn y(&self, minor: i64) -> f64 {
        HEIGHT * (self.top - minor) as f64 / (self.top - self.bottom) as f64
    }
}

/// 1, 2 or 5 and zeros.
fn round_above(minor: i64) -> i64 {
    let mut unit = 1_i64;
    loop {
        for digit in [1, 2, 5] {
            let round = unit.saturating_mul(digit);
            if round >= minor {
                return round;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

fn round_above_or_zero(minor: i64) -> i64 {
    if minor > 0 { round_above(minor) } else { 0 }
}

/// `title` names it for those who do not see it.
pub fn view(title: &str, months: &[MonthEarned]) -> AnyView {
    let Some(currency) = months.first().map(|month| month.amount.currency) else {
        return ().into_any();
    };
    let scale = Scale::of(months);
    let labels = scale.labels().into_iter().map(|minor| {
        view! { <span>{Money::new(minor, currency).short()}</span> }
    });
    let names = months.iter().map(|month| {
        let name = month_name(month.month.first());
        view! { <span><b>{name[..1].to_owned()}</b>{name[1..3].to_owned()}</span> }
    });
    view! {
        <figure class="chart">
            <div class="chart-area">
                <div class="chart-scale num" aria-hidden="true">{labels.collect_view()}</div>
                {bars(title, months, &scale)}
                <div class="chart-months" aria-hidden="true">{names.collect_view()}</div>
            </div>
            <details>
                <summary>"The same as a table"</summary>
                {table(title, months)}
            </details>
        </figure>
    }
    .into_any()
}

fn bars(title: &str, months: &[MonthEarned], scale: &Scale) -> AnyView {
    let zero = scale.y(0);
    let bars = months.iter().enumerate().map(|(at, month)| {
        let y = scale.y(month.amount.minor);
        let class = if at + 1 == months.len() {
            "now"
        } else {
            "before"
        };
        let said = format!("{}: {}", month.month.label(), month.amount);
        view! {
            <rect class=class x=(at * STEP + 2).to_string() width=(STEP - 4).to_string()
                y=format!("{:.2}", y.min(zero)) height=format!("{:.2}", (y - zero).abs())><title>{said}</title></rect>
        }
    });
    let lines = scale.labels().into_iter().chain([0]).map(|minor| {
        let y = format!("{:.2}", scale.y(minor));
        view! { <line x1="0" x2=(months.len() * STEP).to_string() y1=y.clone() y2=y.clone()/> }
    });
    let size = format!("0 0 {} {HEIGHT}", months.len() * STEP);
    view! {
        <svg viewBox=size preserveAspectRatio="none" role="img" aria-label=title.to_owned()>
            {lines.collect_view()}{bars.collect_view()}
        </svg>
    }
    .into_any()
}

fn table(title: &str, months: &[MonthEarned]) -> AnyView {
    let rows = months.iter().rev().map(|month| {
        view! { <tr><th scope="row">{month.month.label()}</th><td class="num">{month.amount.to_string()}</td></tr> }
    });
    view! {
        <table class="figures">
            <caption class="visually-hidden">{title.to_owned()}</caption>
            <thead><tr><th scope="col">"Month"</th><th scope="col">"Earned"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_in_a_round_number() {
        for (most, top) in [
            (1, 1),
            (3, 5),
            (98_000, 100_000),
            (100_001, 200_000),
            (430_000, 500_000),
        ] {
            assert_eq!(round_above(most), top, "{most}");
        }
        assert_eq!(round_above(i64::MAX), i64::MAX);
    }

    #[test]
    fn losses_reach_below_zero() {
        let scale = Scale {
            top: 100,
            bottom: -100,
        };
        assert_eq!(
            (scale.y(100), scale.y(0), scale.y(-100)),
            (0.0, 50.0, 100.0)
        );
    }
}
