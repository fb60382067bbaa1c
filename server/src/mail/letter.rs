//! A letter before it is a message: a subject, and blocks that become plain text and HTML alike.

use uuid::Uuid;

use crate::Settings;

/// What one person is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The effect's: the same letter sent again can be known by it.
    pub id: Uuid,
    pub name: String,
    /// Where it goes.
    pub address: String,
    pub subject: String,
    pub blocks: Vec<Block>,
    /// Why one gets this, below everything else.
    pub foot: String,
    pub attachments: Vec<Attachment>,
}

/// A piece of a letter. All of it is plain text, escaped where it becomes HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Text(String),
    /// What somebody else wrote, line by line.
    Quote(String),
    /// Names and what belongs to them.
    Facts(Vec<(String, String)>),
    /// Lines of a price, and their total.
    Bill {
        lines: Vec<(String, String)>,
        total: String,
    },
    /// The one thing to do, and where.
    Link {
        label: String,
        address: String,
    },
}

/// A file that comes with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    pub content_type: &'static str,
    pub text: String,
}

impl Block {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn link(label: impl Into<String>, address: impl Into<String>) -> Self {
        Self::Link {
            label: label.into(),
            address: address.into(),
        }
    }
}

/// Who wrote, why, and where to ask.
pub(super) fn foot(settings: &Settings, because_of: &str) -> String {
    let demo = match settings.public_demo {
        true => " This is a demo: no money moves.",
        false => "",
    };
    format!(
        "{} wrote this because of {because_of} at {}. Write to {} when something is not right.{demo}",
        settings.operator_name, settings.public_url, settings.support_email
    )
}
