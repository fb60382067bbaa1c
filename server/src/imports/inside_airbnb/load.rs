//! One import from beginning to end.

use std::collections::HashMap;

use indicatif::ProgressBar;
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::{
    Options, SOURCE,
    amenities::Mapping,
    destination::Destination,
    file::{ListingsFile, Row},
    homes, refused,
    report::{Refusal, Report},
    source_home,
    survey::{Survey, survey},
    write::{BATCH, NewHome, Written, write},
};
use crate::{
    Context, Error, Result, database,
    entities::imports,
    imports::{amenities, places, rates, rates::Rates},
};

/// Imports a listings file, in batches of whole homes. The same file again changes nothing; after an interruption the
/// next run completes it.
///
/// The file is read twice: first to its end without writing anything, so that a cut or wrong file leaves no trace, then
/// row by row into the database. Reading blocks the calling task: this is for the command line.
///
/// # Errors
/// One sentence: the file is wrong, cut or damaged, or an option is needed that the file does not prove.
pub async fn run(ctx: &Context, options: &Options, progress: ProgressBar) -> Result<Report> {
    progress.set_message("Reading");
    let survey = survey(&options.file, &progress)?;
    let destination = Destination::decide(options, &survey)?;
    rates::fill(&ctx.db).await?;
    let rates = Rates::load(&ctx.db).await?;
    if !rates.knows(destination.currency) {
        let code = destination.currency.code();
        return Err(refused(format!(
            "There is no exchange rate for {code}: put one into exchange_rates first."
        )));
    }
    amenities::fill(&ctx.db, ctx.clock.now()).await?;
    places::add(&ctx.db, &destination.places()).await?;
    progress.set_message("Writing");
    progress.set_length(survey.rows);
    let mut load = Load::new(ctx, &destination, &rates, &progress);
    let outcome = load.all(ListingsFile::open(&options.file)?).await;
    // Counts must be right even when the database went away half-way and came back.
    database::transaction(&ctx.db, async |txn| places::recount(&txn).await).await?;
    outcome?;
    let report = load.report(options, &survey);
    record(ctx, &report).await?;
    progress.finish_and_clear();
    report.save(&options.report).map_err(|error| {
        refused(format!(
            "The homes landed, but {} could not be written: {error}.",
            options.report.display()
        ))
    })?;
    Ok(report)
}

/// The state of an import between rows.
struct Load<'a> {
    ctx: &'a Context,
    destination: &'a Destination,
    rates: &'a Rates,
    progress: &'a ProgressBar,
    mapping: Mapping,
    batch: Vec<NewHome>,
    written: Written,
    refusals: Vec<Refusal>,
    /// In which row each home came.
    seen: HashMap<Uuid, u64>,
}

impl<'a> Load<'a> {
    fn new(
        ctx: &'a Context,
        destination: &'a Destination,
        rates: &'a Rates,
        progress: &'a ProgressBar,
    ) -> Self {
        Self {
            ctx,
            destination,
            rates,
            progress,
            mapping: Mapping::default(),
            batch: Vec::with_capacity(BATCH),
            written: Written::default(),
            refusals: Vec::new(),
            seen: HashMap::new(),
        }
    }

    async fn all(&mut self, mut file: ListingsFile) -> Result<()> {
        while let Some((row, read)) = file.next()? {
            match self.home(&file, row, read)? {
                Ok(home) => self.batch.push(home),
                Err(refusal) => self.refusals.push(refusal),
            }
            self.progress.inc(1);
            if self.batch.len() == BATCH {
                self.flush().await?;
            }
        }
        self.flush().await
    }

    async fn flush(&mut self) -> Result<()> {
        let Written {
            added,
            changed,
            unchanged,
        } = write(self.ctx, &self.batch).await?;
        self.written.added += added;
        self.written.changed += changed;
        self.written.unchanged += unchanged;
        self.batch.clear();
        Ok(())
    }

    fn home(
        &mut self,
        file: &ListingsFile,
        row: u64,
        read: Row,
    ) -> Result<std::result::Result<NewHome, Refusal>> {
        let refusal = |id: &str, reason: String| Refusal {
            row,
            id: id.to_owned(),
            reason,
        };
        if let Row::Broken(reason) = read {
            return Ok(Err(refusal("", reason)));
        }
        let home = match source_home::read(&file.columns, &file.record) {
            Ok(home) => home,
            Err(reason) => return Ok(Err(refusal(file.columns.get(&file.record, "id"), reason))),
        };
        let amenities = self.mapping.map(&home.amenities);
        let now = self.ctx.clock.now();
        let listing = homes::listing(
            &home,
            self.destination,
            self.rates,
            &self.ctx.settings.fees,
            amenities.len(),
            now,
        )?;
        let listing = match listing {
            Ok(listing) => listing,
            Err(reason) => return Ok(Err(refusal(&home.id, reason))),
        };
        if let Some(first) = self.seen.insert(listing.id, row) {
            self.seen.insert(listing.id, first);
            return Ok(Err(refusal(
                &home.id,
                format!("its id came before: in row {first}"),
            )));
        }
        Ok(Ok(NewHome { listing, amenities }))
    }

    fn report(self, options: &Options, survey: &Survey) -> Report {
        Report {
            file: options.file.clone(),
            kind: survey.kind,
            place: format!(
                "{}, {}",
                self.destination.city.name(),
                self.destination.country.name()
            ),
            currency: self.destination.currency.code(),
            rows: survey.rows,
            written: self.written,
            refusals: self.refusals,
            dropped_amenities: self.mapping.dropped,
            report: options.report.clone(),
        }
    }
}

/// Keeps a row about this import.
async fn record(ctx: &Context, report: &Report) -> Result<()> {
    let count = |number: u64| {
        u32::try_from(number).map_err(|_| Error::Internal(format!("{number} rows in one file")))
    };
    let row = imports::ActiveModel {
        id: Set(Uuid::new_v4()),
        source: Set(SOURCE.into()),
        file: Set(report
            .file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()),
        rows: Set(count(report.rows)?),
        accepted: Set(count(report.accepted())?),
        refused: Set(count(report.refusals.len() as u64)?),
        at: Set(ctx.clock.now()),
    };
    imports::Entity::insert(row)
        .exec_without_returning(&ctx.db)
        .await?;
    Ok(())
}
