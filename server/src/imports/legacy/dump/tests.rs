//! What mysqldump writes, what people make of it, and what nobody wrote: the reader tells rows from noise, and never panics.

use proptest::prelude::*;

use super::{Dump, Fault};

/// Each row as its table and its values; `None` is NULL.
type Rows = Vec<(String, Vec<Option<Vec<u8>>>)>;

const WANTED: &[&str] = &["users", "places"];

fn read(dump: &[u8]) -> Result<Rows, Fault> {
    let mut dump = Dump::new(dump, WANTED);
    let mut rows = Rows::new();
    while let Some(row) = dump.next()? {
        let columns = row.columns().to_vec();
        let values = columns
            .iter()
            .map(|name| row.bytes(name).map(<[u8]>::to_vec));
        rows.push((row.table().to_owned(), values.collect()));
    }
    Ok(rows)
}

fn all(dump: &str) -> Rows {
    read(dump.as_bytes()).unwrap_or_else(|fault| panic!("{fault:?} in {dump}"))
}

fn texts(values: &[Option<&str>]) -> Vec<Option<Vec<u8>>> {
    let bytes = |value: &Option<&str>| value.map(|text| text.as_bytes().to_vec());
    values.iter().map(bytes).collect()
}

const USERS: &str = "CREATE TABLE `users` (\n  `email` varchar(120) NOT NULL,\n  `id` varchar(60) NOT NULL,\n  \
                     PRIMARY KEY (`id`) /*T![clustered_index] CLUSTERED */,\n  UNIQUE KEY `email` (`email`)\n) ENGINE=InnoDB;\n";

#[test]
fn columns_are_those_of_the_create_table_whatever_their_order() {
    let mut dump = Dump::new(USERS.as_bytes(), WANTED);
    assert!(dump.next().unwrap().is_none());
    let columns: Vec<&str> = dump
        .columns("users")
        .unwrap()
        .iter()
        .map(String::as_str)
        .collect();
    assert_eq!(columns, ["email", "id"]);
    let odd = "CREATE TABLE IF NOT EXISTS `old`.`users` (`Id` int, status enum('a,b',')','c''d') DEFAULT ')' COMMENT 'a;b', \
               `n` decimal(10,2) GENERATED ALWAYS AS ((`Id` + 1)) STORED, CONSTRAINT `x` FOREIGN KEY (`Id`) REFERENCES `t` (`y`), \
               CHECK ((`Id` > 0)));";
    let mut dump = Dump::new(odd.as_bytes(), WANTED);
    assert!(dump.next().unwrap().is_none());
    assert_eq!(dump.columns("users").unwrap().join(" "), "id status n");
}

#[test]
fn rows_come_from_inserts_of_many_rows_with_and_without_names() {
    let rows = all(&format!(
        "{USERS}LOCK TABLES `users` WRITE;\n/*!40000 ALTER TABLE `users` DISABLE KEYS */;\n\
         INSERT INTO `users` VALUES ('a@b','1'),('c@d','2');\n\
         INSERT IGNORE INTO old.users (`id`,`email`) VALUES\n('3','e@f'),\n('4',NULL)\n;\n\
         REPLACE INTO `users` VALUES ('g@h',5) ON DUPLICATE KEY UPDATE `id` = VALUES(`id`);\nUNLOCK TABLES;\n"
    ));
    let values: Vec<_> = rows.into_iter().map(|(_, values)| values).collect();
    assert_eq!(
        values,
        [
            texts(&[Some("a@b"), Some("1")]),
            texts(&[Some("c@d"), Some("2")]),
            texts(&[Some("3"), Some("e@f")]),
            texts(&[Some("4"), None]),
            texts(&[Some("g@h"), Some("5")]),
        ]
    );
}

