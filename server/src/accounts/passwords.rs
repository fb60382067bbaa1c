//! Hashing passwords: argon2id with 19 MiB, two passes and one lane, at most two at once, off the async threads.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::{Error, Result};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash takes 19 MiB and one core for tens of milliseconds: more than two at once would starve a server of 256 MB.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The PHC string of a password, with a salt of its own.
pub async fn hash(password: &str) -> Result<String> {
    let password = password.to_owned();
    blocking(move || {
        let hash = argon2()?
            .hash_password(password.as_bytes())
            .map_err(failed)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether the password is the one of the PHC string. A string that is no hash fits no password.
pub(super) async fn verify(password: &str, hash: &str) -> Result<bool> {
    let (password, hash) = (password.to_owned(), hash.to_owned());
    blocking(move || {
        let argon2 = argon2()?;
        let parsed = PasswordHash::new(&hash);
        Ok(parsed.is_ok_and(|hash| argon2.verify_password(password.as_bytes(), &hash).is_ok()))
    })
    .await
}

/// Takes as long as [`verify`], and fits nothing: for somebody who is not known.
pub(super) async fn verify_nobody(password: &str) -> Result<bool> {
    hash(password).await.map(|_| false)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let permit = AT_ONCE.acquire().await.map_err(failed)?;
    let hashing = spawn_blocking(move || {
        // Kept until the hash is done even when the request is not waited for any more.
        let _permit = permit;
        work()
    });
    hashing.await.map_err(failed)?
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(failed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("hashing a password: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_fits_its_password_alone_and_is_never_the_same() {
        let (first, second) = (
            hash("kettle on the hob").await.unwrap(),
            hash("kettle on the hob").await.unwrap(),
        );
        assert!(
            first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{first}"
        );
        assert_ne!(first, second);
        assert!(verify("kettle on the hob", &first).await.unwrap());
        assert!(!verify("kettle on the hob ", &first).await.unwrap());
    }

    #[tokio::test]
    async fn what_is_no_hash_fits_nothing() {
        assert!(!verify("!", "!").await.unwrap());
        assert!(!verify("", "").await.unwrap());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn two_are_hashed_at_once_and_no_more() {
        let many: Vec<_> = (0..6)
            .map(|_| tokio::spawn(hash("kettle on the hob")))
            .collect();
        let mut least = 2;
        while many.iter().any(|hashing| !hashing.is_finished()) {
            least = least.min(AT_ONCE.available_permits());
            tokio::task::yield_now().await;
        }
        assert_eq!(least, 0);
    }
}
