import type { DuckDBConnection } from '@duckdb/node-api';
import type { LogFormat } from '../../formats/format.ts';
import { readFormat } from '../../formats/read.ts';
import type { TimeRange } from '../../results/time-range.ts';
import type { EventColumns, EventShape } from '../../sql/event-shape.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { EngineError } from '../engine-error.ts';
import type { EventSource } from '../event-source.ts';
import { count } from '../input/expand-paths.ts';
import { refuseDamagedParquet } from '../input/check-parquet.ts';
import { sqlName, sqlPaths, sqlString } from '../input/sql-text.ts';
import type { StoreInput } from '../local-input.ts';
import { checkSegments } from './check-segments.ts';
import { groupFolder, readManifest, readManifests, type Segment } from './manifest.ts';
import { messageColumn, timeColumn } from './segment-columns.ts';
import { join } from 'node:path';

export interface OpenStoreOptions {
  readonly range?: TimeRange;
  /** Tells which segment is damaged where a query fails. */
  readonly connection?: DuckDBConnection;
}

/** The events of imported log groups: as columns where all were imported in one format, else as lines. */
export async function openStore(input: StoreInput, { range, connection }: OpenStoreOptions = {}): Promise<EventSource> {
  const all = await segmentsOf(input);
  const segments = all.filter(({ segment }) => mayHold(segment, range));
  const formats = new Set(segments.map(({ segment }) => segment.format ?? ''));
  const only = formats.size === 1 ? formatOf([...formats][0]!) : undefined;
  const { columns, relation } = segments.length === 0 ? nothing : unionOf(segments, only);
  const kept = segments.reduce((sum, { segment }) => sum + segment.kept, 0);
  return {
    relation,
    columns,
    shape: only ? columnsShape(only, kept > 0) : linesShape(segments, input),
    count: segments.reduce((sum, { segment }) => sum + segment.events, 0),
    bytes: segments.reduce((sum, { segment }) => sum + segment.textBytes, 0),
    size: segments.reduce((sum, { segment }) => sum + segment.size, 0),
    ...(connection && { retry: (error) => refuseDamaged(error, segments, connection) }),
    label: `${count(segments.length, 'segment')} of ${input.logGroups.map((name) => `"${name}"`).join(', ')}`,
  };
}

/** There is no other way to read a segment, but words for one that cannot be read. */
async function refuseDamaged(
  error: unknown,
  segments: readonly GroupSegment[],
  connection: DuckDBConnection,
): Promise<undefined> {
  if (!(error instanceof Error) || !/^(Invalid|IO|Serialization)\b.* Error/.test(error.message)) return;
  const files = segments.map(({ path }) => ({ path, name: path }));
  await refuseDamagedParquet(files, { connection });
}

function linesShape(segments: readonly GroupSegment[], { format }: StoreInput): EventShape {
  const isLambda = ({ segment, logGroup }: GroupSegment) => segment.isLambda ?? logGroup.startsWith('/aws/lambda/');
  return { kind: 'lines', ...(format && { format }), ...(segments.some(isLambda) && { isLambda: true }) };
}

interface GroupSegment {
  readonly logGroup: string;
  readonly path: string;
  readonly segment: Segment;
}

async function segmentsOf({ folder, logGroups }: StoreInput): Promise<GroupSegment[]> {
  const groups = await Promise.all(
    [...new Set(logGroups)].map(async (logGroup) => {
      const manifest = await readManifest(folder, logGroup);
      if (!manifest) throw await unknownGroup(folder, logGroup);
      await checkSegments(folder, manifest);
      const place = groupFolder(folder, logGroup);
      return manifest.segments.map((segment) => ({ logGroup, segment, path: join(place, segment.file) }));
    }),
  );
  return groups.flat();
}

async function unknownGroup(folder: string, logGroup: string): Promise<EngineError> {
  const names = (await readManifests(folder)).map((manifest) => manifest.logGroup);
  const known = names.length === 0 ? `nothing is imported in "${folder}"` : `"flowq groups" lists what is there`;
  return new EngineError(`No log group "${logGroup}" is imported: ${known}.${didYouMean(logGroup, names)}`);
}

