// Rings, windows and rounding shared by the steps of the recipe; all coordinates are lon/lat in degrees.

/** Rounds to `digits` decimals; never returns negative zero. */
export const rounder = (digits) => {
  const k = 10 ** digits;
  return (v) => Math.round(v * k) / k + 0;
};

export const key = (p) => `${p[0]},${p[1]}`;
const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/** Twice the signed plane area of a closed or open ring; positive is counter-clockwise. */
export function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

export function bounds(points) {
  const b = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    b[0] = Math.min(b[0], x);
    b[1] = Math.min(b[1], y);
    b[2] = Math.max(b[2], x);
    b[3] = Math.max(b[3], y);
  }
  return b;
}

export const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** A ring without the jump at the antimeridian: longitudes run on beyond 180 instead. */
function unwrap(ring) {
  let turn = 0;
  const out = ring.map((p, i) => {
    const jump = i ? p[0] - ring[i - 1][0] : 0;
    if (Math.abs(jump) > 180) turn -= Math.sign(jump) * 360;
    return [p[0] + turn, p[1]];
  });
  const west = Math.min(...out.map((p) => p[0]));
  return west < -180 ? out.map((p) => [p[0] + 360, p[1]]) : out;
}

/** Open rings of a ring that may meet itself: cut in two at every vertex it visits twice; spikes without area vanish. */
function splitAtRepeats(ring) {
  const rings = [];
  const path = [];
  const seen = new Map();
  for (const p of [...ring, ring[0]]) {
    const k = key(p);
    if (seen.has(k)) {
      const loop = path.splice(seen.get(k));
      for (const q of loop) seen.delete(key(q));
      if (loop.length >= 3) rings.push(loop);
    }
    seen.set(k, path.length);
    path.push(p);
  }
  return rings;
}

/**
 * Open rings made of one ring of the source: rounded, without the vertices in `dropped`, no repeated vertices, wound as
 * asked (RFC 7946: shells counter-clockwise, holes clockwise).
 */
export function tidyRing(ring, round, shell, dropped) {
  const out = [];
  for (const p of unwrap(ring)) {
    const q = [round(p[0]), round(p[1])];
    if (dropped.has(key(q))) continue;
    if (!out.length || !same(out[out.length - 1], q)) out.push(q);
  }
  while (out.length > 1 && same(out[0], out[out.length - 1])) out.pop();
  if (out.length < 3) return [];
  if (signedArea(out) > 0 !== shell) out.reverse();
  return splitAtRepeats(out);
}

/**
 * Adds vertices so that no edge is longer than `step` degrees in either direction. The new points are counted from the
 * western (then southern) end, so that two neighbours that share the edge in opposite directions get the same points.
 */
export function densify(ring, step, round) {
  const out = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    out.push(a);
    const n = Math.ceil(Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) / step - 1e-9);
    const [s, t] = before(a, b) ? [a, b] : [b, a];
    const between = [];
    for (let k = 1; k < n; k++) {
      between.push([round(s[0] + ((t[0] - s[0]) * k) / n), round(s[1] + ((t[1] - s[1]) * k) / n)]);
    }
    out.push(...(s === a ? between : between.reverse()));
  }
  return out;
}

/** The part of the edge a–b inside the window, computed from its western end so that both neighbours agree; or null. */
function clipEdge(a, b, w, round) {
  const [s, t] = before(a, b) ? [a, b] : [b, a];
  const d = [t[0] - s[0], t[1] - s[1]];
  let [t0, t1] = [0, 1];
  let [side0, side1] = [-1, -1];
  const bars = [[-d[0], s[0] - w[0]], [-d[1], s[1] - w[1]], [d[0], w[2] - s[0]], [d[1], w[3] - s[1]]];
  for (let i = 0; i < 4; i++) {
    const [p, q] = bars[i];
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) {
      if (q / p > t0) [t0, side0] = [q / p, i];
    } else if (q / p < t1) [t1, side1] = [q / p, i];
  }
  if (t0 >= t1) return null;
  const at = (k, side, end) => {
    if (side < 0) return end;
    const p = [round(s[0] + d[0] * k), round(s[1] + d[1] * k)];
    p[side % 2] = w[side];
    return p;
  };
  const pair = [at(t0, side0, s), at(t1, side1, t)];
  if (same(pair[0], pair[1])) return null;
  return s === a ? pair : pair.reverse();
}

/** True when both points lie on one and the same side of the window. */
export const onEdge = (a, b, w) => [0, 1, 2, 3].some((i) => a[i % 2] === w[i] && b[i % 2] === w[i]);

