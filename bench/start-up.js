import { measure, ratioOf } from './measure.js';
import { sampleFile } from './sample-file.js';

export const title = 'start-up of commands beside an empty Node process (whole processes, medians)';

const flowq = [process.execPath, 'bin/flowq.js'];

export function bench() {
  const tenLines = sampleFile(10);
  const contenders = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
    { name: 'flowq --help', command: [...flowq, '--help'] },
    {
      name: 'flowq generate reject-counts',
      command: [...flowq, 'generate', 'reject-counts', '--format', 'vpc-default'],
    },
    { name: 'flowq lint (one file)', command: [...flowq, 'lint', 'queries/vpc-flow/top-rejected-sources.cwli'] },
    { name: 'flowq run (a file of ten lines)', command: [...flowq, 'run', 'reject-counts', '--file', tenLines, '-q'] },
    { name: 'DuckDB by hand: SELECT 1', command: [process.execPath, 'bench/hand/sql.js', 'SELECT 1', tenLines] },
  ];
  const results = measure(contenders, { runs: 15, warmups: 2 });
  return results.map((result) => ({
    name: result.name,
    seconds: result.seconds,
    least: result.least,
    most: result.most,
    ratio: ratioOf(result, results[0]),
  }));
}
