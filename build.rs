//! Embeds everything below `assets/` (but the recipe) in a fixed order, and stamps a digest.
//!
//! Tables and shapes are parsed here and travel as `MessagePack`, coordinates as differences of whole numbers: the
//! program has read them before a window is there. `src/world/load/packed.rs` is the other end, and `tests/facts` demands
//! that both ways lead to the same world.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

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
        let packed = pack(&name, &bytes).map_err(|error| io::Error::other(format!("assets/{name}: {error}")))?;
        let (name, file) = match packed {
            Some(packed) => {
                let path = out.join(format!("{}.pack", name.replace('/', "-")));
                fs::write(&path, packed)?;
                (format!("{name}.pack"), path)
            }
            None => (name, file.clone()),
        };
        writeln!(table, "    ({name:?}, include_bytes!({:?})),", file.display().to_string())
            .map_err(io::Error::other)?;
    }
    table.push_str("]\n");
    fs::write(out.join("assets.rs"), table)?;
    println!("cargo::rustc-env=OTS_ATLAS_DIGEST={:016x}", digest.0);
    Ok(())
}

/// A table of facts or a collection of features in the form in which it travels; none for what travels as it is.
fn pack(name: &str, bytes: &[u8]) -> Result<Option<Vec<u8>>, Box<dyn std::error::Error>> {
    let text = || std::str::from_utf8(bytes);
    Ok(if name.starts_with("facts/") {
        Some(rmp_serde::to_vec(&toml::from_str::<toml::Table>(text()?)?)?)
    } else if name.ends_with(".geojson") {
        Some(rmp_serde::to_vec_named(&serde_json::from_str::<Collection>(text()?)?.features)?)
    } else {
        None
    })
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize, Serialize)]
struct Feature {
    id: Option<String>,
    properties: Value,
    geometry: Geometry,
}

#[derive(Deserialize, Serialize)]
struct Geometry {
    r#type: String,
    #[serde(serialize_with = "coordinates")]
    coordinates: Value,
}

/// Writes coordinates as bytes: how deep they are nested, the decimals of a number, for more than a point the lower left and
/// upper right of the box around them, then from the outside to the inside how many parts there are, and for each position
/// the steps from the one before it in units of the last decimal.
fn coordinates<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    let mut packer = Packer { bytes: Vec::new(), decimals: decimals(value), at: [0, 0] };
    let depth = depth(value);
    packer.bytes.extend([depth, packer.decimals]);
    if depth > 1 {
        let mut bounds = [[f64::INFINITY; 2], [f64::NEG_INFINITY; 2]];
        span(value, &mut bounds);
        // Lines without positions have a box that is turned round.
        let corners = if bounds[0][0] > bounds[1][0] { [[1, 1], [0, 0]].map(|at| at.map(f64::from)) } else { bounds };
        for corner in corners {
            packer.nest(&corner.to_vec().into(), 1).map_err(serde::ser::Error::custom)?;
        }
        packer.at = [0, 0];
    }
    packer.nest(value, depth).map_err(serde::ser::Error::custom)?;
    serializer.serialize_bytes(&packer.bytes)
}

/// Makes a box large enough for all positions.
fn span(value: &Value, bounds: &mut [[f64; 2]; 2]) {
    let Some(parts) = value.as_array() else { return };
    if depth(value) > 1 {
        parts.iter().for_each(|part| span(part, bounds));
        return;
    }
    for (axis, number) in parts.iter().take(2).filter_map(Value::as_f64).enumerate() {
        bounds[0][axis] = bounds[0][axis].min(number);
        bounds[1][axis] = bounds[1][axis].max(number);
    }
}

/// How deep coordinates are nested: 0 for a number, 1 for a position.
fn depth(value: &Value) -> u8 {
    value.as_array().map_or(0, |parts| 1 + parts.first().map_or(0, depth))
}

/// The most decimals of any number in there.
fn decimals(value: &Value) -> u8 {
    match value {
        Value::Array(parts) => parts.iter().map(decimals).max().unwrap_or(0),
        number => number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len() as u8),
    }
}

struct Packer {
    bytes: Vec<u8>,
    decimals: u8,
    at: [i64; 2],
}

impl Packer {
    fn nest(&mut self, value: &Value, depth: u8) -> Result<(), String> {
        let uneven = || "coordinates are nested unevenly".to_owned();
        let parts = value.as_array().ok_or_else(uneven)?;
        if depth == 1 {
            let unit = 10_f64.powi(self.decimals.into());
            let [lon, lat, ..] = parts.as_slice() else { return Err(uneven()) };
            for (axis, part) in [lon, lat].into_iter().enumerate() {
                let number = part.as_f64().ok_or_else(uneven)?;
                let steps = (number * unit).round() as i64;
                // Divided again it is the very number that the text says.
                if steps as f64 / unit != number {
                    return Err(format!("the coordinate {part} is written with too many digits, or with an exponent"));
                }
                let step = steps - self.at[axis];
                self.at[axis] = steps;
                self.number((step << 1 ^ step >> 63) as u64);
            }
            return Ok(());
        }
        self.number(parts.len() as u64);
        parts.iter().try_for_each(|part| self.nest(part, depth - 1))
    }

    /// A whole number in groups of seven bits, the lowest first (LEB128).
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
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