/** Distance of a point of the window's outline from its south-western corner, counter-clockwise. */
function along(p, w) {
  const [dx, dy] = [w[2] - w[0], w[3] - w[1]];
  if (p[1] === w[1]) return p[0] - w[0];
  if (p[0] === w[2]) return dx + p[1] - w[1];
  if (p[1] === w[3]) return dx + dy + w[2] - p[0];
  if (p[0] === w[0]) return 2 * dx + dy + w[3] - p[1];
  throw new Error(`not on the window: ${p}`);
}

/** The points strictly between two places on the window's outline, counter-clockwise, at most `step` degrees apart. */
function walk(from, to, w, step) {
  const [dx, dy] = [w[2] - w[0], w[3] - w[1]];
  const around = 2 * (dx + dy);
  const end = to >= from ? to : to + around;
  const out = [];
  for (let d = (Math.floor(from / step + 1e-9) + 1) * step; d < end - 1e-9; d += step) {
    const m = d % around;
    if (m < dx) out.push([w[0] + m, w[1]]);
    else if (m < dx + dy) out.push([w[2], w[1] + m - dx]);
    else if (m < 2 * dx + dy) out.push([w[2] - (m - dx - dy), w[3]]);
    else out.push([w[0], w[3] - (m - 2 * dx - dy)]);
  }
  return out;
}

/** Cuts an open ring at the window: whole (inside), or open chains from entry to exit. */
function cutRing(ring, w, round) {
  const b = bounds(ring);
  if (b[0] >= w[0] && b[1] >= w[1] && b[2] <= w[2] && b[3] <= w[3]) return { whole: ring, chains: [] };
  if (!overlaps(b, w)) return { chains: [] };
  const chains = [];
  for (let i = 0; i < ring.length; i++) {
    const piece = clipEdge(ring[i], ring[(i + 1) % ring.length], w, round);
    if (!piece) continue;
    const last = chains[chains.length - 1];
    if (last && same(last[last.length - 1], piece[0])) last.push(piece[1]);
    else chains.push([...piece]);
  }
  const last = chains[chains.length - 1];
  if (chains.length > 1 && same(last[last.length - 1], chains[0][0])) {
    chains[0].unshift(...chains.pop().slice(0, -1));
  }
  return { chains };
}

/** Clips one polygon (open rings, interior on the left) to the window; the new edges get a vertex every `step` degrees. */
export function clipPolygon(polygon, w, step, round) {
  const whole = [];
  const chains = [];
  for (const ring of polygon) {
    const cut = cutRing(ring, w, round);
    if (cut.whole) whole.push(cut.whole);
    chains.push(...cut.chains);
  }
  const starts = chains.map((c) => along(c[0], w));
  const around = 2 * (w[2] - w[0] + w[3] - w[1]);
  const used = chains.map(() => false);
  for (let first = 0; first < chains.length; first++) {
    if (used[first]) continue;
    const ring = [];
    for (let at = first; ; ) {
      used[at] = true;
      ring.push(...chains[at]);
      const from = along(chains[at][chains[at].length - 1], w);
      let [next, best] = [first, Infinity];
      for (let j = 0; j < chains.length; j++) {
        const gap = (starts[j] - from + around) % around;
        if ((j === first || !used[j]) && gap < best) [next, best] = [j, gap];
      }
      ring.push(...walk(from, starts[next], w, step));
      if (next === first) break;
      at = next;
    }
    whole.push(ring);
  }
  return whole.map((r) => r.filter((p, i) => !same(p, r[(i + 1) % r.length]))).filter((r) => r.length >= 3);
}

/** Even-odd test. */
export function inside(p, ring) {
  let hit = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]];
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) hit = !hit;
  }
  return hit;
}

/** True when most vertices of a hole lie within the shell; some may touch its outline, where the test may say either. */
const mostly = (hole, shell) => hole.filter((p) => inside(p, shell)).length * 2 > hole.length;

/** Sorts loose rings into polygons: shells by winding, each hole with the smallest shell round it. */
export function assemble(rings) {
  const shells = rings.filter((r) => signedArea(r) > 0).map((r) => [r]);
  for (const hole of rings.filter((r) => signedArea(r) < 0)) {
    const home = shells
      .filter((s) => mostly(hole, s[0]))
      .sort((a, b) => signedArea(a[0]) - signedArea(b[0]))[0];
    if (!home) throw new Error(`hole without a shell at ${hole[0]}`);
    home.push(hole);
  }
  return shells;
}

/** GeoJSON polygon or multi-polygon with closed rings. */
export function toGeometry(polygons) {
  const closed = polygons.map((p) => p.map((r) => [...r, r[0]]));
  return closed.length === 1
    ? { type: 'Polygon', coordinates: closed[0] }
    : { type: 'MultiPolygon', coordinates: closed };
}

/** One feature a line, so that differences can be read. */
export function collection(features) {
  const lines = features.map((f) => JSON.stringify(f));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
