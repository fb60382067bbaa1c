//! For looking: writes drawings side by side as PNG. `cargo run -p server --example contact_sheet -- OUT.png WIDTH COLUMNS
//! SPEC…`, such as `sheet.png 480 4 cottage-gb-2b0a-1-outside cottage-gb-2b0a-1-bedroom`.

use std::{error::Error, fs::File, io::BufWriter};

use server::drawings::{Spec, webp};

const GAP: usize = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let mut word = || words.next().ok_or("OUT.png WIDTH COLUMNS SPEC…");
    let (out, width, columns) = (word()?, word()?.parse::<u32>()?, word()?.parse::<usize>()?);
    let specs: Vec<Spec> = words.map(|word| word.parse()).collect::<Result<_, _>>()?;
    let (wide, high) = (width as usize, (width * 2).div_ceil(3) as usize);
    let rows = specs.len().div_ceil(columns);
    let (all_wide, all_high) = (columns * (wide + GAP), rows * (high + GAP));
    let mut sheet = vec![250_u8; all_wide * all_high * 3];
    for (index, spec) in specs.iter().enumerate() {
        let packed = webp(spec, width)?;
        println!("{spec}: {} bytes", packed.len());
        let picture = webp::Decoder::new(&packed).decode().ok_or("no WebP")?;
        let (left, top) = (
            index % columns * (wide + GAP),
            index / columns * (high + GAP),
        );
        for (row, line) in picture.chunks_exact(wide * 3).take(high).enumerate() {
            let from = ((top + row) * all_wide + left) * 3;
            sheet[from..from + line.len()].copy_from_slice(line);
        }
    }
    let mut encoder = png::Encoder::new(
        BufWriter::new(File::create(out)?),
        all_wide as u32,
        all_high as u32,
    );
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header()?.write_image_data(&sheet)?;
    Ok(())
}
