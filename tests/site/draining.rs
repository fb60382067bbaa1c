//! A server that runs: it says whether it lives and is ready, and when asked to stop it ends what was begun first.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

pub struct Server {
    pub process: Child,
    address: String,
    folder: PathBuf,
}

impl Server {
    fn start() -> Self {
        let name = format!("hbnb-draining-{}", uuid::Uuid::new_v4().simple());
        Self::start_with(std::env::temp_dir().join(name), &[])
    }

    /// On this data folder, which goes with the server.
    pub fn start_with(folder: PathBuf, settings: &[(&str, &str)]) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let mut command = Command::new(env!("CARGO_BIN_EXE_hbnb"));
        command
            .arg("serve")
            .env_clear()
            .env("PORT", port.to_string())
            .env("HBNB_DATA", &folder)
            .envs(settings.iter().copied());
        let process = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self {
            process,
            address: format!("127.0.0.1:{port}"),
            folder,
        }
    }

    pub fn connect(&self) -> TcpStream {
        let begun = Instant::now();
        loop {
            match TcpStream::connect(&self.address) {
                Ok(stream) => return stream,
                Err(error) => assert!(begun.elapsed() < Duration::from_secs(60), "{error}"),
            }
            std::thread::yield_now();
        }
    }

    pub fn ask_to_stop(&self) {
        let asked = Command::new("kill")
            .args(["-TERM", &self.process.id().to_string()])
            .status()
            .unwrap();
        assert!(asked.success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub fn get(mut stream: TcpStream, path: &str) -> String {
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_server_answers_and_stops_when_asked_to() {
    let mut server = Server::start();
    for path in ["/health/live", "/health/ready", "/"] {
        let answer = get(server.connect(), path);
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
    }
    server.ask_to_stop();
    assert!(server.process.wait().unwrap().success());
}

#[test]
fn a_request_that_was_begun_is_answered_before_it_stops() {
    let mut server = Server::start();
    let mut stream = server.connect();
    write!(
        stream,
        "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    )
    .unwrap();
    write!(
        stream,
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 18\r\n\r\nemail=a"
    )
    .unwrap();
    // The answer to another request tells that the server is at work on ours: it came first.
    get(server.connect(), "/health/live");
    server.ask_to_stop();
    write!(stream, "&password=x").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(server.process.wait().unwrap().success());
}
