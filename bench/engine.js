import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, ratioOf } from './measure.js';
import { queries } from './queries.js';
import { sampleFile } from './sample-file.js';

const lines = Number(process.env.FLOWQ_BENCH_LINES ?? 5_000_000);

export const title = `library questions beside hand-written SQL on a typed read, ${lines.toLocaleString('en-US')} records (whole processes, medians of 5)`;

export function bench() {
  const file = sampleFile(lines);
  const folder = mkdtempSync(join(tmpdir(), 'flowq-bench-'));
  try {
    return queries.map((entry) => compare(entry, file, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(entry, file, folder) {
  const path = join(folder, 'query.cwli');
  writeFileSync(path, entry.query);
  const [ours, hand] = measure([
    {
      name: 'flowq',
      command: [process.execPath, 'bin/flowq.js', 'run', path, '--file', file, '--output', 'tsv', '--quiet'],
    },
    { name: 'hand', command: [process.execPath, 'bench/hand/sql.js', entry.sql, file] },
  ]);
  const left = answer(ours.output.split('\n').slice(1), entry);
  const right = answer(hand.output.split('\n'), entry);
  if (left !== right) throw new Error(`"${entry.name}" has two answers:\n${left}\n\n${right}`);
  return {
    question: entry.name,
    flowq: ours.seconds,
    hand: hand.seconds,
    ratio: ratioOf(ours, hand),
    MiB: ours.mebibytes,
    'hand MiB': hand.mebibytes,
  };
}

/** What both must agree on: the counted column (the last unless told), or only how many rows there are. */
function answer(rows, { compares }) {
  const cells = rows.filter((row) => row !== '').map((row) => row.split('\t'));
  if (compares === 'rows') return String(cells.length);
  return cells.map((row) => row[compares ?? row.length - 1]).join('\n');
}
