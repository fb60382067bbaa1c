//! A letter as plain text.

use super::{Block, Letter};

/// Paragraphs with an empty line between them; who reads it breaks the lines.
pub(super) fn plain(letter: &Letter) -> String {
    let blocks: Vec<String> = letter.blocks.iter().map(block).collect();
    format!("{}\n\n-- \n{}\n", blocks.join("\n\n"), letter.foot)
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(text) => text.clone(),
        Block::Quote(text) => text
            .lines()
            .map(|line| format!("> {line}").trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Facts(facts) => rows(facts.iter()),
        Block::Bill { lines, total } => {
            let last = ("Total".to_owned(), total.clone());
            rows(lines.iter().chain([&last]))
        }
        Block::Link { label, address } => format!("{label}:\n{address}"),
    }
}

fn rows<'a>(rows: impl Iterator<Item = &'a (String, String)>) -> String {
    let rows: Vec<String> = rows
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn every_block_is_a_paragraph_and_a_bill_ends_in_its_total() {
        let letter = Letter {
            id: Uuid::nil(),
            name: "Mina".into(),
            address: "mina@example.com".into(),
            subject: "Your stay".into(),
            blocks: vec![
                Block::text("Hello Mina,"),
                Block::Quote("No room\nfor dogs".into()),
                Block::Bill {
                    lines: vec![("2 nights".into(), "£200.00".into())],
                    total: "£200.00".into(),
                },
                Block::link("Your trip", "http://localhost:3000/trips/7"),
            ],
            foot: "HBnB".into(),
            attachments: Vec::new(),
        };
        assert_eq!(
            plain(&letter),
            "Hello Mina,\n\n> No room\n> for dogs\n\n2 nights: £200.00\nTotal: £200.00\n\n\
             Your trip:\nhttp://localhost:3000/trips/7\n\n-- \nHBnB\n"
        );
    }
}
