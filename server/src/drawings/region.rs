//! What houses are made of in a part of the world, and what grows and rises behind them.

/// Lightness, chroma, hue in degrees.
pub type Paint = (f32, f32, f32);

/// A way of building. Named for what one sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Region {
    /// Edinburgh: tenements of stone, slate, chimney pots.
    Stone,
    /// Lisbon: painted plaster and glazed tiles on hills.
    Tiles,
    /// Kyoto: timber, lattices, roofs of grey tile.
    Machiya,
    /// Mexico City: flat roofs, strong colours, jacaranda.
    Colour,
    /// Cape Town: white and pastel under a table of rock.
    Cape,
    /// Montréal: brick, and stairs outside.
    Stairs,
    /// Copenhagen: gables at the water.
    Harbour,
    /// Buenos Aires, Paris: mansards, French windows, iron balconies.
    Balconies,
    /// New York: brownstones, stoops, fire escapes.
    Brownstone,
    /// Marrakesh: earth walls, horseshoe arches, palms.
    Riad,
    /// Sydney, Auckland: weatherboard, verandah, iron roof.
    Verandah,
    /// The Aegean: white cubes over the sea.
    Islands,
    /// The Alps: wide eaves, dark wood, mountains.
    Alpine,
    /// Where it is always warm: shutters, deep eaves, palms.
    Tropics,
    /// Anywhere else.
    Temperate,
}

/// How a roof ends the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roof {
    Slope,
    Gable,
    Flat,
    Mansard,
    Eaves,
    Curved,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    Sash,
    Casement,
    Shuttered,
    Lattice,
    French,
    Arched,
    Grid,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tree {
    Round,
    Birch,
    Poplar,
    Fir,
    Stone,
    Cypress,
    Palm,
    Blossom,
    Jacaranda,
    Gum,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    Crags,
    Hills,
    Table,
    Peaks,
    Volcano,
    Towers,
    Spires,
    Sea,
    Dunes,
    Pagoda,
}

pub struct Place {
    pub walls: &'static [Paint],
    pub roofs: &'static [Paint],
    pub doors: &'static [Paint],
    pub trim: Paint,
    pub roof: Roof,
    pub panes: &'static [Pane],
    pub trees: &'static [Tree],
    pub distance: &'static [Distance],
    /// Whether it snows, and whether leaves fall.
    pub winter: bool,
    pub storeys: (f32, f32),
}

impl Region {
    /// By ISO 3166 code in small letters.
    pub fn of(country: &str) -> Self {
        match country {
            "gb" | "ie" | "im" | "je" => Self::Stone,
            "pt" | "br" | "cv" => Self::Tiles,
            "jp" | "kr" | "cn" | "tw" => Self::Machiya,
            "mx" | "gt" | "co" | "cu" | "pe" | "ec" | "bo" | "cr" | "pa" => Self::Colour,
            "za" | "na" | "bw" | "mu" | "zw" => Self::Cape,
            "ca" => Self::Stairs,
            "dk" | "nl" | "se" | "no" | "fi" | "is" | "be" | "ee" | "lv" | "lt" | "pl" => Self::Harbour,
            "ar" | "fr" | "uy" | "cl" | "es" | "lu" => Self::Balconies,
            "us" => Self::Brownstone,
            "ma" | "eg" | "tn" | "dz" | "ae" | "jo" | "om" | "qa" | "sa" | "il" | "tr" => Self::Riad,
            "au" | "nz" => Self::Verandah,
            "gr" | "cy" | "mt" | "hr" | "it" | "me" | "al" => Self::Islands,
            "ch" | "at" | "li" | "si" | "sk" => Self::Alpine,
            "th" | "id" | "in" | "lk" | "vn" | "ph" | "my" | "sg" | "kh" | "ke" | "tz" | "gh" | "ng" | "sn" | "do" | "jm" | "bz" | "hk" => {
                Self::Tropics
            }
            _ => Self::Temperate,
        }
    }

    pub fn place(self) -> &'static Place {
        match self {
            Self::Stone => &STONE,
            Self::Tiles => &TILES,
            Self::Machiya => &MACHIYA,
            Self::Colour => &COLOUR,
            Self::Cape => &CAPE,
            Self::Stairs => &STAIRS,
            Self::Harbour => &HARBOUR,
            Self::Balconies => &BALCONIES,
            Self::Brownstone => &BROWNSTONE,
            Self::Riad => &RIAD,
            Self::Verandah => &VERANDAH,
            Self::Islands => &ISLANDS,
            Self::Alpine => &ALPINE,
            Self::Tropics => &TROPICS,
            Self::Temperate => &TEMPERATE,
        }
    }
}

