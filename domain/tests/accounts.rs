//! E-mail addresses, names and passwords.

use domain::accounts::{Email, Password, PersonName};

#[test]
fn an_address_is_the_same_in_any_case() {
    assert_eq!(
        Email::parse("  Ailsa.Drummond@Example.COM ")
            .unwrap()
            .as_str(),
        "ailsa.drummond@example.com"
    );
}

#[test]
fn what_has_not_the_shape_of_an_address_is_refused_at_its_field() {
    let long = format!("{}@example.com", "a".repeat(65));
    let wrong = [
        "",
        "ailsa",
        "ailsa@",
        "@example.com",
        "ailsa@example",
        "a b@example.com",
        "a@b@example.com",
        "a@example..com",
        "a@-example.com",
        ".a@example.com",
        "a@example.com,b@example.com",
        "a\u{202e}b@example.com",
        "<a@example.com>",
        &long,
    ];
    for text in wrong {
        assert_eq!(
            Email::parse(text).unwrap_err().fields()[0].field,
            "email",
            "{text}"
        );
    }
}

#[test]
fn names_of_any_script_are_taken_as_they_are() {
    for name in [
        "O'Brien",
        "Jean-Luc",
        "李",
        "Þóra",
        "Ngọc Ánh",
        "محمد",
        "Mac an t-Saoir",
        "X",
    ] {
        assert_eq!(
            PersonName::parse("first_name", name).unwrap().as_str(),
            name
        );
    }
    assert_eq!(
        PersonName::parse("last_name", "  de   la  Cruz ")
            .unwrap()
            .as_str(),
        "de la Cruz"
    );
    assert!(PersonName::parse("last_name", &"é".repeat(60)).is_ok());
}

#[test]
fn what_is_no_name_is_refused_at_its_field() {
    for text in [
        "",
        "   ",
        "123",
        "a\nb",
        "a\u{0}b",
        "Ann\u{202e}a",
        "…",
        &"x".repeat(61),
    ] {
        assert_eq!(
            PersonName::parse("last_name", text).unwrap_err().fields()[0].field,
            "last_name",
            "{text:?}"
        );
    }
    assert_eq!(
        PersonName::parse("first_name", "").unwrap_err().to_string(),
        "Enter your first name."
    );
}

#[test]
fn any_password_of_eight_characters_will_do_unless_it_is_common() {
    for text in [
        "kettle on the hob",
        "ünïcödé",
        "日本語のパスワード",
        "        x",
        &"p".repeat(64).replace("pp", "pq"),
    ] {
        let long_enough = text.chars().count() >= 8;
        assert_eq!(Password::parse(text).is_ok(), long_enough, "{text}");
    }
    for text in [
        "",
        "1234567",
        "password",
        "Password1",
        "QWERTYUIOP",
        "iloveyou",
        "aaaaaaaaaaaa",
        &"ab".repeat(65),
    ] {
        assert_eq!(
            Password::parse(text).unwrap_err().fields()[0].field,
            "password",
            "{text}"
        );
    }
}

#[test]
fn a_password_is_not_shown_to_debuggers() {
    assert_eq!(
        format!("{:?}", Password::parse("kettle on the hob").unwrap()),
        "Password(…)"
    );
}
