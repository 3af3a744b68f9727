// Writes the present SHA-256 of every file listed in assets/MANIFEST.toml into its row; changes nothing else.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const assets = path.join(path.dirname(new URL(import.meta.url).pathname), '..');
const manifest = path.join(assets, 'MANIFEST.toml');
let current = '';
const lines = fs.readFileSync(manifest, 'utf8').split('\n').map((line) => {
  const listed = /^path = "(.*)"$/.exec(line);
  if (listed) current = listed[1];
  if (!line.startsWith('sha256 = ')) return line;
  const digest = crypto.createHash('sha256').update(fs.readFileSync(path.join(assets, current))).digest('hex');
  return `sha256 = "${digest}"`;
});
fs.writeFileSync(manifest, lines.join('\n'));
