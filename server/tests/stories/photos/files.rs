//! Pictures to be uploaded, right and wrong ones.

use png::{BitDepth, ColorType};

/// PNG of any kind, with the same byte everywhere but in its first rows.
pub fn png(width: u32, height: u32, colour: ColorType, depth: BitDepth) -> Vec<u8> {
    png_with(width, height, colour, depth, |_| {})
}

pub fn png_with(
    width: u32,
    height: u32,
    colour: ColorType,
    depth: BitDepth,
    change: impl FnOnce(&mut png::Info<'_>),
) -> Vec<u8> {
    let mut info = png::Info::with_size(width, height);
    (info.color_type, info.bit_depth) = (colour, depth);
    if colour == ColorType::Indexed {
        info.palette = Some(vec![200, 30, 30, 30, 200, 30, 30, 30, 200, 9, 9, 9].into());
    }
    change(&mut info);
    let frames = info
        .animation_control
        .map_or(1, |animation| animation.num_frames);
    let bits = colour.samples() * depth as usize;
    let row = (width as usize * bits).div_ceil(8);
    let mut file = Vec::new();
    let encoder = png::Encoder::with_info(&mut file, info).expect("a PNG");
    let mut writer = encoder.write_header().expect("a header");
    for frame in 0..frames {
        let fill = 0b0110_1100 ^ frame as u8;
        writer
            .write_image_data(&vec![fill; row * height as usize])
            .expect("pixels");
    }
    writer.finish().expect("an end");
    file
}

/// A grey PNG whose rows come in seven passes, as an interlaced one's: ours is all of one colour, so every pass is too.
pub fn interlaced(side: u32) -> Vec<u8> {
    use std::io::Write;
    let passes = [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];
    let mut rows = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for (left, top, right, down) in passes {
        let many = |from: u32, step: u32| side.saturating_sub(from).div_ceil(step);
        for _ in 0..if many(left, right) == 0 {
            0
        } else {
            many(top, down)
        } {
            let row = vec![0x55; many(left, right) as usize];
            rows.write_all(&[&[0][..], &row].concat()).expect("a row");
        }
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = side.to_be_bytes();
    chunk(
        &mut file,
        b"IHDR",
        &[&size[..], &size, &[8, 0, 0, 0, 1]].concat(),
    );
    chunk(&mut file, b"IDAT", &rows.finish().expect("rows"));
    chunk(&mut file, b"IEND", &[]);
    file
}

/// A PNG of few bytes that says it has so many pixels: what a decoder would make room for.
pub fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(
        &mut file,
        b"IHDR",
        &[
            &width.to_be_bytes()[..],
            &height.to_be_bytes(),
            &[8, 6, 0, 0, 0],
        ]
        .concat(),
    );
    chunk(&mut file, b"IDAT", &[0; 100]);
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, name: &[u8], data: &[u8]) {
    let named = [name, data].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    file.extend((data.len() as u32).to_be_bytes());
    file.extend(&named);
    file.extend(sum.sum().to_be_bytes());
}

/// A WebP of stripes: lossless ones keep them exactly.
pub fn webp(width: u32, height: u32, lossless: bool) -> Vec<u8> {
    let row = (0..width).flat_map(|x| [(x % 251) as u8, 80, 160]);
    let rgb: Vec<u8> = row.collect::<Vec<u8>>().repeat(height as usize);
    let file = webp::Encoder::from_rgb(&rgb, width, height).encode_simple(lossless, 80.0);
    file.expect("a WebP").to_vec()
}

/// The beginning of a lossless WebP of this size: all that is looked at before it is refused.
pub fn webp_head(width: u32, height: u32) -> Vec<u8> {
    let size = (width - 1) | (height - 1) << 14;
    let mut file = b"RIFF\x12\0\0\0WEBPVP8L\x06\0\0\0\x2f".to_vec();
    file.extend(size.to_le_bytes());
    file.push(0);
    file
}

pub fn see_through(width: u32, height: u32, lossless: bool) -> Vec<u8> {
    let rgba = [10, 20, 30, 0].repeat((width * height) as usize);
    let file = webp::Encoder::from_rgba(&rgba, width, height).encode_simple(lossless, 80.0);
    file.expect("a WebP").to_vec()
}

pub fn animated_webp() -> Vec<u8> {
    let config = webp::WebPConfig::new().expect("settings");
    let mut encoder = webp::AnimEncoder::new(32, 32, &config);
    let frames: Vec<Vec<u8>> = [20, 200]
        .iter()
        .map(|grey| vec![*grey; 32 * 32 * 3])
        .collect();
    for (frame, at) in frames.iter().zip([0, 500]) {
        encoder.add_frame(webp::AnimFrame::from_rgb(frame, 32, 32, at));
    }
    encoder.encode().to_vec()
}

/// Without its last quarter.
pub fn cut(mut file: Vec<u8>) -> Vec<u8> {
    file.truncate(file.len() * 3 / 4);
    file
}
