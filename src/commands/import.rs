//! `hbnb import`

use server::imports::{
    inside_airbnb::{self, Options},
    legacy,
};

use crate::{
    Failure,
    cli::{ImportArgs, ImportSource, InsideAirbnbArgs, LegacyArgs},
    config::Config,
    context,
};

pub async fn run(config: Config, args: ImportArgs) -> Result<(), Failure> {
    let ctx = context::open(&config).await?;
    let bar = inside_airbnb::progress_bar();
    match args.source {
        ImportSource::InsideAirbnb(args) => {
            let options = options(&ctx.settings, args);
            println!("{}", inside_airbnb::run(&ctx, &options, bar).await?);
        }
        ImportSource::Legacy(args) => {
            let options = moving(&ctx.settings, args);
            println!("{}", legacy::run(&ctx, &options, bar).await?);
        }
    }
    Ok(())
}

fn moving(settings: &server::Settings, args: LegacyArgs) -> legacy::Options {
    let standard = legacy::Options::new(settings, &args.file);
    legacy::Options {
        trust_admins: args.trust_admins,
        dry_run: args.dry_run,
        report: args.report.unwrap_or(standard.report),
        file: args.file,
    }
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
