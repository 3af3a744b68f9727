// Makes lakes.geojson and rivers.geojson from the 10m shapes of Natural Earth and our own table of names: the shapes lost
// every letter that is not ASCII. Lakes share no border with anything, so they may be simplified on their own.
import fs from 'node:fs';
import path from 'node:path';
import * as g from './geometry.mjs';
import { table } from './table.mjs';

const here = path.dirname(new URL(import.meta.url).pathname);
const [work, out] = process.argv.slice(2);
const LANGUAGES = ['en', 'az', 'kk', 'ky', 'tr', 'uz', 'tk', 'hu', 'ru'];
const NEAR = [4, 25, 101, 62];
const FAR = [-20, 12, 122, 72];
const round = g.rounder(3);
const shapes = (layer) => JSON.parse(fs.readFileSync(path.join(work, `${layer}.json`), 'utf8')).features;
const names = (row) => Object.fromEntries(LANGUAGES.filter((l) => row?.[l]).map((l) => [l, row[l]]));
const parts = (geometry, single) => (geometry.type === single ? [geometry.coordinates] : geometry.coordinates);

/** Douglas–Peucker on lon/lat with the longitudes drawn together; both ends stay. */
function simplify(line, tolerance) {
  const k = Math.cos((line[0][1] * Math.PI) / 180);
  const keep = new Set([0, line.length - 1]);
  const stack = [[0, line.length - 1]];
  while (stack.length) {
    const [from, to] = stack.pop();
    const [a, b] = [line[from], line[to]];
    const [dx, dy] = [(b[0] - a[0]) * k, b[1] - a[1]];
    let [far, at] = [tolerance, -1];
    for (let i = from + 1; i < to; i++) {
      const [x, y] = [(line[i][0] - a[0]) * k, line[i][1] - a[1]];
      const t = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy || 1)));
      const d = Math.hypot(x - t * dx, y - t * dy);
      if (d > far) [far, at] = [d, i];
    }
    if (at < 0) continue;
    keep.add(at);
    stack.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep.has(i)).map(([x, y]) => [round(x), round(y)]);
}

/** True when two edges of an open ring cross or one touches another's middle. */
function crosses(ring) {
  const side = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const between = (a, b, c) =>
    side(a, b, c) === 0 && (c[0] - a[0]) * (c[0] - b[0]) <= 0 && (c[1] - a[1]) * (c[1] - b[1]) <= 0;
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % n]];
    for (let j = i + 2; j < n - (i === 0 ? 1 : 0); j++) {
      const [c, d] = [ring[j], ring[(j + 1) % n]];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
      if (between(a, b, c) || between(a, b, d) || between(c, d, a) || between(c, d, b)) return true;
    }
  }
  return false;
}

/** Simplified open ring, cut in two at its vertex farthest from the first so that both halves have ends; or null. */
function simplifyRing(ring, tolerance, shell) {
  const open = ring.slice(0, -1);
  const distance = (p) => Math.hypot(p[0] - open[0][0], p[1] - open[0][1]);
  const far = open.reduce((best, p, i) => (distance(p) > distance(open[best]) ? i : best), 0);
  const halves = [open.slice(0, far + 1), [...open.slice(far), open[0]]].map((h) => simplify(h, tolerance));
  const [made] = g.tidyRing([...halves[0].slice(0, -1), ...halves[1].slice(0, -1)], round, shell, new Set())
    .sort((a, b) => Math.abs(g.signedArea(b)) - Math.abs(g.signedArea(a)));
  if (!made) return null;
  if (!crosses(made)) return made;
  if (tolerance < 1e-4) throw new Error(`a lake crosses itself at ${made[0]}`);
  return simplifyRing(ring, tolerance / 2, shell);
}

/** Area in square kilometres of a small open ring. */
const squareKm = (ring) =>
  (Math.abs(g.signedArea(ring)) / 2) * Math.cos((((g.bounds(ring)[1] + g.bounds(ring)[3]) / 2) * Math.PI) / 180) * 111.195 ** 2;

/** Least area in square kilometres of a lake of rank 0, 1, 2 …; the scalerank of the source says how well known it is. */
const RANKS = [10000, 3000, 1000, 400, 150];
const DROPPED = new Set(['Lop Nur', 'Lauwerszee', 'Syvash', 'IJsselmeer', 'Zalew Wislany', 'Kaliningradskiy Zaliv', 'Kakhovka Reservoir']); // dry, diked off, lagoons, or drained (June 2023)

function lakes() {
  const rows = new Map(table(path.join(here, 'lakes.csv')).map((r) => [r.source, r]));
  const seen = new Set();
  const made = [];
  for (const f of shapes('ocean')) {
    const source = f.properties.name ?? '';
    if (f.properties.featurecla || DROPPED.has(source)) continue; // the ocean itself has a class of its own
    const polygons = parts(f.geometry, 'Polygon')
      .map((p) => p.map((r, i) => simplifyRing(r, 0.004, i === 0)).filter(Boolean))
      .filter((p) => p.length && squareKm(p[0]) > 10)
      .map((p) => p.filter((r, i) => i === 0 || squareKm(r) > 5));
    if (!polygons.length || seen.has(JSON.stringify(polygons))) continue; // the source holds some lakes twice
    seen.add(JSON.stringify(polygons));
    const km2 = polygons.reduce((sum, p) => sum + squareKm(p[0]), 0);
    const box = g.bounds(polygons.flat(2));
    const rank = RANKS.findIndex((least) => km2 >= least);
    if (rank < 0 || !(g.overlaps(box, NEAR) || (rank <= 1 && g.overlaps(box, FAR)))) continue;
    made.push({ km2, row: rows.get(source), rank, scalerank: f.properties.scaleran_2, polygons });
  }
  return made
    .sort((a, b) => b.km2 - a.km2)
    .map(({ km2, row, rank, scalerank, polygons }) => ({
      type: 'Feature',
      properties: { name: names(row), rank, scalerank, ...(row?.caption ? { caption: row.caption } : {}), km2: Math.round(km2) },
      geometry: g.toGeometry(polygons),
    }));
}

function rivers() {
  const rows = table(path.join(here, 'rivers.csv'));
  const rowOf = new Map(rows.flatMap((r) => r.rivernum.split(' ').map((n) => [n, r])));
  const groups = new Map();
  for (const f of shapes('rivers_lake_centerlines')) {
    const { rivernum, scalerank } = f.properties;
    const row = rowOf.get(String(rivernum));
    if (!f.geometry || (!row && scalerank > 6)) continue;
    const k = row ? row.en : `unnamed ${rivernum}`;
    if (!groups.has(k)) groups.set(k, { row, rank: 99, lines: [] });
    const group = groups.get(k);
    group.rank = Math.min(group.rank, scalerank);
    for (const line of parts(f.geometry, 'LineString')) {
      const simple = simplify(line, 0.006).filter((p, i, all) => !i || g.key(p) !== g.key(all[i - 1]));
      if (simple.length > 1 && g.overlaps(g.bounds(line), NEAR)) group.lines.push(simple);
    }
  }
  return [...groups.entries()]
    .filter(([, r]) => r.lines.length)
    .sort(([a, x], [b, y]) => x.rank - y.rank || (a < b ? -1 : 1))
    .map(([, { row, rank, lines }]) => ({
      type: 'Feature',
      properties: { name: names(row), rank },
      geometry: { type: 'MultiLineString', coordinates: lines },
    }));
}

fs.writeFileSync(path.join(out, 'lakes.geojson'), g.collection(lakes()));
fs.writeFileSync(path.join(out, 'rivers.geojson'), g.collection(rivers()));
