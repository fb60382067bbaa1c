//! The people of the demo: the same that tests use. All log in with [`PASSWORD`].

use uuid::Uuid;

use super::ids;

/// The demo's one password; demo accounts are refused in production.
pub const PASSWORD: &str = "lantern-on-the-shore";

/// Someone with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    pub first_name: &'static str,
    pub last_name: &'static str,
    pub email: &'static str,
    pub phone: &'static str,
    pub home_location: &'static str,
    pub about: &'static str,
}

impl Person {
    /// The same in every database.
    pub fn id(&self) -> Uuid {
        ids::of("user", self.email)
    }
}

/// Hosts in Edinburgh.
pub const AILSA: Person = Person {
    first_name: "Ailsa",
    last_name: "Drummond",
    email: "ailsa@example.com",
    phone: "+44 131 496 0101",
    home_location: "Leith, Edinburgh",
    about: "I mend boats in the morning and let three flats that belonged to my family. If the kettle is warm, I am in.",
};
pub const HAMISH: Person = Person {
    first_name: "Hamish",
    last_name: "Geddes",
    email: "hamish@example.com",
    phone: "+44 131 496 0102",
    home_location: "Portobello, Edinburgh",
    about: "Retired postman. I know most doors in this city and which hill to take to each of them.",
};

/// Hosts in Kyoto.
pub const MISAKI: Person = Person {
    first_name: "美咲",
    last_name: "佐藤",
    email: "misaki@example.com",
    phone: "+81 75 555 0103",
    home_location: "京都市上京区",
    about: "西陣で織物の仕事をしています。My grandmother's house is open to guests since 2016. I answer in Japanese and in English.",
};
pub const KENTA: Person = Person {
    first_name: "健太",
    last_name: "森",
    email: "kenta@example.com",
    phone: "+81 75 555 0104",
    home_location: "京都市伏見区",
    about: "Carpenter. I repair old townhouses and let the ones that I could not bear to hand back.",
};

/// Hosts in Mexico City.
pub const LUCIA: Person = Person {
    first_name: "Lucía",
    last_name: "Hernández",
    email: "lucia@example.com",
    phone: "+52 55 5555 0105",
    home_location: "Roma Norte, Ciudad de México",
    about: "Architect. I live upstairs with two dogs who bark once, out of politeness.",
};
pub const XIMENA: Person = Person {
    first_name: "Ximena",
    last_name: "Robles",
    email: "ximena@example.com",
    phone: "+52 55 5555 0106",
    home_location: "Coyoacán, Ciudad de México",
    about: "I teach history in the mornings. Ask me where to eat and you will get a map.",
};

/// Guests.
pub const SIOBHAN: Person = Person {
    first_name: "Siobhán",
    last_name: "O'Brien",
    email: "siobhan@example.com",
    phone: "+353 1 555 0107",
    home_location: "Dublin",
    about: "I travel for concerts and stay for the breakfasts.",
};
pub const JEAN_LUC: Person = Person {
    first_name: "Jean-Luc",
    last_name: "Moreau",
    email: "jean-luc@example.com",
    phone: "+33 1 55 55 01 08",
    home_location: "Lyon",
    about: "Two children, one large suitcase.",
};
pub const LI: Person = Person {
    first_name: "明",
    last_name: "李",
    email: "li.ming@example.com",
    phone: "+86 21 5555 0109",
    home_location: "上海",
    about: "喜欢老房子和慢火车。",
};
pub const NINA: Person = Person {
    first_name: "Нина",
    last_name: "Соколова",
    email: "nina@example.com",
    phone: "+995 32 555 0110",
    home_location: "Tbilisi",
    about: "Translator. I need a table, a lamp and a window.",
};
pub const LAYLA: Person = Person {
    first_name: "ليلى",
    last_name: "حداد",
    email: "layla@example.com",
    phone: "+962 6 555 0111",
    home_location: "عمّان",
    about: "أبحث عن بيوت هادئة قريبة من الماء.",
};
pub const PRIYA: Person = Person {
    first_name: "Priya",
    last_name: "Raman",
    email: "priya@example.com",
    phone: "+91 44 5555 0112",
    home_location: "Chennai",
    about: "Marine biologist, light sleeper, early riser.",
};

pub const HOSTS: [&Person; 6] = [&AILSA, &HAMISH, &MISAKI, &KENTA, &LUCIA, &XIMENA];
pub const GUESTS: [&Person; 6] = [&SIOBHAN, &JEAN_LUC, &LI, &NINA, &LAYLA, &PRIYA];
