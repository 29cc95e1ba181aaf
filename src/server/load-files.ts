import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { EventSource } from '../engine/event-source.ts';
import { startTimeSql } from '../engine/input/start-time.ts';
import { openFiles } from '../engine/open-files.ts';
import { checkGroupName } from '../engine/store/group-name.ts';
import { inferFormat } from '../formats/infer.ts';
import type { LogGroup } from './account/log-group.ts';
import type { Database } from './events/database.ts';
import type { Service } from './service.ts';

export interface LoadRequest {
  readonly group: string;
  /** Files, folders and globs. */
  readonly paths: readonly string[];
  /** Paths that are not absolute start here. */
  readonly cwd: string;
}

export interface LoadReport {
  readonly events: number;
  /** What was found, a sentence each. */
  readonly notices: readonly string[];
}

/** The stream of events whose file names none. */
export const streamOfFiles = 'loaded';

/** Lines that tell the format of files that do not name it. */
const sampleSize = 200;

/** Reads files into a log group, which is made where it is not there. Loaded events may be of any age. */
export async function loadFiles(service: Service, database: Database, request: LoadRequest): Promise<LoadReport> {
  const { group: name, paths, cwd } = request;
  checkGroupName(name);
  const group = await madeGroup(service, name);
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'flowq-load-'));
  const connection = await database.instance.connect();
  try {
    const opened = await openFiles({ kind: 'files', paths, cwd }, { connection, temporaryFolder });
    const { source, report } = await insertEvents(service, group, { source: opened, connection });
    await countStreams(service, group);
    const warnings = [...(source.warnings?.() ?? []), ...((await source.findDamage?.()) ?? [])];
    return { ...report, notices: [...(source.notices ?? []), ...warnings, ...report.notices] };
  } finally {
    connection.closeSync();
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

/** The group of a name, made where it is not there. */
export function madeGroup({ account, events, now }: Service, name: string): LogGroup | Promise<LogGroup> {
  const group = { name, createdAt: now(), groupClass: 'STANDARD', isProtected: false, tags: {} } as const;
  return account.findGroup(name) ?? account.addGroup(group, events);
}

interface OpenedSource {
  readonly source: EventSource;
  readonly connection: DuckDBConnection;
}

/** Through the slower reader where the fast one cannot read the files. */
async function insertEvents(
  service: Service,
  group: LogGroup,
  { source, connection }: OpenedSource,
): Promise<{ readonly source: EventSource; readonly report: LoadReport }> {
  try {
    const now = service.now();
    const timestamp = await timestampSql(source, connection);
    const { message, logStream } = source.columns;
    const events = await service.events.insert(group.table, now, {
      stream: `coalesce(${logStream ?? 'null'}, '${streamOfFiles}')`,
      timestamp: `coalesce(${timestamp ?? 'null'}, ${now})`,
      message,
      from: source.relation,
      where: source.condition ?? 'true',
    });
    return { source, report: { events, notices: timestamp === undefined && events > 0 ? [timeless(group.name)] : [] } };
  } catch (error) {
    const slower = await source.retry?.(error);
    if (!slower) throw error;
    return insertEvents(service, group, { source: slower, connection });
  }
}

function timeless(group: string): string {
  return `The events of "${group}" carry no time: each has the time of loading.`;
}

/** The event time: the source's own, or the start of the records, whose format the lines tell. */
export async function timestampSql(
  { columns, shape, relation, condition = 'true' }: EventSource,
  connection: DuckDBConnection,
): Promise<string | undefined> {
  if (columns.timestamp !== undefined) return columns.timestamp;
  if (shape.format) return startTimeSql(shape.format, columns.message);
  const sample = await connection.runAndReadAll(
    `select ${columns.message} from ${relation} where ${condition} limit ${sampleSize}`,
  );
  const { format } = inferFormat(sample.getRowsJS().map(([line]) => line as string));
  return format && startTimeSql(format, columns.message);
}

/** Makes a stream of every name that events have. */
export async function countStreams({ account, events, now }: Service, group: LogGroup): Promise<void> {
  for (const figures of await events.figures(group.table)) {
    if (!account.findStream(group.name, figures.stream)) await account.addStream(group.name, figures.stream, now());
  }
  await account.countStoredEvents(events);
}
