import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled, measure, ratioOf } from './measure.js';
import { sampleFile } from './sample-file.js';

const lines = Number(process.env.FLOWQ_BENCH_LINES ?? 5_000_000);

export const title = `the imported store, ${lines.toLocaleString('en-US')} default-format records (whole processes, medians of 5)`;

const flowq = [process.execPath, 'bin/flowq.js'];
const hand = [process.execPath, 'bench/hand/sql.js'];
const count = `SELECT srcaddr, count(*) n FROM {parquet} WHERE action = 'REJECT' GROUP BY 1 ORDER BY n DESC LIMIT 20`;
const awk = '$13=="REJECT"{n[$4]++} END{for(a in n) print a "\\t" n[a]}';

export function bench() {
  const file = sampleFile(lines);
  const folder = mkdtempSync(join(tmpdir(), 'flowq-bench-'));
  try {
    return [...importing(file, folder), ...asking(file, folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importing(file, folder) {
  const data = join(folder, 'data');
  const copy = join(folder, 'copy.parquet');
  const words = ['import', '--quiet', '--log-group', 'vpc', '--format', 'vpc-default', '--data', data, file];
  const results = measure(
    [
      {
        name: 'flowq import',
        command: [...flowq, ...words],
        before: () => rmSync(data, { recursive: true, force: true }),
      },
      {
        name: 'DuckDB COPY of the typed columns to Parquet',
        command: [...hand, `COPY (SELECT * FROM {typed}) TO '${copy}' (FORMAT parquet, COMPRESSION zstd)`, file],
      },
    ],
    { runs: 3, warmups: 0 },
  );
  const share = bytesOf(data) / statSync(file).size;
  return [...compared(results), { what: 'store, part of the text', ratio: share }];
}

function asking(file, folder) {
  const words = ['run', 'top-rejected-sources', '--log-group', 'vpc', '--local', '--data', join(folder, 'data')];
  return compared(
    measure([
      { name: 'flowq run --local', command: [...flowq, ...words, '--output', 'tsv', '--quiet'] },
      { name: 'DuckDB on the same Parquet by hand', command: [...hand, count, parquetOf(folder)] },
      ...(isInstalled('mawk') ? [{ name: 'mawk on the text', command: ['mawk', awk, file] }] : []),
    ]),
  );
}

function compared(results) {
  return results.map((result) => ({
    what: result.name,
    seconds: result.seconds,
    least: result.least,
    most: result.most,
    MiB: result.mebibytes,
    ratio: ratioOf(results[0], result),
  }));
}

function parquetOf(folder) {
  const [first] = filesOf(join(folder, 'data')).filter((path) => path.endsWith('.parquet'));
  return join(first, '..', '*.parquet');
}

function bytesOf(folder) {
  return filesOf(folder).reduce((sum, path) => sum + statSync(path).size, 0);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
