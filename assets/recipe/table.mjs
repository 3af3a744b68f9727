// Reads our own comma-separated tables: the first line names the columns, no field holds a comma.
import fs from 'node:fs';

/** Rows as objects; empty fields are empty strings. */
export function table(file) {
  const [head, ...lines] = fs.readFileSync(file, 'utf8').trim().split('\n').filter((l) => !l.startsWith('#'));
  const columns = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== columns.length) throw new Error(`${file}: ${fields.length} fields, not ${columns.length}: ${line}`);
    return Object.fromEntries(columns.map((c, i) => [c, fields[i]]));
  });
}
