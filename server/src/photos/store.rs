//! Where pictures are kept: a folder, or a bucket of S3. And how many of them are worked on at once.

use std::{
    collections::HashMap,
    path::Path as Folder,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use bytes::Bytes;
use object_store::{
    ObjectStore, ObjectStoreExt, aws::AmazonS3Builder, local::LocalFileSystem, path::Path,
    prefix::PrefixStore,
};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

use crate::{Error, Result};

/// Files that may be in memory at once: one that is decoded, one that waits for it.
const BODIES: usize = 2;
/// How long a file may wait for its turn: longer than the one before it may take to arrive.
const PATIENCE: Duration = Duration::from_secs(120);
/// Drawings that are painted at once, and that may wait.
const PAINTED: usize = 2;
const WAITING: usize = 64;

/// Cheap to clone; all clones share their turns.
#[derive(Clone)]
pub struct PhotoStore {
    objects: Arc<dyn ObjectStore>,
    bodies: Arc<Semaphore>,
    /// The turns of the accounts whose files are in memory or wait: one each.
    turns: Arc<Mutex<HashMap<Uuid, Weak<Semaphore>>>>,
    decoding: Arc<Semaphore>,
    painting: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

/// Room for one file in memory, until it is dropped.
pub struct Admission(#[expect(dead_code, reason = "held, not read")] [OwnedSemaphorePermit; 2]);

impl PhotoStore {
    /// In a folder, which is made when it is not there.
    ///
    /// # Errors
    /// A sentence: the folder cannot be made.
    pub fn in_folder(folder: &Folder) -> std::result::Result<Self, String> {
        let cannot = |why: &dyn std::fmt::Display| {
            format!(
                "The folder {} for photos cannot be made: {why}.",
                folder.display()
            )
        };
        std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| cannot(&error))?;
        // A photo has a folder, which goes with its last file.
        Ok(Self::over(Arc::new(store.with_automatic_cleanup(true))))
    }

    /// In a bucket of S3, under a prefix that may be empty. Region, keys and endpoint are what the AWS_* variables say.
    ///
    /// # Errors
    /// A sentence: one of them is missing or wrong.
    pub fn in_bucket(bucket: &str, prefix: &str) -> std::result::Result<Self, String> {
        Self::in_bucket_of(AmazonS3Builder::from_env(), bucket, prefix)
    }

    /// The same with settings that are not the environment's.
    pub fn in_bucket_of(
        settings: AmazonS3Builder,
        bucket: &str,
        prefix: &str,
    ) -> std::result::Result<Self, String> {
        let store = settings
            .with_bucket_name(bucket)
            .build()
            .map_err(|error| format!("The bucket {bucket} for photos cannot be used: {error}."))?;
        Ok(Self::over(Arc::new(PrefixStore::new(store, prefix))))
    }

    fn over(objects: Arc<dyn ObjectStore>) -> Self {
        let turns = |many| Arc::new(Semaphore::new(many));
        Self {
            objects,
            bodies: turns(BODIES),
            turns: Arc::default(),
            decoding: turns(1),
            painting: turns(PAINTED),
            waiting: turns(WAITING),
        }
    }

    pub(super) async fn put(&self, key: &str, file: Bytes) -> Result<()> {
        let put = self.objects.put(&Path::from(key), file.into()).await;
        put.map(drop).map_err(failed)
    }

    /// `None` when there is no such file.
    pub(super) async fn get(&self, key: &str) -> Result<Option<Bytes>> {
        let found = match self.objects.get(&Path::from(key)).await {
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            found => found.map_err(failed)?,
        };
        found.bytes().await.map(Some).map_err(failed)
    }

    /// It is no failure that the file is gone already.
    pub(super) async fn delete(&self, key: &str) -> Result<()> {
        match self.objects.delete(&Path::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }

    /// Waits for the account's own turn, and then for room to hold one more uploaded file in memory: whoever sends many, or slowly,
    /// leaves a place to the others.
    ///
    /// # Errors
    /// `TooMany` when there is none for a while.
    pub(super) async fn admit(&self, account: Uuid) -> Result<Admission> {
        let own = self.turn_of(account);
        let admitted = async {
            let own = own.acquire_owned().await?;
            let room = self.bodies.clone().acquire_owned().await?;
            Ok::<_, AcquireError>(Admission([own, room]))
        };
        match tokio::time::timeout(PATIENCE, admitted).await {
            Ok(Ok(admission)) => Ok(admission),
            _ => Err(busy()),
        }
    }

    /// It is forgotten when nobody holds it or waits for it.
    fn turn_of(&self, account: Uuid) -> Arc<Semaphore> {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        turns.retain(|_, turn| turn.strong_count() > 0);
        if let Some(turn) = turns.get(&account).and_then(Weak::upgrade) {
            return turn;
        }
        let turn = Arc::new(Semaphore::new(1));
        turns.insert(account, Arc::downgrade(&turn));
        turn
    }

    /// Runs `work` off the async threads, alone in this process. It keeps its turn until it ends, whether or not somebody
    /// still waits for it. `None` when it panicked.
    pub(super) async fn decode<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let turn = self.decoding.clone().acquire_owned().await;
        let turn = turn.map_err(|_| busy())?;
        let done = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        Ok(done.await.ok())
    }

    /// A turn to paint a drawing.
    ///
    /// # Errors
    /// `TooMany` when many wait already.
    pub(super) async fn turn_to_paint(&self) -> Result<OwnedSemaphorePermit> {
        let _waiting = self.waiting.try_acquire().map_err(|_| busy())?;
        self.painting
            .clone()
            .acquire_owned()
            .await
            .map_err(|_| busy())
    }
}

fn busy() -> Error {
    let sentence = "Many pictures are being worked on right now. Please try again in a moment.";
    domain::Error::TooMany(sentence.to_owned()).into()
}

fn failed(error: object_store::Error) -> Error {
    Error::Internal(format!("the store of photos: {error}"))
}
