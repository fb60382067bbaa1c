//! Hosts of the demo, city by city.

use super::Person;

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

/// A third host in Edinburgh.
pub const MORAG: Person = Person {
    first_name: "Morag",
    last_name: "Innes",
    email: "morag@example.com",
    phone: "+44 131 496 0113",
    home_location: "Newhaven, Edinburgh",
    about: "Librarian at the university, gardener at weekends. I leave a shelf of books in each place and rarely get the same number back.",
};

/// Hosts in Lisbon.
pub const TERESA: Person = Person {
    first_name: "Teresa",
    last_name: "Antunes",
    email: "teresa@example.com",
    phone: "+351 21 555 0114",
    home_location: "Graça, Lisboa",
    about: "Reformed schoolteacher, unreformed fado listener. I was born three doors from the flat with the yellow balcony.",
};
pub const RUI: Person = Person {
    first_name: "Rui",
    last_name: "Falcão",
    email: "rui@example.com",
    phone: "+351 21 555 0115",
    home_location: "Campo de Ourique, Lisboa",
    about: "I restore tiles for a living and cannot pass a cracked one without stopping. The flats are my rainy-day work.",
};
pub const BEATRIZ: Person = Person {
    first_name: "Beatriz",
    last_name: "Quintela",
    email: "beatriz@example.com",
    phone: "+351 21 555 0116",
    home_location: "Trafaria, Almada",
    about: "I live on the other bank with two donkeys and the best view of Lisbon there is.",
};

/// Hosts in Copenhagen.
pub const KIRSTEN: Person = Person {
    first_name: "Kirsten",
    last_name: "Holm",
    email: "kirsten@example.com",
    phone: "+45 33 55 01 17",
    home_location: "Christianshavn, København",
    about: "Ferry captain until 2019. I still get up for the tide although we have hardly any.",
};
pub const MADS: Person = Person {
    first_name: "Mads",
    last_name: "Thorup",
    email: "mads@example.com",
    phone: "+45 33 55 01 18",
    home_location: "Nørrebro, København",
    about: "Furniture maker. If a drawer sticks in one of my flats, write to me and I come with a plane.",
};
pub const JONAS: Person = Person {
    first_name: "Jonas",
    last_name: "Friis",
    email: "jonas@example.com",
    phone: "+45 33 55 01 19",
    home_location: "Dragør",
    about: "Father of three, baker by night. Bread hangs on the door handle when I have been past.",
};

/// Hosts in Cape Town.
pub const NOMONDE: Person = Person {
    first_name: "Nomonde",
    last_name: "Sigwela",
    email: "nomonde@example.com",
    phone: "+27 21 555 0120",
    home_location: "Langa, Cape Town",
    about: "Choir leader, retired nurse, aunt to half the street. I answer messages after rehearsal.",
};
pub const FAEEZA: Person = Person {
    first_name: "Faeeza",
    last_name: "Davids",
    email: "faeeza@example.com",
    phone: "+27 21 555 0121",
    home_location: "Bo-Kaap, Cape Town",
    about: "My family has been in Bo-Kaap for six generations. Ask me about the paint before you ask me about the food.",
};
pub const PIETER: Person = Person {
    first_name: "Pieter",
    last_name: "Louw",
    email: "pieter@example.com",
    phone: "+27 21 555 0122",
    home_location: "Constantia, Cape Town",
    about: "I grow grapes for other people's wine, and honey for my own toast.",
};

/// Hosts in Montréal.
pub const GENEVIEVE: Person = Person {
    first_name: "Geneviève",
    last_name: "Tremblay",
    email: "genevieve@example.com",
    phone: "+1 514 555 0123",
    home_location: "Le Plateau, Montréal",
    about: "Comédienne, which means I own many coats and know every café with a socket. Je réponds en français ou en anglais.",
};
pub const OLIVIER: Person = Person {
    first_name: "Olivier",
    last_name: "Lachance",
    email: "olivier@example.com",
    phone: "+1 514 555 0124",
    home_location: "Verdun, Montréal",
    about: "Bicycle mechanic from April to November, snow shoveller the rest of the year.",
};

