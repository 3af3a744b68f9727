//! The least that an export can take: reads what the program holds and encodes the pixels of a picture at the fast level.
//! Prints the processor time of that in microseconds; see `benches/export`.

use std::fs;
use std::io::BufReader;

use ots_atlas::world::{self, Files, Geography, Land};

fn main() {
    #[expect(
        clippy::expect_used,
        clippy::print_stdout,
        reason = "a measurement may fail loudly, and prints what it is for"
    )]
    {
        let file = std::env::args().nth(1).expect("the picture to encode is named");
        let decoder = png::Decoder::new(BufReader::new(fs::File::open(file).expect("the picture can be opened")));
        let mut reader = decoder.read_info().expect("the picture can be read");
        let mut pixels = vec![0; reader.output_buffer_size().expect("the picture fits into memory")];
        let info = reader.next_frame(&mut pixels).expect("the picture can be read");
        let before = spent();
        let (world, near) = (world::embedded().world, world::load_near(&Files::Embedded).0);
        let positions = positions(&world.geography.far, &world.geography) + positions(&near, &Geography::default());
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, info.width, info.height);
        encoder.set_color(info.color_type);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header().expect("the picture can be encoded");
        writer.write_image_data(&pixels).expect("the picture can be encoded");
        writer.finish().expect("the picture can be encoded");
        let spent = (spent() - before) / 1000;
        assert!(!bytes.is_empty() && !world.segments.is_empty() && positions > 100_000);
        println!("{spent}");
    }
}

/// Unpacks all shapes; how many positions they have.
fn positions(land: &Land, geography: &Geography) -> usize {
    let lines = land.boundaries.iter().flat_map(|boundary| &boundary.lines);
    let water = geography.lakes.iter().chain(&geography.rivers).flat_map(|water| &water.parts);
    land.areas.values().flatten().chain(lines).chain(water).flatten().map(Vec::len).sum()
}

/// Processor time of this thread in nanoseconds.
#[cfg(unix)]
fn spent() -> i64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The same where a thread has no clock of its own: time on the wall.
#[cfg(not(unix))]
fn spent() -> i64 {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    i64::try_from(since.as_nanos()).unwrap_or_default()
}
