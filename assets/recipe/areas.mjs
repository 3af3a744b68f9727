// Makes areas-{50m,10m}.geojson and boundaries-{50m,10m}.geojson from Natural Earth 4.1.0 as packed in world-atlas.
import fs from 'node:fs';
import path from 'node:path';
import polylabel from 'polylabel';
import { feature, merge } from 'topojson-client';
import * as g from './geometry.mjs';

const here = path.dirname(new URL(import.meta.url).pathname);
const read = (p) => JSON.parse(fs.readFileSync(p, 'utf8'));
const modules = path.join(here, 'node_modules');
const decisions = read(path.join(here, 'area-decisions.json'));
const statuses = read(path.join(here, 'boundary-status.json'));
const LANGUAGES = ['en', 'az', 'kk', 'ky', 'tr', 'uz', 'tk', 'hu', 'ru'];
const LEVELS = {
  '50m': { window: [-20, 12, 122, 72], digits: 3 },
  '10m': { window: [4, 25, 101, 62], digits: 4 },
};
const STEP = 0.5;

const territories = Object.fromEntries(
  LANGUAGES.map((l) => {
    const file = path.join(modules, `cldr-localenames-full/main/${l}/territories.json`);
    return [l, read(file).main[l].localeDisplayNames.territories];
  }),
);
const alpha2 = new Map(
  Object.entries(read(path.join(modules, 'cldr-core/supplemental/codeMappings.json')).supplemental.codeMappings)
    .filter(([code, m]) => /^[A-Z]{2}$/.test(code) && m._numeric)
    .map(([code, m]) => [m._numeric, code]),
);

/** Short name of a territory in one language, our own overrides first. */
function nameOf(id, lang) {
  const t = territories[lang];
  return decisions.names[id]?.[lang] ?? t[`${id}-alt-short`] ?? t[id];
}

/** Polygons of one or several merged source geometries as tidy open rings. */
function polygonsOf(topology, members, round, dropped) {
  const whole = members.length === 1 ? feature(topology, members[0]).geometry : merge(topology, members);
  const polygons = whole.type === 'Polygon' ? [whole.coordinates] : whole.coordinates;
  const near = (p) => g.overlaps(g.bounds(p[0]), [-20, 12, 190, 72]);
  return polygons.filter(near).flatMap((p) => g.assemble(p.flatMap((r, i) => g.tidyRing(r, round, i === 0, dropped))));
}

/** Every area of the source under its own key, before clipping. */
function gather(topology, round, dropped) {
  const groups = new Map();
  for (const geometry of topology.objects.countries.geometries) {
    const { name } = geometry.properties;
    if (geometry.id === '010') continue; // Antarctica: runs round the pole, far outside the windows
    const rule = decisions.merge[name];
    const home = rule?.into ?? geometry.id ?? name;
    if (!groups.has(home)) groups.set(home, []);
    groups.get(home).push(geometry);
  }
  const areas = [];
  for (const [home, members] of groups) {
    const special = decisions.ids[home];
    const id = special?.id ?? alpha2.get(home);
    if (!id) continue; // islets and stations far outside the windows
    let polygons = polygonsOf(topology, members, round, dropped);
    for (const [cutId, cut] of Object.entries(decisions.split)) {
      if (cut.from !== home) continue;
      const belongs = (p) => {
        const b = g.bounds(p[0]);
        return b[0] > cut.window[0] && b[1] > cut.window[1] && b[2] < cut.window[2] && b[3] < cut.window[3];
      };
      areas.push({ id: cutId, polygons: polygons.filter(belongs), decision: cut });
      polygons = polygons.filter((p) => !belongs(p));
    }
    const because = [
      special?.because,
      ...members.map((m) => decisions.merge[m.properties.name]?.because),
    ].filter((b, i, all) => b && all.indexOf(b) === i);
    areas.push({ id, polygons, decision: special, because: because.join(' ') || undefined });
  }
  return areas;
}

/** Pole of inaccessibility of the largest polygon, measured with the meridians drawn together as at its own latitude. */
function labelPoint(id, polygons) {
  const set = decisions.labels[id];
  if (set) return set.at;
  const size = (p) => {
    const b = g.bounds(p[0]);
    return g.signedArea(p[0]) * Math.cos(((b[1] + b[3]) * Math.PI) / 360);
  };
  const [largest] = [...polygons].sort((a, b) => size(b) - size(a));
  const b = g.bounds(largest[0]);
  const k = Math.cos(((b[1] + b[3]) * Math.PI) / 360);
  const at = polylabel(largest.map((r) => [...r, r[0]].map(([x, y]) => [x * k, y])), 0.01);
  const round = g.rounder(2);
  return [round(at[0] / k), round(at[1])];
}

