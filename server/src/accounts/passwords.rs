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

/// Whether the password is the one of the hash. Whoever fails, or is not known (`hash` is `None`), has waited for one argon2; with `both`,
/// also for one bcrypt.
pub(super) async fn proves(password: &str, hash: Option<&str>, both: bool) -> Result<bool> {
    let (password, hash) = (password.to_owned(), hash.map(str::to_owned));
    blocking(move || {
        let old = hash.as_deref().is_some_and(is_old);
        let proved = match hash.as_deref() {
            Some(hash) if old => fits_old(&password, hash),
            Some(hash) => fits(&password, hash)?,
            None => false,
        };
        if proved {
            return Ok(true);
        }
        if old || hash.is_none() {
            spend(&password)?;
        }
        if both && !old {
            fits_old(&password, NOBODYS_OLD);
        }
        Ok(false)
    })
    .await
}

/// Whether the password is the one of the hash. A string that is no hash fits no password.
pub(super) async fn verify(password: &str, hash: &str) -> Result<bool> {
    proves(password, Some(hash), false).await
}

/// A bcrypt of the replaced system.
pub(super) fn is_old(hash: &str) -> bool {
    ["$2a$", "$2b$", "$2x$", "$2y$"]
        .iter()
        .any(|prefix| hash.starts_with(prefix))
}

/// With the replaced system's twelve rounds, and of no password.
const NOBODYS_OLD: &str = "$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01232";

fn fits(password: &str, hash: &str) -> Result<bool> {
    let argon2 = argon2()?;
    let Ok(parsed) = PasswordHash::new(hash) else {
        // Somebody who cannot log in looks like everybody else.
        spend(password)?;
        return Ok(false);
    };
    Ok(argon2.verify_password(password.as_bytes(), &parsed).is_ok())
}

fn fits_old(password: &str, hash: &str) -> bool {
    bcrypt::verify(password, hash).unwrap_or(false)
}

/// The work of one argon2, for nothing.
fn spend(password: &str) -> Result<()> {
    argon2()?
        .hash_password(password.as_bytes())
        .map_err(failed)
        .map(drop)
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
        assert!(!proves("anything", None, true).await.unwrap());
        assert!(!proves("anything", Some(NOBODYS_OLD), true).await.unwrap());
    }

    #[tokio::test]
    async fn hashes_of_the_replaced_system_are_understood() {
        let old = bcrypt::hash("kettle on the hob", 4).unwrap();
        assert!(is_old(&old) && is_old(NOBODYS_OLD));
        assert!(verify("kettle on the hob", &old).await.unwrap());
        assert!(!verify("kettle off the hob", &old).await.unwrap());
        assert!(!is_old(&hash("kettle on the hob").await.unwrap()));
    }

    #[test]
    fn nobodys_hash_takes_as_long_as_a_real_one() {
        // One that is malformed would be refused at once.
        assert!(bcrypt::verify("anything", NOBODYS_OLD).is_ok());
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
