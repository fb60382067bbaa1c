//! Writes JPEG files of any size in little time and memory: eight by eight pixels of one colour with a little structure,
//! baseline or progressive, in grey, colour or ink. Enough for a decoder to do all its work.

/// How the samples are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Baseline,
    Progressive,
}

/// What is written.
#[derive(Debug, Clone)]
pub struct Jpeg {
    pub width: u16,
    pub height: u16,
    pub mode: Mode,
    /// 1 grey, 3 colour, 4 ink.
    pub components: u8,
    /// Half as many samples of colour in both directions, as cameras do.
    pub subsampled: bool,
    /// Coefficients beside the first in every block: more of them make a larger file.
    pub structure: u8,
    /// EXIF orientation.
    pub orientation: Option<u8>,
}

impl Jpeg {
    pub fn new(width: u16, height: u16) -> Self {
        Self {
            width,
            height,
            mode: Mode::Baseline,
            components: 3,
            subsampled: true,
            structure: 2,
            orientation: None,
        }
    }

    pub fn progressive(mut self) -> Self {
        self.mode = Mode::Progressive;
        self
    }

    pub fn write(&self) -> Vec<u8> {
        let mut file = vec![0xff, 0xd8];
        if let Some(orientation) = self.orientation {
            let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
            exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
            segment(&mut file, 0xe1, &exif);
        }
        if self.components == 4 {
            segment(&mut file, 0xee, b"Adobe\0\x64\0\0\0\0\0");
        }
        segment(&mut file, 0xdb, &[&[0][..], &[8; 64]].concat());
        self.frame(&mut file);
        tables(&mut file);
        match self.mode {
            Mode::Baseline => self.scan(&mut file, &self.all(), 0, 63),
            Mode::Progressive => {
                self.scan(&mut file, &self.all(), 0, 0);
                for component in self.all() {
                    self.scan(&mut file, &[component], 1, 63);
                }
            }
        }
        file.extend([0xff, 0xd9]);
        file
    }

    fn all(&self) -> Vec<u8> {
        (0..self.components).collect()
    }

    /// Samples across and down in a unit, the same in both directions.
    fn factor(&self, component: u8) -> u32 {
        if component == 0 && self.subsampled && self.components == 3 {
            2
        } else {
            1
        }
    }

    fn frame(&self, file: &mut Vec<u8>) {
        let marker = match self.mode {
            Mode::Baseline => 0xc0,
            Mode::Progressive => 0xc2,
        };
        let [h1, h2] = self.height.to_be_bytes();
        let [w1, w2] = self.width.to_be_bytes();
        let mut frame = vec![8, h1, h2, w1, w2, self.components];
        for component in self.all() {
            let factor = self.factor(component) as u8;
            frame.extend([component + 1, factor << 4 | factor, 0]);
        }
        segment(file, marker, &frame);
    }

    fn scan(&self, file: &mut Vec<u8>, components: &[u8], from: u8, to: u8) {
        let mut head = vec![components.len() as u8];
        for component in components {
            head.extend([component + 1, 0]);
        }
        head.extend([from, to, 0]);
        segment(file, 0xda, &head);
        let mut bits = Bits::new(file);
        let mut before = [0_i32; 4];
        let unit = 8 * self.factor(0);
        let (width, height) = (u32::from(self.width), u32::from(self.height));
        if let ([component], 1..) = (components, from) {
            // A scan of one component has only the blocks that hold pixels of it.
            let size = 8 * self.factor(0) / self.factor(*component);
            for _ in 0..width.div_ceil(size) * height.div_ceil(size) {
                bits.structure(self.structure);
            }
        } else {
            for y in 0..height.div_ceil(unit) {
                for x in 0..width.div_ceil(unit) {
                    for component in components {
                        for _ in 0..self.factor(*component).pow(2) {
                            let value = colour(x, y, *component);
                            bits.first(
                                value
                                    - std::mem::replace(
                                        &mut before[usize::from(*component)],
                                        value,
                                    ),
                            );
                            if to > 0 {
                                bits.structure(self.structure);
                            }
                        }
                    }
                }
            }
        }
        bits.end();
    }
}

/// Between -100 and 100.
fn colour(x: u32, y: u32, component: u8) -> i32 {
    let wave = (x + 2 * y) * (u32::from(component) + 1) / 4 % 200;
    wave as i32 - 100
}

fn segment(file: &mut Vec<u8>, marker: u8, data: &[u8]) {
    file.extend([0xff, marker]);
    file.extend((data.len() as u16 + 2).to_be_bytes());
    file.extend(data);
}

/// Codes of four bits for first coefficients, of five for the others.
const AFTER: [u8; 11] = [
    0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x11, 0xf0,
];

fn tables(file: &mut Vec<u8>) {
    let lengths = |bits: usize, many: usize| {
        (1..=16).map(move |length| if length == bits { many as u8 } else { 0 })
    };
    let first: Vec<u8> = [0].into_iter().chain(lengths(4, 12)).chain(0..12).collect();
    let after: Vec<u8> = [0x10]
        .into_iter()
        .chain(lengths(5, AFTER.len()))
        .chain(AFTER)
        .collect();
    segment(file, 0xc4, &first);
    segment(file, 0xc4, &after);
}

struct Bits<'a> {
    file: &'a mut Vec<u8>,
    kept: u32,
    many: u32,
}

impl<'a> Bits<'a> {
    fn new(file: &'a mut Vec<u8>) -> Self {
        Self {
            file,
            kept: 0,
            many: 0,
        }
    }

    fn put(&mut self, value: u32, bits: u32) {
        self.kept = self.kept << bits | value;
        self.many += bits;
        while self.many >= 8 {
            self.many -= 8;
            let byte = (self.kept >> self.many) as u8;
            self.file.push(byte);
            if byte == 0xff {
                self.file.push(0);
            }
        }
        self.kept &= (1 << self.many) - 1;
    }

    /// The difference of a first coefficient.
    fn first(&mut self, difference: i32) {
        let size = 32 - difference.unsigned_abs().leading_zeros();
        self.put(size, 4);
        let low = if difference < 0 {
            difference - 1
        } else {
            difference
        };
        self.put(low as u32 & ((1 << size) - 1), size);
    }

    /// So many small coefficients, and the end of the block.
    fn structure(&mut self, many: u8) {
        for index in 0..many {
            // A value of one bit: 1 or -1.
            self.put(1, 5);
            self.put(u32::from(index % 2), 1);
        }
        self.put(0, 5);
    }

    fn end(&mut self) {
        if self.many > 0 {
            let missing = 8 - self.many;
            self.put((1 << missing) - 1, missing);
        }
    }
}
