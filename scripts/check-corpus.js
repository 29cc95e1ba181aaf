// Reads a corpus of queries (JSON lines with "query" and "flags") and tells how many the parser judges rightly:
//   node scripts/check-corpus.js FILE [SEED]
import { readFileSync } from 'node:fs';
import { importBundled } from './import-bundled.js';

const [file, seed = '1'] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name a file of JSON lines with a "query" each: node scripts/check-corpus.js FILE [SEED]');
  process.exit(2);
}
const { checkCorpus } = await importBundled('test/support/check-corpus.ts');
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));
await checkCorpus(rows, { seed: Number(seed), write: (line) => console.log(line) });
