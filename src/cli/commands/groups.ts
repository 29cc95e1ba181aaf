import type { Manifest } from '../../engine/store/manifest.ts';
import { readFormat } from '../../formats/read.ts';
import type { Column, QueryResult, Row } from '../../results/result.ts';
import { defineCommand } from '../command.ts';
import { dataFolder, withDataOption } from '../data-folder.ts';
import { withResultOptions, writeResult } from '../write-result.ts';

export const groupsCommand = defineCommand({
  builder: (yargs) =>
    withDataOption(withResultOptions(yargs)).example('$0 groups --output json', 'What was imported, for a program'),
  async handler(options, context) {
    const folder = dataFolder(options, context);
    const { readManifests } = await import('../../engine/store/manifest.ts');
    const manifests = await readManifests(folder);
    if (manifests.length === 0) {
      context.stderr(`Nothing is imported in "${folder}"; "flowq import --log-group NAME PATH" does it.\n`);
      if (options.output === undefined || options.output === 'table') return 0;
    }
    await writeResult(resultOf(manifests), { ...options, quiet: true }, context);
    return 0;
  },
});

const columns: readonly Column[] = [
  { name: 'log group', type: 'string' },
  { name: 'events', type: 'number' },
  { name: 'first', type: 'timestamp' },
  { name: 'last', type: 'timestamp' },
  { name: 'files', type: 'number' },
  { name: 'file bytes', type: 'number' },
  { name: 'stored bytes', type: 'number' },
  { name: 'format', type: 'string' },
];

function resultOf(manifests: readonly Manifest[]): QueryResult {
  const rows = manifests.map(rowOf);
  return {
    columns,
    rows: batches(rows),
    statistics: Promise.resolve({
      recordsMatched: rows.length,
      recordsScanned: rows.length,
      bytesScanned: 0,
      rows: rows.length,
      elapsedMilliseconds: 0,
      warnings: [],
    }),
  };
}

async function* batches(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

function rowOf({ logGroup, segments }: Manifest): Row {
  const sources = segments.flatMap((segment) => segment.sources);
  const sum = (numbers: readonly number[]) => String(numbers.reduce((total, number) => total + number, 0));
  const formats = [...new Set(segments.flatMap(({ format }) => (format === undefined ? [] : [nameOf(format)])))];
  return [
    logGroup,
    sum(segments.map(({ events }) => events)),
    timeText(segments.flatMap(({ start }) => start ?? []).reduce(lower, Infinity)),
    timeText(segments.flatMap(({ end }) => end ?? []).reduce(higher, -Infinity)),
    String(sources.length),
    sum(sources.map(({ size }) => size)),
    sum(segments.map(({ size }) => size)),
    formats.length === 0 ? undefined : formats.join(', '),
  ];
}

/** The catalogue's name of a format string, or the string. */
function nameOf(text: string): string {
  return readFormat(text, { allowUnknownFields: true }).format?.name ?? text;
}

function lower(left: number, right: number): number {
  return Math.min(left, right);
}

function higher(left: number, right: number): number {
  return Math.max(left, right);
}

function timeText(milliseconds: number): string | undefined {
  return Number.isFinite(milliseconds)
    ? new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '')
    : undefined;
}