/// Hosts in Buenos Aires.
pub const HORACIO: Person = Person {
    first_name: "Horacio",
    last_name: "Bianchi",
    email: "horacio@example.com",
    phone: "+54 11 5555 0125",
    home_location: "San Telmo, Buenos Aires",
    about: "I sold antiques in San Telmo for thirty years. What I could not sell is now in the flats.",
};
pub const CAROLINA: Person = Person {
    first_name: "Carolina",
    last_name: "Etchegaray",
    email: "carolina@example.com",
    phone: "+54 11 5555 0126",
    home_location: "Tigre, Buenos Aires",
    about: "Landscape architect. Half the week on the river, half the week in the city, mud on both pairs of shoes.",
};

/// Hosts in Marrakech.
pub const YOUSSEF: Person = Person {
    first_name: "Youssef",
    last_name: "Aït Lahcen",
    email: "youssef@example.com",
    phone: "+212 524 55 01 27",
    home_location: "Médina, Marrakech",
    about: "Plasterer like my father. I rebuilt my grandmother's riad by hand and then could not stop.",
};
pub const KHADIJA: Person = Person {
    first_name: "خديجة",
    last_name: "الفاسي",
    email: "khadija@example.com",
    phone: "+212 524 55 01 28",
    home_location: "كليز، مراكش",
    about: "I teach chemistry and cook on Fridays. أهلا وسهلا بكم في بيتنا.",
};

/// Hosts in Istanbul.
pub const DEFNE: Person = Person {
    first_name: "Defne",
    last_name: "Aksoy",
    email: "defne@example.com",
    phone: "+90 212 555 01 29",
    home_location: "Cihangir, İstanbul",
    about: "Film editor. I know which ferry has the good tea and which bench has the shade at four.",
};
pub const MURAT: Person = Person {
    first_name: "Murat",
    last_name: "Yıldız",
    email: "murat@example.com",
    phone: "+90 216 555 01 30",
    home_location: "Kuzguncuk, İstanbul",
    about: "Fourth generation in a wooden house that needs painting every second year. This is a second year.",
};

/// Hosts in Hoi An.
pub const THAO: Person = Person {
    first_name: "Thảo",
    last_name: "Nguyễn",
    email: "thao@example.com",
    phone: "+84 235 555 0131",
    home_location: "Cẩm Châu, Hội An",
    about: "Tailor's daughter. My mother will want to measure you; you may say no once.",
};
pub const MINH: Person = Person {
    first_name: "Minh",
    last_name: "Trần",
    email: "minh@example.com",
    phone: "+84 235 555 0132",
    home_location: "Cẩm Thanh, Hội An",
    about: "I grow vegetables and pull a basket boat. My English is from the radio.",
};

/// Hosts in Auckland.
pub const AROHA: Person = Person {
    first_name: "Aroha",
    last_name: "Parata",
    email: "aroha@example.com",
    phone: "+64 9 555 0133",
    home_location: "Devonport, Auckland",
    about: "Marine engineer on the ferries. Nau mai, haere mai. I am home on the 17:45 boat.",
};
pub const GREG: Person = Person {
    first_name: "Greg",
    last_name: "Whitcombe",
    email: "greg@example.com",
    phone: "+64 9 555 0134",
    home_location: "Titirangi, Auckland",
    about: "Potter, beekeeper, poor fisherman. Three of those words are a warning about the state of my van.",
};

/// Hosts in Amman.
pub const RANA: Person = Person {
    first_name: "رنا",
    last_name: "الخطيب",
    email: "rana@example.com",
    phone: "+962 6 555 0135",
    home_location: "اللويبدة، عمّان",
    about: "I run a small bookshop in Weibdeh. The flats are above, below and beside it.",
};
pub const BASEL: Person = Person {
    first_name: "Basel",
    last_name: "Qaqish",
    email: "basel@example.com",
    phone: "+962 6 555 0136",
    home_location: "Wadi as-Seer, Amman",
    about: "Engineer in the week, olives and goats from Thursday night.",
};
