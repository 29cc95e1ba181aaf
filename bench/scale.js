import { measure } from './measure.js';
import { queries } from './queries.js';
import { sampleFile } from './sample-file.js';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** FLOWQ_BENCH_SCALE=1000000,10000000,50000000 measures further: 50 million records take 5.6 GB of disk. */
const sizes = (process.env.FLOWQ_BENCH_SCALE ?? '1000000,2000000,5000000').split(',').map(Number);

export const title = 'cost of a growing file (whole processes, medians of 3)';

const names = ['reject counts by source', 'bytes by pair', 'largest records'];

export function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'flowq-bench-'));
  try {
    return names.flatMap((name) => sizes.map((size) => once(name, size, folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function once(name, records, folder) {
  const path = join(folder, 'query.cwli');
  writeFileSync(path, queries.find((entry) => entry.name === name).query);
  const file = sampleFile(records);
  const command = [process.execPath, 'bin/flowq.js', 'run', path, '--file', file, '--output', 'tsv', '--quiet'];
  const [{ seconds, mebibytes }] = measure([{ name, command }], { runs: 3, warmups: 1 });
  const million = seconds / (records / 1e6);
  return {
    question: name,
    records,
    GB: statSync(file).size / 1e9,
    seconds,
    'seconds per million': million,
    MiB: mebibytes,
  };
}
