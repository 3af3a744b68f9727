//! Embeds everything below `assets/` (but the recipe) in a fixed order, the largest files deflated, and stamps a digest.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use flate2::{Compression, read::ZlibEncoder};

/// Text of more bytes than this is deflated: the base map at 1:10 million, which a thread reads.
const LARGE: usize = 1 << 20;

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("assets");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=build.rs");
    // The table holds whole paths: another copy of the project may share the folder of the build.
    println!("cargo::rerun-if-env-changed=CARGO_MANIFEST_DIR");

    let mut files = Vec::new();
    walk(&root, &mut files)?;
    files.sort();

    let mut table = String::from("&[\n");
    let mut digest = Fnv::new();
    for file in &files {
        let name = file.strip_prefix(&root).map_err(io::Error::other)?.to_string_lossy().replace('\\', "/");
        digest.write(name.as_bytes());
        let bytes = fs::read(file)?;
        digest.write(&bytes);
        let (name, file) = if bytes.len() > LARGE && name.ends_with(".geojson") {
            let packed = out.join(format!("{}.z", name.replace('/', "-")));
            io::copy(&mut ZlibEncoder::new(&*bytes, Compression::best()), &mut fs::File::create(&packed)?)?;
            (format!("{name}.z"), packed)
        } else {
            (name, file.clone())
        };
        writeln!(table, "    ({name:?}, include_bytes!({:?})),", file.display().to_string())
            .map_err(io::Error::other)?;
    }
    table.push_str("]\n");
    fs::write(out.join("assets.rs"), table)?;
    println!("cargo::rustc-env=OTS_ATLAS_DIGEST={:016x}", digest.0);
    Ok(())
}

/// Collects the files below a folder; the recipe makes assets and is not one.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "recipe") {
                walk(&path, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Fowler–Noll–Vo 1a in 64 bits: tells editions apart, is no protection against malice.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
