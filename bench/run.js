// npm run bench [-- name …]: runs bench/<name>.js, all of them without a name. Each module exports `title` and `bench()`,
// which answers the rows of a table. Figures compare two things in one run: machines differ.
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { printTable } from './measure.js';

const harness = new Set(['run.js', 'measure.js']);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.js') && !harness.has(file))
  .map((file) => basename(file, '.js'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown[0]}"; there are: ${names.join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : names) {
  const { title, bench } = await import(`./${name}.js`);
  console.log(`\n${name}: ${title}`);
  printTable(await bench());
}
