//! A mail server of a few lines, on a port of its own.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// What it was told and took.
#[derive(Default)]
struct Taken {
    mails: Vec<String>,
    /// How it answers `RCPT TO`, when not with 250.
    refusal: Option<&'static str>,
}

/// Takes mail until the process ends.
pub struct MailServer {
    pub url: String,
    taken: Arc<Mutex<Taken>>,
}

impl MailServer {
    pub fn start() -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").expect("a port"))
    }

    pub fn on(listener: TcpListener) -> Self {
        let address = listener.local_addr().expect("an address");
        let taken = Arc::new(Mutex::new(Taken::default()));
        let shared = taken.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let taken = shared.clone();
                thread::spawn(move || talk(stream, &taken));
            }
        });
        Self {
            url: format!("smtp://{address}"),
            taken,
        }
    }

    /// Answers recipients so from now on, such as `550 no such mailbox`.
    pub fn refuse(&self, answer: &'static str) {
        self.taken.lock().expect("what was taken").refusal = Some(answer);
    }

    /// The messages, in order.
    pub fn mails(&self) -> Vec<String> {
        self.taken.lock().expect("what was taken").mails.clone()
    }
}

fn talk(stream: TcpStream, taken: &Mutex<Taken>) -> Option<()> {
    let mut answers = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines();
    let mut say = |words: &str| answers.write_all(format!("{words}\r\n").as_bytes()).ok();
    say("220 a small server")?;
    while let Some(Ok(line)) = lines.next() {
        match line
            .get(..4)
            .unwrap_or_default()
            .to_ascii_uppercase()
            .as_str()
        {
            "EHLO" => say("250-a small server\r\n250 8BITMIME")?,
            "RCPT" => {
                let refusal = taken.lock().ok()?.refusal;
                say(refusal.unwrap_or("250 known"))?;
            }
            "DATA" => {
                say("354 go on")?;
                let mut mail = String::new();
                for line in lines
                    .by_ref()
                    .map_while(Result::ok)
                    .take_while(|line| line != ".")
                {
                    mail.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.push_str("\r\n");
                }
                taken.lock().ok()?.mails.push(mail);
                say("250 taken")?;
            }
            "QUIT" => return say("221 good-bye"),
            _ => say("250 well")?,
        }
    }
    Some(())
}
