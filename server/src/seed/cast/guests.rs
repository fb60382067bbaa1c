//! Guests of the demo.

use super::Person;

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
pub const GIULIA: Person = Person {
    first_name: "Giulia",
    last_name: "Ferrante",
    email: "giulia@example.com",
    phone: "+39 051 555 0137",
    home_location: "Bologna",
    about: "I bring my own moka pot and leave no crumbs.",
};
pub const TOMAS: Person = Person {
    first_name: "Tomáš",
    last_name: "Novotný",
    email: "tomas@example.com",
    phone: "+420 2 5555 0138",
    home_location: "Brno",
    about: "Railway timetables are my holiday reading.",
};
pub const AMARA: Person = Person {
    first_name: "Amara",
    last_name: "Okafor",
    email: "amara@example.com",
    phone: "+234 1 555 0139",
    home_location: "Enugu",
    about: "Architect, looking at other people's staircases.",
};
pub const DANIEL: Person = Person {
    first_name: "Daniel",
    last_name: "Kowalczyk",
    email: "daniel@example.com",
    phone: "+48 12 555 0140",
    home_location: "Kraków",
    about: "Two of us, one dog who stays at home.",
};
pub const INGRID: Person = Person {
    first_name: "Ingrid",
    last_name: "Solheim",
    email: "ingrid@example.com",
    phone: "+47 55 55 01 41",
    home_location: "Bergen",
    about: "Rain does not bother me. Thin curtains do.",
};
pub const JOAO: Person = Person {
    first_name: "João",
    last_name: "Siqueira",
    email: "joao@example.com",
    phone: "+55 71 5555 0142",
    home_location: "Salvador",
    about: "Drummer, but only with a metronome and only by day.",
};