/** The service includes the end to the last millisecond of its second. */
function mayHold({ start, end }: Segment, range: TimeRange | undefined): boolean {
  if (!range || start === undefined || end === undefined) return true;
  return start <= range.end + 999 && end >= range.start;
}

function formatOf(text: string): LogFormat | undefined {
  if (text === '') return undefined;
  const { format } = readFormat(text, { allowUnknownFields: true });
  if (!format) throw new EngineError(`The local store names a format that cannot be read: ${text}`);
  return format;
}

const nothing = {
  relation: `(SELECT NULL::VARCHAR AS message, NULL::BIGINT AS "@timestamp" WHERE false)`,
  columns: { message: 'message', timestamp: sqlName(timeColumn) },
};

/** System columns besides the message, by what the engine calls them. */
const systemColumns = [
  { key: 'timestamp', name: timeColumn, type: 'BIGINT' },
  { key: 'ingestionTime', name: '@ingestionTime', type: 'BIGINT' },
  { key: 'logStream', name: '@logStream', type: 'VARCHAR' },
] as const;

/** All segments in the order they were imported; neighbours of one layout are read together. */
function unionOf(segments: readonly GroupSegment[], only: LogFormat | undefined) {
  const system = systemColumns.filter(({ name }) => segments.some(({ segment }) => segment.columns.includes(name)));
  const fields = only?.fields.map(({ name }) => sqlName(name)) ?? [];
  const selects = runsOf(segments).map((run) => {
    const { logGroup, segment } = run[0]!;
    const format = formatOf(segment.format ?? '');
    const list = [
      ...fields,
      ...system.map(({ name, type }) =>
        segment.columns.includes(name) ? sqlName(name) : `NULL::${type} AS ${sqlName(name)}`,
      ),
      only
        ? sqlName(messageColumn)
        : `${format ? rebuilt(format, segment.kept > 0) : sqlName(messageColumn)} AS ${sqlName(messageColumn)}`,
      `${segment.columns.includes('@log') ? `coalesce("@log", ${sqlString(`local:${logGroup}`)})` : sqlString(`local:${logGroup}`)} AS "@log"`,
    ];
    return `SELECT ${list.join(', ')} FROM read_parquet(${sqlPaths(run.map(({ path }) => path))})`;
  });
  const kept = segments.some(({ segment }) => segment.kept > 0);
  const columns: EventColumns = {
    message: only ? rebuilt(only, kept) : sqlName(messageColumn),
    log: '"@log"',
    ...Object.fromEntries(system.map(({ key, name }) => [key, sqlName(name)])),
  };
  return { relation: `(${selects.join(' UNION ALL ')})`, columns };
}

function runsOf(segments: readonly GroupSegment[]): GroupSegment[][] {
  const runs: GroupSegment[][] = [];
  const keyOf = ({ logGroup, segment }: GroupSegment) =>
    [logGroup, segment.format, ...segment.columns, segment.kept > 0].join('\n');
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last && keyOf(last[0]!) === keyOf(segment)) last.push(segment);
    else runs.push([segment]);
  }
  return runs;
}

/** SQL of the event: the separators and the fields joined, unless its text was kept. */
function rebuilt({ fields, separators }: LogFormat, hasKept: boolean): string {
  const parts = separators.flatMap((separator, index) => [
    ...(separator === '' ? [] : [sqlString(separator)]),
    ...(index < fields.length ? [sqlName(fields[index]!.name)] : []),
  ]);
  const joined = `concat(${parts.join(', ')})`;
  const message = sqlName(messageColumn);
  return hasKept ? `CASE WHEN ${message} IS NULL THEN ${joined} ELSE ${message} END` : joined;
}

function columnsShape(format: LogFormat, hasKept: boolean): EventShape {
  return {
    kind: 'columns',
    format,
    fields: format.fields.map(({ name }) => ({ sql: sqlName(name), type: 'text' })),
    ...(hasKept && { isWhole: `${sqlName(messageColumn)} IS NULL` }),
  };
}
