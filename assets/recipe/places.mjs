// Makes places.geojson: capitals, cities of the OTS states and names of seas, from our own tables of names and the 10m
// populated places of Natural Earth, which give the points but lost every letter that is not ASCII.
import fs from 'node:fs';
import path from 'node:path';
import * as g from './geometry.mjs';
import { table } from './table.mjs';

const here = path.dirname(new URL(import.meta.url).pathname);
const [work, out] = process.argv.slice(2);
const LANGUAGES = ['en', 'az', 'kk', 'ky', 'tr', 'uz', 'tk', 'hu', 'ru'];
const round = g.rounder(5);
const names = (row) => Object.fromEntries(LANGUAGES.filter((l) => row[l]).map((l) => [l, row[l]]));
const own = (row) => [Number(row.lon), Number(row.lat)];

const points = new Map();
for (const f of JSON.parse(fs.readFileSync(path.join(work, 'populated_places_simple.json'), 'utf8')).features) {
  const k = `${f.properties.nameascii}/${f.properties.adm0_a3}`;
  if (points.has(k)) points.set(k, null); // two places of one name: neither may be used
  else points.set(k, f.geometry.coordinates);
}

function pointOf(row) {
  const at = row.source === 'own' ? own(row) : points.get(row.source);
  if (!at) throw new Error(`no single place called ${row.source}`);
  return at.map(round);
}

const feature = (properties, coordinates) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } });
const places = table(path.join(here, 'places.csv')).map((row) =>
  feature({ name: names(row), ...(row.local ? { local: row.local } : {}), kind: row.kind, country: row.country, rank: Number(row.rank) }, pointOf(row)),
);
const seas = table(path.join(here, 'seas.csv')).map((row) =>
  feature({ name: names(row), kind: 'sea', rank: Number(row.rank) }, own(row)),
);
fs.writeFileSync(path.join(out, 'places.geojson'), g.collection([...places, ...seas]));
