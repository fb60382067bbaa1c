//! Reads the files of one form, one after the other.

use std::{future::Future, time::Duration};

use axum::extract::{
    FromRequest, Multipart, Request,
    multipart::{Field, MultipartError},
};
use domain::photos::MOST_BYTES;
use server::{Error, photos};
use uuid::Uuid;

use super::MOST_FILES;
use crate::{shell::Patience, visit::Visit};

/// What is said of what is not the user's fault.
pub(super) const FAILED: &str = "Something of ours failed, and we have noted it. Please try again.";

/// What came of a form's files.
#[derive(Default)]
pub(super) struct Received {
    pub added: Vec<photos::Added>,
    pub refused: Vec<Refused>,
}

/// One file that was not taken.
pub(super) struct Refused {
    /// Names the file.
    pub sentence: String,
    status: u16,
}

/// Why no file was looked at, or not all.
pub(super) enum Stop {
    Refused(Error),
    Malformed(String),
    /// The body is larger than any form of ours.
    TooLong,
    /// Not all of it came, or not in time.
    TooSlow,
}

impl Received {
    /// The status that says the same: the worst of the files'.
    pub fn status(&self) -> u16 {
        let all = self.refused.iter().map(|refused| refused.status);
        all.max().unwrap_or(200)
    }

    fn refuse(&mut self, status: u16, sentence: impl Into<String>) {
        let sentence = sentence.into();
        self.refused.push(Refused { sentence, status });
    }
}

/// Nothing of the body is read for somebody whose home it is not.
pub(super) async fn receive(
    visit: &Visit,
    patience: Patience,
    request: Request,
) -> Result<Received, Stop> {
    let actor = visit.actor().map_err(Stop::Refused)?;
    let home: Uuid = visit.part().ok_or_else(no_home)?;
    photos::list(&visit.ctx, actor, home)
        .await
        .map_err(Stop::Refused)?;
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|rejection| Stop::Malformed(rejection.body_text()))?;
    let mut received = Received::default();
    let mut files = 0;
    while let Some(mut field) = within(patience.silence, form.next_field()).await? {
        if field.name() != Some("file") {
            return Err(Stop::Malformed(format!("unknown field {:?}", field.name())));
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        // From before the file is read: only so many may be in memory at once.
        let room = photos::admit(&visit.ctx, actor).await;
        let room = room.map_err(Stop::Refused)?;
        match within(patience.picture, read(&mut field)).await? {
            // A form without a file sends one that has neither name nor content.
            Some(bytes) if bytes.is_empty() && name.is_empty() => continue,
            _ if files == MOST_FILES => {
                received.refuse(422, format!("Send at most {MOST_FILES} pictures at once."));
                break;
            }
            Some(bytes) => add(visit, home, &mut received, &name, bytes).await?,
            None => {
                drop(room);
                pass_over(&mut field, patience.silence).await?;
                received.refuse(413, photos::too_large(&name).to_string());
            }
        }
        files += 1;
    }
    if files == 0 {
        received.refuse(422, "Choose at least one picture.");
    }
    Ok(received)
}

async fn add(
    visit: &Visit,
    home: Uuid,
    received: &mut Received,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(), Stop> {
    let actor = visit.actor().map_err(Stop::Refused)?;
    match photos::add(&visit.ctx, actor, home, name, bytes.into()).await {
        Ok(added) => received.added.push(added),
        Err(Error::User(error @ domain::Error::NotFound(_))) => {
            return Err(Stop::Refused(error.into()));
        }
        Err(Error::User(error)) => received.refuse(error.status(), error.to_string()),
        Err(error) => {
            tracing::error!(%error, "a picture could not be added");
            received.refuse(500, format!("{name}: {FAILED}"));
        }
    }
    Ok(())
}

/// What comes within this time. The clock stands while a file waits for its turn: then nothing is read.
async fn within<T>(
    patience: Duration,
    part: impl Future<Output = Result<T, MultipartError>>,
) -> Result<T, Stop> {
    match tokio::time::timeout(patience, part).await {
        Ok(part) => part.map_err(broken),
        Err(_) => Err(Stop::TooSlow),
    }
}

/// The rest of a file that is not kept, as long as it keeps coming.
async fn pass_over(field: &mut Field<'_>, silence: Duration) -> Result<(), Stop> {
    while within(silence, field.chunk()).await?.is_some() {}
    Ok(())
}

/// The whole file; `None` when it is too large, and then the rest of it is still to come.
async fn read(field: &mut Field<'_>) -> Result<Option<Vec<u8>>, MultipartError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        if bytes.len() + chunk.len() > MOST_BYTES {
            return Ok(None);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Some(bytes))
}

fn no_home() -> Stop {
    Stop::Refused(domain::Error::NotFound("Home").into())
}

fn broken(error: MultipartError) -> Stop {
    match error.status().as_u16() {
        413 => Stop::TooLong,
        // The connection, not the form.
        500 => Stop::TooSlow,
        _ => Stop::Malformed(error.body_text()),
    }
}
