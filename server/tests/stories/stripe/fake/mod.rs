//! A fake of Stripe: manual capture, 3-D Secure, refunds, disputes, idempotency keys that answer the same again, messages
//! that are sent until they are taken, and faults on request. It keeps its own books, against which ours are held.

mod api;
mod books;
mod faults;
mod messages;

use std::sync::{Arc, Mutex, MutexGuard};

use server::payments::stripe::StripeSettings;
use tokio::net::TcpListener;

pub use books::{Books, Card};
pub use faults::Fault;

pub const SECRET: &str = "whsec_ofthefake";

/// One account with the fake; ends with the test.
#[derive(Clone)]
pub struct Fake {
    pub address: String,
    books: Arc<Mutex<Books>>,
}

impl Fake {
    pub async fn start() -> Self {
        let books = Arc::new(Mutex::new(Books::default()));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}/", listener.local_addr().expect("an address"));
        let router = api::router(books.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, books }
    }

    pub fn settings(&self) -> StripeSettings {
        StripeSettings {
            secret_key: "sk_test_ofthefake".into(),
            publishable_key: "pk_test_ofthefake".into(),
            webhook_secrets: vec![SECRET.into()],
            api_base: self.address.clone(),
            js_url: format!("{}v3/", self.address),
        }
    }

    pub fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().expect("the books")
    }

    /// So often, what is asked of this operation meets the fault: "create", "capture", "cancel", "refund", "retrieve".
    pub fn fail(&self, operation: &'static str, fault: Fault, times: usize) {
        let mut books = self.books();
        books
            .faults
            .extend(std::iter::repeat_n((operation, fault), times));
    }
}
