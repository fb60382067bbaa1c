//! As much of MySQL's protocol as a line needs that breaks on purpose: packets, the commands in them, and an error.

use tokio::io::{AsyncRead, AsyncReadExt};

/// A packet: three bytes of length, a number, and the body. Larger ones than 16 MB do not occur here.
pub struct Packet {
    pub number: u8,
    pub body: Vec<u8>,
}

/// What a client asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Begin,
    Commit,
    Rollback,
    /// A statement, prepared or not.
    Statement,
    /// Preparing, closing, pinging, settings: what no fault is put on.
    Other,
}

impl Packet {
    /// None at the end of the connection.
    pub async fn read(from: &mut (impl AsyncRead + Unpin)) -> Option<Self> {
        let mut head = [0; 4];
        from.read_exact(&mut head).await.ok()?;
        let length = u32::from_le_bytes([head[0], head[1], head[2], 0]);
        let mut body = vec![0; usize::try_from(length).ok()?];
        from.read_exact(&mut body).await.ok()?;
        Some(Self {
            number: head[3],
            body,
        })
    }

    pub fn bytes(&self) -> Vec<u8> {
        let length = u32::try_from(self.body.len()).unwrap_or_default();
        let mut bytes = length.to_le_bytes()[..3].to_vec();
        bytes.push(self.number);
        bytes.extend_from_slice(&self.body);
        bytes
    }

    pub fn query(sql: &str) -> Self {
        let mut body = vec![QUERY];
        body.extend_from_slice(sql.as_bytes());
        Self { number: 0, body }
    }

    /// The server's refusal of the packet before this number.
    pub fn error(number: u8, code: u16) -> Self {
        let mut body = vec![0xff];
        body.extend_from_slice(&code.to_le_bytes());
        body.extend_from_slice(b"#HY000");
        body.extend_from_slice(b"an error made on purpose");
        Self { number, body }
    }

    pub fn command(&self) -> Command {
        match self.body.split_first() {
            Some((&QUERY, sql)) => of_text(sql),
            Some((&EXECUTE, _)) => Command::Statement,
            _ => Command::Other,
        }
    }
}

const QUERY: u8 = 0x03;
const EXECUTE: u8 = 0x17;

fn of_text(sql: &[u8]) -> Command {
    let sql = String::from_utf8_lossy(sql)
        .trim_start()
        .to_ascii_uppercase();
    match sql.split([' ', ';']).next().unwrap_or_default() {
        "BEGIN" | "START" => Command::Begin,
        "COMMIT" => Command::Commit,
        "ROLLBACK" => Command::Rollback,
        "SET" => Command::Other,
        _ => Command::Statement,
    }
}
