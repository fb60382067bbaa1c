//! A server that runs as a process of its own, and can be killed, stopped and continued.

use std::{
    env, fs,
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::world::World;

/// How long a server may take until it is ready.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Site {
    process: Child,
    pub url: String,
    log: PathBuf,
}

impl Site {
    /// Starts `hbnb serve` on the world's database and clock, and waits until it is ready.
    pub async fn start(world: &World) -> Self {
        let mut site = Self::launch(world);
        site.is_ready().await;
        site
    }

    /// So many servers that share the world, started at once.
    pub async fn start_some(world: &World, number: usize) -> Vec<Self> {
        let mut sites: Vec<Self> = (0..number).map(|_| Self::launch(world)).collect();
        for site in &mut sites {
            site.is_ready().await;
        }
        sites
    }

    /// Starts it and does not wait.
    pub fn launch(world: &World) -> Self {
        let port = free_port();
        let url = format!("http://localhost:{port}");
        let log = world.folder().join(format!("{port}.log"));
        let says = fs::File::options()
            .create(true)
            .append(true)
            .open(&log)
            .expect("a log");
        let process = Command::new(program())
            .arg("serve")
            .env_clear()
            .env("PORT", port.to_string())
            .env("PUBLIC_URL", &url)
            .env("DATABASE_URL", &world.state.url)
            .env("HBNB_DATA", world.folder().join("data"))
            .env("HBNB_CLOCK", world.clock_file())
            .env("HBNB_INTERRUPTIONS", world.points())
            .env("SECRET_KEY", &world.state.ctx.settings.secret)
            // All guests of the proofs come from one address.
            .env("RATE_LIMITS", "off")
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(says.try_clone().expect("a log"))
            .stderr(says)
            .spawn()
            .expect("the program");
        Self { process, url, log }
    }

    async fn is_ready(&mut self) {
        let begun = Instant::now();
        let ready = format!("{}/health/ready", self.url);
        let client = reqwest::Client::builder().no_proxy().build();
        let client = client.expect("a client");
        loop {
            let answered = client.get(&ready).send().await;
            if answered.is_ok_and(|answer| answer.status().is_success()) {
                return;
            }
            let ended = self.process.try_wait().expect("a look");
            let late = begun.elapsed() > PATIENCE;
            assert!(ended.is_none() && !late, "no server: {}", self.said());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// `kill -9`, and gone.
    pub fn kill(&mut self) {
        self.process.kill().expect("a kill");
        self.process.wait().expect("an end");
    }

    /// SIGSTOP: it hears and does nothing until it is continued.
    pub fn stop(&self) {
        self.signal("-STOP");
    }

    /// SIGCONT.
    pub fn go_on(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, name: &str) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args([name, &id]).status();
        assert!(sent.expect("kill").success());
    }

    /// What it has written so far.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// `HBNB_BIN` names another build.
fn program() -> PathBuf {
    env::var_os("HBNB_BIN")
        .filter(|path| !path.is_empty())
        .map_or_else(|| env!("CARGO_BIN_EXE_hbnb").into(), PathBuf::from)
}

fn free_port() -> u16 {
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    free.local_addr().expect("an address").port()
}