#[test]
fn texts_are_unescaped_as_mysql_does() {
    for (written, said) in [
        (r"'O\'Brien'", "O'Brien"),
        ("'O''Brien'", "O'Brien"),
        (r#"'a \"b\" \\ c'"#, r#"a "b" \ c"#),
        (
            r"'line\nline\ttab\r\0\Z\b'",
            "line\nline\ttab\r\0\u{1a}\u{8}",
        ),
        (r"'100\% \_ \q'", "100% _ q"),
        (
            "'(1,2); -- no comment /* nor this */ # nor this'",
            "(1,2); -- no comment /* nor this */ # nor this",
        ),
        ("'京都の町家 🏡 مرحبا'", "京都の町家 🏡 مرحبا"),
        ("\"double 'quotes'\"", "double 'quotes'"),
        ("_utf8mb4'with a name'", "with a name"),
        ("_binary 'bytes'", "bytes"),
        ("N'national'", "national"),
        ("0x4142", "AB"),
        ("x'4142'", "AB"),
        ("b'1'", "1"),
        ("TRUE", "1"),
        ("-12.50", "-12.50"),
        ("1.5e-05", "1.5e-05"),
        ("''", ""),
    ] {
        let rows = all(&format!(
            "{USERS}INSERT INTO `users` VALUES ({written},'1');"
        ));
        assert_eq!(rows[0].1, texts(&[Some(said), Some("1")]), "{written}");
    }
}

#[test]
fn comments_triggers_and_views_hold_no_rows() {
    let rows = all(&format!(
        "-- it's a comment; INSERT INTO `users` VALUES ('no','1');\n# so is this'\n{USERS}\
         /*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON users FOR EACH ROW INSERT INTO users VALUES ('no','2') */;\n\
         DELIMITER ;;\nCREATE TRIGGER u AFTER INSERT ON users FOR EACH ROW BEGIN\nINSERT INTO users VALUES ('no','3');\nEND ;;\n\
         DELIMITER ;\n/*!50001 CREATE VIEW `v` AS SELECT 'it''s' AS `a`*/;\n\
         CREATE TABLE `other` (`a` int);\nINSERT INTO `other` VALUES ('it\\'s',NOW());\n\
         INSERT INTO /* here too */ `users` VALUES ('yes', -- and here\n'4');\n"
    ));
    assert_eq!(
        rows,
        [("users".to_owned(), texts(&[Some("yes"), Some("4")]))]
    );
}

#[test]
fn a_row_that_cannot_be_read_says_why_and_the_next_one_is_read() {
    let dump = format!(
        "{USERS}INSERT INTO `users` VALUES ('a'),(NOW(),'1'),('\u{0}','2'),('a','b','c'),(0x4,'5');"
    );
    let mut dump = Dump::new(dump.as_bytes(), WANTED);
    let mut said = Vec::new();
    while let Some(row) = dump.next().unwrap() {
        said.push(row.check().err());
    }
    let expected = [
        Some("it has 1 values for 2 columns"),
        Some("it holds an expression instead of a value"),
        None,
        Some("it has 3 values for 2 columns"),
        Some("a number in it cannot be read"),
    ];
    assert_eq!(
        said.iter().map(Option::as_deref).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_cut_or_wrong_dump_is_told() {
    let whole = format!(
        "-- MySQL dump 10.13\n{USERS}INSERT INTO `users` VALUES ('a','1');\n-- Dump completed on 2026-06-01\n"
    );
    assert_eq!(all(&whole).len(), 1);
    let without_end = whole.split("-- Dump completed").next().unwrap();
    assert!(matches!(
        read(without_end.as_bytes()),
        Err(Fault::Cut { line: 9 })
    ));
    for cut in ["('a','1", "('a','1'", "('a','1')", "INTO `us", "VALUES"] {
        let at = whole.find(cut).unwrap() + cut.len();
        assert!(
            matches!(read(&whole.as_bytes()[..at]), Err(Fault::Cut { .. })),
            "{cut}"
        );
    }
    let odd = |dump: &str| matches!(read(dump.as_bytes()), Err(Fault::Odd { .. }));
    assert!(
        odd("INSERT INTO `users` VALUES ('a','1');"),
        "no CREATE TABLE"
    );
    assert!(odd(&format!(
        "{USERS}INSERT INTO `users` SELECT * FROM `old`;"
    )));
    assert!(odd(&format!("{USERS}INSERT INTO `users` VALUES 'a';")));
    assert!(read(b"/* never closed").is_err());
}

/// As mysqldump writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for letter in text.chars() {
        match letter {
            '\0' => quoted.push_str("\\0"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\u{1a}' => quoted.push_str("\\Z"),
            '\\' | '\'' | '"' => quoted.extend(['\\', letter]),
            other => quoted.push(other),
        }
    }
    quoted.push('\'');
    quoted
}

fn table() -> impl Strategy<Value = Vec<(Option<String>, Option<String>)>> {
    prop::collection::vec(any::<(Option<String>, Option<String>)>(), 1..8)
}

fn dumped(rows: &[(Option<String>, Option<String>)]) -> String {
    let value = |value: &Option<String>| value.as_deref().map_or("NULL".to_owned(), quoted);
    let rows: Vec<String> = rows
        .iter()
        .map(|(a, b)| format!("({},{})", value(a), value(b)))
        .collect();
    format!(
        "-- MySQL dump 10.13\n{USERS}INSERT INTO `users` VALUES {};\n-- Dump completed\n",
        rows.join(",")
    )
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_again(table in table()) {
        let rows = all(&dumped(&table));
        let read: Vec<_> = rows.into_iter().map(|(_, values)| values).collect();
        let written: Vec<_> = table.iter().map(|(a, b)| texts(&[a.as_deref(), b.as_deref()])).collect();
        prop_assert_eq!(read, written);
    }

    #[test]
    fn a_dump_cut_anywhere_is_told(table in table(), at in any::<prop::sample::Index>()) {
        let whole = dumped(&table).into_bytes();
        let end = whole.len() - "-- Dump completed\n".len();
        let start = "-- MySQL dump 10.13\n".len();
        let at = start + at.index(end - start);
        prop_assert!(read(&whole[..at]).is_err());
    }

    #[test]
    fn bytes_that_nobody_wrote_end_in_rows_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        drop(read(&bytes));
    }

    #[test]
    fn sql_that_nobody_wrote_ends_in_rows_or_a_fault(
        parts in prop::collection::vec(prop::sample::select(PIECES), 0..60),
        noise in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let mut sql = USERS.as_bytes().to_vec();
        for part in parts {
            sql.extend_from_slice(part.as_bytes());
        }
        sql.extend_from_slice(&noise);
        drop(read(&sql));
    }
}

const PIECES: &[&str] = &[
    "INSERT INTO ",
    "`users`",
    "`places`",
    " VALUES ",
    "(",
    ")",
    ",",
    ";",
    "'",
    "\\",
    "\"",
    "`",
    "NULL",
    "1",
    "-",
    "--",
    "\n",
    "/*",
    "*/",
    "#",
    "CREATE TABLE ",
    "PRIMARY KEY",
    "DELIMITER ",
    ";;",
    "0x",
    "x'",
    "_binary ",
    "e-5",
    ".",
    "\0",
    "\u{e9}",
    "ON ",
];
