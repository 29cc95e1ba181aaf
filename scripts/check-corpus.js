// Reads a corpus of queries (JSON lines with "query" and "flags") and tells how many the parser judges rightly:
//   node scripts/check-corpus.js FILE [SEED]
import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, seed = '1'] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name a file of JSON lines with a "query" each: node scripts/check-corpus.js FILE [SEED]');
  process.exit(2);
}
// Below the project, so that the bundle finds the packages it leaves out.
mkdirSync('.bench', { recursive: true });
const folder = mkdtempSync(join('.bench', 'corpus-'));
try {
  const outfile = join(folder, 'check-corpus.js');
  await build({
    entryPoints: ['test/support/check-corpus.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const { checkCorpus } = await import(pathToFileURL(outfile).href);
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
  await checkCorpus(rows, { seed: Number(seed), write: (line) => console.log(line) });
} finally {
  rmSync(folder, { recursive: true });
}
