//! The line between program and database, which breaks as the deck says.

use std::sync::Arc;

use reqwest::Url;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
};

use super::{
    deck::{Deck, Fault},
    packets::{Command, Packet},
};

/// Opens a line to the database of this address; the address of its near end, and whoever serves it.
pub async fn open(database: &str, deck: Arc<Deck>) -> String {
    let mut url = Url::parse(database).expect("the database's address");
    let host = url.host_str().expect("a host").to_owned();
    let port = url.port().expect("a port");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let near = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let server = TcpStream::connect((host.as_str(), port)).await;
            let line = Line::new(client, server.expect("the server"), deck.clone());
            tokio::spawn(line.carry());
        }
    });
    url.set_host(Some("127.0.0.1")).expect("a host");
    url.set_port(Some(near)).expect("a port");
    // What is encrypted cannot be read on the way.
    url.set_query(Some("ssl-mode=DISABLED"));
    url.into()
}

struct Line {
    hears: OwnedReadHalf,
    says: OwnedWriteHalf,
    answers: OwnedReadHalf,
    asks: OwnedWriteHalf,
    deck: Arc<Deck>,
    in_transaction: bool,
}

/// The line is broken, or both have hung up.
struct Ended;

impl Line {
    fn new(client: TcpStream, server: TcpStream, deck: Arc<Deck>) -> Self {
        for end in [&client, &server] {
            let _ = end.set_nodelay(true);
        }
        let ((hears, says), (answers, asks)) = (client.into_split(), server.into_split());
        Self {
            hears,
            says,
            answers,
            asks,
            deck,
            in_transaction: false,
        }
    }

    /// Until one of both hangs up or a fault breaks it. The client asks one thing at a time and hears the whole answer first.
    async fn carry(mut self) {
        let (mut question, mut answer) = (Vec::new(), vec![0; 64 * 1024]);
        let mut part = vec![0; 64 * 1024];
        loop {
            tokio::select! {
                heard = self.hears.read(&mut part) => {
                    let Ok(length @ 1..) = heard else { return };
                    question.extend_from_slice(&part[..length]);
                    while let Some(packet) = take(&mut question).await {
                        if self.pass_on(packet).await.is_err() {
                            return;
                        }
                    }
                }
                answered = self.answers.read(&mut answer) => {
                    let Ok(length @ 1..) = answered else { return };
                    if self.says.write_all(&answer[..length]).await.is_err() {
                        return;
                    }
                }
            }
        }
    }

    async fn pass_on(&mut self, packet: Packet) -> Result<(), Ended> {
        // The greeting is answered with other numbers than 0.
        let command = match packet.number {
            0 => packet.command(),
            _ => Command::Other,
        };
        let fault = self.deck.draw(command, self.in_transaction);
        match command {
            Command::Begin => self.in_transaction = true,
            Command::Commit | Command::Rollback => self.in_transaction = false,
            Command::Statement | Command::Other => {}
        }
        match fault {
            None => self.ask(&packet).await,
            Some(Fault::Error(code)) => self.refuse(&packet, code).await,
            Some(Fault::LostCommit) => {
                self.ask(&packet).await?;
                let done = Packet::read(&mut self.answers).await.ok_or(Ended)?;
                assert_eq!(done.body.first(), Some(&0), "the commit is done");
                Err(Ended)
            }
            Some(Fault::Cut { before: true }) => Err(Ended),
            Some(Fault::Cut { before: false }) => {
                self.ask(&packet).await?;
                let _ = Packet::read(&mut self.answers).await;
                Err(Ended)
            }
        }
    }

    /// As the server does: what the transaction did is undone, and the client told why.
    async fn refuse(&mut self, packet: &Packet, code: u16) -> Result<(), Ended> {
        self.ask(&Packet::query("ROLLBACK")).await?;
        Packet::read(&mut self.answers).await.ok_or(Ended)?;
        let refusal = Packet::error(packet.number.wrapping_add(1), code);
        let said = self.says.write_all(&refusal.bytes()).await;
        said.map_err(|_| Ended)
    }

    async fn ask(&mut self, packet: &Packet) -> Result<(), Ended> {
        self.asks
            .write_all(&packet.bytes())
            .await
            .map_err(|_| Ended)
    }
}

/// The first packet, when all of it has come.
async fn take(question: &mut Vec<u8>) -> Option<Packet> {
    let mut rest = question.as_slice();
    let packet = Packet::read(&mut rest).await?;
    let taken = question.len() - rest.len();
    question.drain(..taken);
    Some(packet)
}