function areaFeature(area, level) {
  const { id, decision } = area;
  const listed = /^[A-Z]{2}$/.test(id);
  const properties = { name: listed ? nameOf(id, 'en') : decision.name };
  if (level === '50m' && listed) {
    properties.names = Object.fromEntries(LANGUAGES.map((l) => [l, nameOf(id, l)]).filter(([, n]) => n));
  }
  if (decision?.part_of) properties.part_of = decision.part_of;
  if (decision?.claims) properties.claims = decision.claims;
  properties.label = labelPoint(id, area.polygons);
  const because = [area.because ?? decision?.because, decisions.labels[id]?.because].filter(Boolean).join(' ');
  if (because) properties.because = because;
  return { type: 'Feature', id, properties, geometry: g.toGeometry(area.polygons) };
}

function statusOf(left, right, middle) {
  if (!right) return { status: 'coast' };
  const rule = statuses.find(
    (s) =>
      s.pair.includes(left) && s.pair.includes(right) &&
      (!s.within || (middle[0] >= s.within[0] && middle[1] >= s.within[1] && middle[0] <= s.within[2] && middle[1] <= s.within[3])),
  );
  return rule ? { status: rule.status, note: rule.note, because: rule.because } : { status: 'settled' };
}

/** Every edge of every ring once, with the areas on both sides; edges on the window are left out. */
function sharedEdges(areas, window) {
  const owner = new Map();
  for (const { id, polygons } of areas) {
    for (const ring of polygons.flat()) {
      ring.forEach((a, i) => {
        const edge = `${g.key(a)} ${g.key(ring[(i + 1) % ring.length])}`;
        if (owner.has(edge)) throw new Error(`${id} and ${owner.get(edge).id} overlap at ${edge}`);
        owner.set(edge, { id, a, b: ring[(i + 1) % ring.length] });
      });
    }
  }
  const edges = [];
  for (const { id, a, b } of owner.values()) {
    if (g.onEdge(a, b, window)) continue;
    const other = owner.get(`${g.key(b)} ${g.key(a)}`)?.id ?? null;
    if (other !== null && id >= other) continue; // kept from the other side, or inside one area
    edges.push({ left: id, right: other, a, b });
  }
  return edges;
}

/** Joins directed edges of one kind into the longest lines; ends where lines meet or stop. */
function joinEdges(edges) {
  const from = new Map();
  const into = new Map();
  for (const e of edges) {
    const k = g.key(e.a);
    if (!from.has(k)) from.set(k, []);
    from.get(k).push(e);
    into.set(g.key(e.b), (into.get(g.key(e.b)) ?? 0) + 1);
  }
  const used = new Set();
  const lines = [];
  const follow = (first) => {
    const line = [first.a];
    for (let e = first; e && !used.has(e); ) {
      used.add(e);
      line.push(e.b);
      const k = g.key(e.b);
      const next = from.get(k) ?? [];
      e = next.length === 1 && into.get(k) === 1 ? next[0] : undefined;
    }
    lines.push(line);
  };
  for (const e of edges) {
    const k = g.key(e.a);
    if (from.get(k).length !== 1 || (into.get(k) ?? 0) !== 1) follow(e);
  }
  for (const e of edges) if (!used.has(e)) follow(e);
  return lines;
}

function boundaryFeatures(areas, window) {
  const kinds = new Map();
  for (const e of sharedEdges(areas, window)) {
    const s = statusOf(e.left, e.right, [(e.a[0] + e.b[0]) / 2, (e.a[1] + e.b[1]) / 2]);
    const k = JSON.stringify([e.left, e.right, s.status, s.note]);
    if (!kinds.has(k)) kinds.set(k, { properties: { left: e.left, right: e.right, ...s }, edges: [] });
    kinds.get(k).edges.push(e);
  }
  return [...kinds.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { properties, edges }]) =>
      joinEdges(edges).map((coordinates) => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } })),
    );
}

function make(level, out) {
  const { window, digits } = LEVELS[level];
  const round = g.rounder(digits);
  const dropped = new Set((decisions.dropped_vertices[level] ?? []).map(g.key));
  const topology = read(path.join(modules, `world-atlas/countries-${level}.json`));
  const areas = [];
  for (const area of gather(topology, round, dropped)) {
    const rings = area.polygons
      .map((p) => p.map((r) => g.densify(r, STEP, round)))
      .map((p) => g.clipPolygon(p, window, STEP, round));
    const polygons = rings.flatMap((r) => g.assemble(r)).filter((p) => g.signedArea(p[0]) > 0);
    if (polygons.length) areas.push({ ...area, polygons });
  }
  areas.sort((a, b) => (a.id < b.id ? -1 : 1));
  fs.writeFileSync(path.join(out, `areas-${level}.geojson`), g.collection(areas.map((a) => areaFeature(a, level))));
  fs.writeFileSync(path.join(out, `boundaries-${level}.geojson`), g.collection(boundaryFeatures(areas, window)));
}

const out = process.argv[2];
make('50m', out);
make('10m', out);