const SLATE: Paint = (0.45, 0.025, 255.0);
const CLAY: Paint = (0.60, 0.12, 42.0);
const TIN: Paint = (0.66, 0.03, 220.0);
const CREAM: Paint = (0.95, 0.02, 85.0);
const WHITE: Paint = (0.96, 0.01, 95.0);

const STONE: Place = Place {
    walls: &[
        (0.73, 0.04, 75.0),
        (0.60, 0.03, 60.0),
        (0.79, 0.055, 80.0),
        (0.66, 0.065, 48.0),
        (0.84, 0.035, 85.0),
        (0.55, 0.02, 250.0),
        (0.92, 0.015, 90.0),
    ],
    roofs: &[SLATE, (0.38, 0.03, 260.0), (0.50, 0.03, 300.0)],
    doors: &[(0.40, 0.09, 255.0), (0.48, 0.15, 27.0), (0.40, 0.08, 160.0), (0.80, 0.14, 85.0), (0.33, 0.02, 260.0)],
    trim: CREAM,
    roof: Roof::Slope,
    panes: &[Pane::Sash],
    trees: &[Tree::Round, Tree::Birch, Tree::Blossom, Tree::Round],
    distance: &[Distance::Crags, Distance::Spires, Distance::Hills],
    winter: true,
    storeys: (3.0, 4.9),
};
const TILES: Place = Place {
    walls: &[
        (0.95, 0.015, 90.0),
        (0.70, 0.08, 240.0),
        (0.85, 0.12, 85.0),
        (0.81, 0.08, 20.0),
        (0.77, 0.07, 165.0),
        (0.72, 0.12, 45.0),
        (0.88, 0.05, 70.0),
    ],
    roofs: &[CLAY, (0.64, 0.13, 46.0), (0.56, 0.11, 38.0)],
    doors: &[(0.42, 0.10, 160.0), (0.45, 0.12, 255.0), (0.50, 0.15, 28.0), (0.38, 0.05, 50.0)],
    trim: WHITE,
    roof: Roof::Eaves,
    panes: &[Pane::French, Pane::Casement],
    trees: &[Tree::Jacaranda, Tree::Stone, Tree::Palm, Tree::Round],
    distance: &[Distance::Sea, Distance::Hills, Distance::Spires],
    winter: false,
    storeys: (3.0, 4.9),
};
const MACHIYA: Place = Place {
    walls: &[(0.42, 0.035, 55.0), (0.80, 0.06, 80.0), (0.93, 0.012, 90.0), (0.56, 0.07, 55.0), (0.70, 0.06, 65.0), (0.36, 0.02, 60.0)],
    roofs: &[(0.48, 0.02, 245.0), (0.42, 0.025, 255.0), (0.54, 0.02, 200.0)],
    doors: &[(0.38, 0.10, 265.0), (0.48, 0.14, 28.0), (0.45, 0.08, 150.0), (0.62, 0.08, 60.0)],
    trim: (0.50, 0.05, 55.0),
    roof: Roof::Curved,
    panes: &[Pane::Lattice],
    trees: &[Tree::Blossom, Tree::Stone, Tree::Round, Tree::Blossom],
    distance: &[Distance::Pagoda, Distance::Hills, Distance::Hills],
    winter: true,
    storeys: (2.0, 2.0),
};
const COLOUR: Place = Place {
    walls: &[
        (0.73, 0.14, 42.0),
        (0.82, 0.13, 85.0),
        (0.56, 0.12, 255.0),
        (0.74, 0.12, 8.0),
        (0.64, 0.09, 165.0),
        (0.56, 0.14, 30.0),
        (0.90, 0.03, 85.0),
    ],
    roofs: &[CLAY, (0.70, 0.06, 60.0)],
    doors: &[(0.45, 0.11, 250.0), (0.42, 0.06, 50.0), (0.50, 0.10, 160.0), (0.82, 0.14, 85.0), (0.48, 0.15, 25.0)],
    trim: CREAM,
    roof: Roof::Flat,
    panes: &[Pane::Grid, Pane::French, Pane::Casement],
    trees: &[Tree::Jacaranda, Tree::Palm, Tree::Jacaranda, Tree::Round],
    distance: &[Distance::Volcano, Distance::Spires, Distance::Hills],
    winter: false,
    storeys: (1.0, 3.9),
};
const CAPE: Place = Place {
    walls: &[
        (0.96, 0.01, 90.0),
        (0.80, 0.10, 195.0),
        (0.84, 0.12, 120.0),
        (0.78, 0.12, 10.0),
        (0.78, 0.14, 60.0),
        (0.90, 0.04, 85.0),
        (0.70, 0.10, 250.0),
    ],
    roofs: &[TIN, (0.50, 0.03, 60.0), SLATE],
    doors: &[(0.42, 0.09, 160.0), (0.45, 0.10, 250.0), (0.40, 0.06, 50.0), (0.84, 0.14, 90.0)],
    trim: WHITE,
    roof: Roof::Flat,
    panes: &[Pane::Sash, Pane::Shuttered],
    trees: &[Tree::Stone, Tree::Palm, Tree::Gum],
    distance: &[Distance::Table, Distance::Table, Distance::Sea],
    winter: false,
    storeys: (1.0, 2.9),
};
const STAIRS: Place = Place {
    walls: &[(0.55, 0.11, 34.0), (0.72, 0.015, 250.0), (0.47, 0.07, 42.0), (0.68, 0.08, 55.0), (0.62, 0.03, 80.0)],
    roofs: &[SLATE, (0.50, 0.07, 180.0)],
    doors: &[(0.45, 0.10, 250.0), (0.45, 0.09, 160.0), (0.80, 0.13, 80.0), (0.48, 0.14, 28.0)],
    trim: CREAM,
    roof: Roof::Flat,
    panes: &[Pane::Sash, Pane::Grid],
    trees: &[Tree::Round, Tree::Birch, Tree::Round],
    distance: &[Distance::Hills, Distance::Spires, Distance::Towers],
    winter: true,
    storeys: (3.0, 3.0),
};
const HARBOUR: Place = Place {
    walls: &[
        (0.80, 0.12, 80.0),
        (0.56, 0.13, 32.0),
        (0.62, 0.08, 240.0),
        (0.93, 0.04, 90.0),
        (0.62, 0.07, 165.0),
        (0.72, 0.11, 50.0),
        (0.50, 0.12, 28.0),
    ],
    roofs: &[CLAY, (0.50, 0.08, 35.0), SLATE],
    doors: &[(0.40, 0.09, 160.0), (0.38, 0.08, 255.0), (0.48, 0.14, 28.0), (0.92, 0.02, 90.0)],
    trim: WHITE,
    roof: Roof::Slope,
    panes: &[Pane::Grid, Pane::Casement],
    trees: &[Tree::Birch, Tree::Round, Tree::Blossom],
    distance: &[Distance::Spires, Distance::Sea, Distance::Hills],
    winter: true,
    storeys: (3.0, 5.5),
};
const BALCONIES: Place = Place {
    walls: &[(0.91, 0.03, 85.0), (0.84, 0.015, 90.0), (0.83, 0.06, 35.0), (0.88, 0.05, 80.0), (0.76, 0.06, 60.0), (0.72, 0.09, 240.0)],
    roofs: &[(0.52, 0.03, 245.0), (0.44, 0.03, 260.0)],
    doors: &[(0.38, 0.08, 160.0), (0.36, 0.04, 50.0), (0.40, 0.08, 255.0), (0.46, 0.13, 28.0)],
    trim: CREAM,
    roof: Roof::Mansard,
    panes: &[Pane::French, Pane::French, Pane::Shuttered],
    trees: &[Tree::Jacaranda, Tree::Round, Tree::Poplar],
    distance: &[Distance::Spires, Distance::Towers, Distance::Hills],
    winter: false,
    storeys: (3.0, 5.5),
};
const BROWNSTONE: Place = Place {
    walls: &[(0.47, 0.065, 42.0), (0.53, 0.11, 34.0), (0.84, 0.03, 85.0), (0.42, 0.04, 45.0), (0.64, 0.09, 50.0), (0.90, 0.02, 90.0)],
    roofs: &[SLATE, (0.42, 0.05, 50.0)],
    doors: &[(0.36, 0.05, 50.0), (0.42, 0.09, 165.0), (0.46, 0.14, 27.0), (0.38, 0.08, 255.0)],
    trim: CREAM,
    roof: Roof::Flat,
    panes: &[Pane::Sash, Pane::Grid],
    trees: &[Tree::Round, Tree::Blossom, Tree::Birch],
    distance: &[Distance::Towers, Distance::Towers, Distance::Hills],
    winter: true,
    storeys: (3.0, 5.5),
};
const RIAD: Place = Place {
    walls: &[(0.72, 0.10, 45.0), (0.83, 0.065, 75.0), (0.66, 0.11, 38.0), (0.93, 0.03, 85.0), (0.78, 0.08, 60.0), (0.52, 0.14, 265.0)],
    roofs: &[(0.64, 0.09, 45.0), (0.55, 0.07, 165.0)],
    doors: &[(0.48, 0.13, 258.0), (0.45, 0.09, 165.0), (0.42, 0.07, 45.0), (0.60, 0.10, 200.0)],
    trim: (0.90, 0.04, 80.0),
    roof: Roof::Flat,
    panes: &[Pane::Arched, Pane::Lattice],
    trees: &[Tree::Palm, Tree::Cypress, Tree::Palm],
    distance: &[Distance::Dunes, Distance::Peaks, Distance::Spires],
    winter: false,
    storeys: (1.0, 3.5),
};
const VERANDAH: Place = Place {
    walls: &[
        (0.94, 0.015, 95.0),
        (0.80, 0.04, 150.0),
        (0.85, 0.04, 235.0),
        (0.86, 0.05, 40.0),
        (0.54, 0.04, 240.0),
        (0.90, 0.05, 90.0),
        (0.58, 0.10, 32.0),
    ],
    roofs: &[(0.52, 0.12, 30.0), TIN, (0.45, 0.05, 165.0), SLATE],
    doors: &[(0.44, 0.10, 165.0), (0.46, 0.14, 28.0), (0.42, 0.09, 250.0), (0.82, 0.14, 85.0)],
    trim: WHITE,
    roof: Roof::Gable,
    panes: &[Pane::Sash, Pane::Casement],
    trees: &[Tree::Gum, Tree::Palm, Tree::Jacaranda, Tree::Gum],
    distance: &[Distance::Sea, Distance::Hills, Distance::Volcano],
    winter: false,
    storeys: (1.0, 2.5),
};
const ISLANDS: Place = Place {
    walls: &[(0.97, 0.008, 95.0), (0.95, 0.02, 85.0), (0.86, 0.08, 80.0), (0.82, 0.08, 35.0), (0.76, 0.10, 48.0)],
    roofs: &[CLAY, (0.62, 0.12, 44.0)],
    doors: &[(0.48, 0.13, 250.0), (0.55, 0.10, 200.0), (0.45, 0.08, 160.0)],
    trim: (0.55, 0.11, 248.0),
    roof: Roof::Eaves,
    panes: &[Pane::Shuttered, Pane::Arched],
    trees: &[Tree::Cypress, Tree::Stone, Tree::Palm],
    distance: &[Distance::Sea, Distance::Sea, Distance::Hills],
    winter: false,
    storeys: (1.0, 3.2),
};
const ALPINE: Place = Place {
    walls: &[(0.94, 0.02, 90.0), (0.50, 0.07, 55.0), (0.42, 0.05, 50.0), (0.88, 0.06, 85.0)],
    roofs: &[(0.45, 0.05, 45.0), SLATE, (0.55, 0.10, 38.0)],
    doors: &[(0.44, 0.09, 150.0), (0.46, 0.13, 28.0), (0.40, 0.06, 50.0)],
    trim: (0.46, 0.07, 50.0),
    roof: Roof::Gable,
    panes: &[Pane::Shuttered, Pane::Casement],
    trees: &[Tree::Fir, Tree::Fir, Tree::Birch],
    distance: &[Distance::Peaks, Distance::Peaks, Distance::Crags],
    winter: true,
    storeys: (2.0, 3.5),
};
const TROPICS: Place = Place {
    walls: &[(0.94, 0.02, 90.0), (0.76, 0.09, 190.0), (0.86, 0.11, 88.0), (0.52, 0.07, 55.0), (0.80, 0.08, 25.0)],
    roofs: &[CLAY, (0.62, 0.07, 70.0), (0.45, 0.06, 45.0)],
    doors: &[(0.45, 0.09, 165.0), (0.42, 0.07, 50.0), (0.48, 0.12, 250.0)],
    trim: (0.45, 0.06, 50.0),
    roof: Roof::Eaves,
    panes: &[Pane::Shuttered, Pane::Lattice],
    trees: &[Tree::Palm, Tree::Palm, Tree::Stone],
    distance: &[Distance::Sea, Distance::Volcano, Distance::Hills],
    winter: false,
    storeys: (1.0, 2.9),
};
const TEMPERATE: Place = Place {
    walls: &[(0.93, 0.03, 88.0), (0.58, 0.11, 36.0), (0.84, 0.09, 80.0), (0.80, 0.05, 150.0), (0.82, 0.05, 30.0), (0.74, 0.05, 240.0)],
    roofs: &[CLAY, SLATE, (0.50, 0.09, 35.0)],
    doors: &[(0.42, 0.09, 165.0), (0.48, 0.14, 28.0), (0.42, 0.09, 250.0), (0.80, 0.13, 82.0)],
    trim: CREAM,
    roof: Roof::Slope,
    panes: &[Pane::Casement, Pane::Shuttered, Pane::Grid],
    trees: &[Tree::Round, Tree::Birch, Tree::Poplar, Tree::Blossom],
    distance: &[Distance::Hills, Distance::Spires, Distance::Crags],
    winter: true,
    storeys: (2.0, 4.5),
};
