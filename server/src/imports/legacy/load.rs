//! One import from beginning to end.

use std::path::Path;

use indicatif::ProgressBar;
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::{
    Options, Run, SOURCE,
    amenities::Amenities,
    bookings::Bookings,
    dump::Fault,
    homes::Homes,
    offers::Offers,
    report::{Part, Report},
    reviews::Reviews,
    survey::{Survey, survey},
    table::{Table, load},
    users::Users,
    world::World,
};
use crate::{
    Context, Error, Result, database,
    entities::imports,
    imports::{self as shared, places},
};

/// Imports a dump, in batches. What is here already stays as it is, so that the same dump again changes nothing; after an
/// interruption the next run completes it.
///
/// The file is read once without writing anything, so that a cut or wrong file leaves no trace, then once for each table: a
/// dump has them in the order of their names. Reading blocks the calling task: this is for the command line.
///
/// # Errors
/// One sentence: the file is wrong, cut or damaged. Rows that are refused are in the report.
pub async fn run(ctx: &Context, options: &Options, progress: ProgressBar) -> Result<Report> {
    progress.set_message("Reading");
    let survey = survey(&options.file)?;
    progress.set_message(if options.dry_run { "Trying" } else { "Writing" });
    progress.set_length(survey.rows);
    let run = Run {
        now: ctx.clock.now(),
        trust_admins: options.trust_admins,
        dry_run: options.dry_run,
    };
    let mut world = World::new(ctx, run);
    let parts = parts(options, &survey, &mut world, &progress).await;
    if !options.dry_run {
        // Counts must be right even when the database went away half-way and came back.
        database::transaction(&ctx.db, async |txn| places::recount(&txn).await).await?;
    }
    let report = Report {
        file: options.file.clone(),
        dry_run: options.dry_run,
        parts: parts?,
        report: options.report.clone(),
    };
    if !options.dry_run {
        record(ctx, &report).await?;
    }
    progress.finish_and_clear();
    report.save(&options.report).map_err(|error| {
        let path = options.report.display();
        refused(format!(
            "The import is done, but {path} could not be written: {error}."
        ))
    })?;
    Ok(report)
}

/// The tables in the order in which they need each other.
async fn parts(
    options: &Options,
    survey: &Survey,
    world: &mut World<'_>,
    progress: &ProgressBar,
) -> Result<Vec<Part>> {
    if !world.run.dry_run {
        shared::amenities::fill(&world.ctx.db, world.run.now).await?;
    }
    let mut users = Users::new(survey, world.run);
    let mut amenities = Amenities::load(world).await?;
    let mut homes = Homes::load(world).await?;
    let mut reviews = Reviews::new(world.run);
    let mut bookings = Bookings::new(world.run);
    let mut parts = vec![
        part(options, survey, &mut users, world, progress).await?,
        part(options, survey, &mut amenities, world, progress).await?,
        part(options, survey, &mut homes, world, progress).await?,
        part(options, survey, &mut Offers, world, progress).await?,
        part(options, survey, &mut reviews, world, progress).await?,
        part(options, survey, &mut bookings, world, progress).await?,
    ];
    reviews.count(world).await?;
    if let Some(part) = parts.last_mut() {
        bookings.write_all(world, part).await?;
    }
    Ok(parts)
}

async fn part<T: Table>(
    options: &Options,
    survey: &Survey,
    table: &mut T,
    world: &mut World<'_>,
    progress: &ProgressBar,
) -> Result<Part> {
    match survey.has(T::NAME) {
        true => load(&options.file, table, world, progress).await,
        false => Ok(Part {
            present: false,
            ..Part::new(T::NAME)
        }),
    }
}

/// Keeps a row about this import.
async fn record(ctx: &Context, report: &Report) -> Result<()> {
    let count = |number: u64| {
        u32::try_from(number).map_err(|_| Error::Internal(format!("{number} rows in one file")))
    };
    let name = report.file.file_name().unwrap_or_default();
    let row = imports::ActiveModel {
        id: Set(Uuid::new_v4()),
        source: Set(SOURCE.into()),
        file: Set(shared::texts::at_most(
            300,
            name.to_string_lossy().into_owned(),
        )),
        rows: Set(count(report.rows())?),
        accepted: Set(count(report.accepted())?),
        refused: Set(count(report.refused())?),
        at: Set(ctx.clock.now()),
    };
    imports::Entity::insert(row)
        .exec_without_returning(&ctx.db)
        .await?;
    Ok(())
}

/// A sentence for the person at the terminal.
pub(super) fn refused(sentence: String) -> Error {
    Error::User(domain::Error::Refused(sentence))
}

/// Why the dump cannot be read.
pub(super) fn unreadable(path: &Path, fault: &Fault) -> Error {
    use std::io::ErrorKind;
    let path = path.display();
    refused(match fault {
        Fault::Io(error) if error.kind() == ErrorKind::NotFound => {
            format!("There is no file {path}.")
        }
        Fault::Io(error) if error.kind() == ErrorKind::UnexpectedEof => {
            format!("{path} was cut off, so nothing was imported. Make the dump again.")
        }
        Fault::Io(error) => format!("{path} cannot be read: {error}."),
        Fault::Cut { line } => format!(
            "{path} ends in line {line} before it is complete: it was cut off, so nothing was imported. Make the dump again."
        ),
        Fault::Odd { line, what } => format!("{path} cannot be read. In line {line} {what}."),
    })
}
