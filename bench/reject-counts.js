import { existsSync, mkdirSync, openSync, closeSync, renameSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { isInstalled, measure } from './measure.js';

export const title =
  'reject counts by source, 5,000,000 default-format records of text (whole processes, medians of 5)';

const lines = Number(process.env.FLOWQ_BENCH_LINES ?? 5_000_000);

export function bench() {
  const file = sampleFile(lines);
  const contenders = [
    {
      name: 'flowq run',
      command: [
        process.execPath,
        'bin/flowq.js',
        'run',
        'top-rejected-sources',
        '--file',
        file,
        '--output',
        'tsv',
        '--quiet',
      ],
    },
    {
      name: 'DuckDB, string_split by hand',
      command: [process.execPath, 'bench/hand/sql.js', 'reject-counts/string_split', file],
    },
    {
      name: 'DuckDB, typed read_csv by hand',
      command: [process.execPath, 'bench/hand/sql.js', 'reject-counts/typed', file],
    },
    ...(isInstalled('mawk')
      ? [{ name: 'mawk', command: ['mawk', '$13=="REJECT"{n[$4]++} END{for(a in n) print a "\\t" n[a]}', file] }]
      : []),
  ];
  const results = measure(contenders);
  const counts = results.map(({ output }) => counted(output)[0]);
  if (new Set(counts).size !== 1) throw new Error(`The contenders disagree: ${counts.join(', ')}`);
  return results.map(({ name, seconds, least, most, mebibytes }) => ({
    name,
    seconds,
    least,
    most,
    mebibytes,
    'flowq is': results[0].seconds / seconds,
  }));
}

/** The counts of an answer, largest first: ties may come in any order, so only they are compared. */
function counted(output) {
  return output
    .trim()
    .split('\n')
    .map((line) => Number(line.split('\t')[1]))
    .filter(Number.isFinite)
    .sort((left, right) => right - left);
}

/** A file of made records; made once and kept under .bench. */
export function sampleFile(count, format = 'vpc-default') {
  const file = `.bench/${format}-${count}.log`;
  if (existsSync(file)) return file;
  mkdirSync('.bench', { recursive: true });
  const descriptor = openSync(`${file}.part`, 'w');
  const made = spawnSync(
    process.execPath,
    ['bin/flowq.js', 'sample', '--format', format, '--lines', String(count), '--seed', '1'],
    { stdio: ['ignore', descriptor, 'inherit'] },
  );
  closeSync(descriptor);
  if (made.status !== 0) throw new Error('flowq sample failed');
  renameSync(`${file}.part`, file);
  return file;
}
