//! `hbnb import`

use server::imports::inside_airbnb::{self, Options};

use crate::{
    Failure,
    cli::{ImportArgs, ImportSource, InsideAirbnbArgs},
    config::Config,
    context,
};

pub async fn run(config: Config, args: ImportArgs) -> Result<(), Failure> {
    let ImportSource::InsideAirbnb(args) = args.source;
    let ctx = context::open(&config).await?;
    let options = options(&ctx.settings, args);
    let report = inside_airbnb::run(&ctx, &options, inside_airbnb::progress_bar()).await?;
    println!("{report}");
    Ok(())
}

fn options(settings: &server::Settings, args: InsideAirbnbArgs) -> Options {
    let standard = Options::new(settings, &args.file);
    Options {
        city: args.city,
        country: args.country,
        currency: args.currency,
        timezone: args.timezone,
        report: args.report.unwrap_or(standard.report),
        file: args.file,
    }
}
