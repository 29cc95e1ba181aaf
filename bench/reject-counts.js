import { isInstalled, measure, ratioOf } from './measure.js';
import { packedFile, sampleFile } from './sample-file.js';

const lines = Number(process.env.FLOWQ_BENCH_LINES ?? 5_000_000);

export const title = `reject counts by source, ${lines.toLocaleString('en-US')} default-format records (whole processes, medians of 5)`;

const typed = `SELECT srcaddr, count(*) n FROM {typed} WHERE action = 'REJECT' GROUP BY 1 ORDER BY n DESC LIMIT 20`;
const split = `SELECT s[4] srcaddr, count(*) n FROM {split} WHERE s[13] = 'REJECT' GROUP BY 1 ORDER BY n DESC LIMIT 20`;
const awk = '$13=="REJECT"{n[$4]++} END{for(a in n) print a "\\t" n[a]}';

export function bench() {
  return [...compare(sampleFile(lines), 'text'), ...compare(packedFile(lines), 'gz')];
}

function compare(file, kind) {
  const node = process.execPath;
  const run = ['run', 'top-rejected-sources', '--file', file, '--output', 'tsv', '--quiet'];
  const results = measure([
    { name: 'flowq run', command: [node, 'bin/flowq.js', ...run] },
    { name: 'DuckDB, string_split by hand', command: [node, 'bench/hand/sql.js', split, file] },
    { name: 'DuckDB, typed read_csv by hand', command: [node, 'bench/hand/sql.js', typed, file] },
    ...(kind === 'text' && isInstalled('mawk') ? [{ name: 'mawk', command: ['mawk', awk, file] }] : []),
  ]);
  const answers = results.map(({ output }) => largestCounts(output));
  if (new Set(answers).size !== 1) throw new Error(`The contenders disagree: ${answers.join('; ')}`);
  return results.map((result) => ({
    name: result.name,
    file: kind,
    seconds: result.seconds,
    least: result.least,
    most: result.most,
    MiB: result.mebibytes,
    'flowq takes': ratioOf(results[0], result),
  }));
}

/** The twenty largest counts: which of two equal ones is left out may differ. */
function largestCounts(output) {
  const counts = output.split('\n').map((line) => Number(line.split('\t')[1]));
  return counts
    .filter(Number.isFinite)
    .sort((left, right) => right - left)
    .slice(0, 20)
    .join(' ');
}
