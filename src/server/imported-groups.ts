import type { DuckDBConnection } from '@duckdb/node-api';
import type { EventSource } from '../engine/event-source.ts';
import { explainFailure } from '../engine/failure.ts';
import { importFiles } from '../engine/store/import-files.ts';
import { readManifests } from '../engine/store/manifest.ts';
import { openStore } from '../engine/store/open-store.ts';
import type { Database } from './events/database.ts';
import {
  countStreams,
  madeGroup,
  streamOfFiles,
  timestampSql,
  type LoadReport,
  type LoadRequest,
} from './load-files.ts';
import type { Service } from './service.ts';

/** What imported log groups are attached to, and the folder that has them. */
export interface ImportTarget {
  readonly service: Service;
  readonly database: Database;
  readonly folder: string;
}

/** Shows what `flowq import` keeps in the same folder as log groups; events that are put come on top. */
export async function attachImportedGroups(target: ImportTarget): Promise<void> {
  for (const { logGroup } of await readManifests(target.folder)) await attach(logGroup, target);
}

/** Imports files as `flowq import` does: at the next start they are there, and loading them again adds nothing. */
export async function importIntoGroup({ group, paths, cwd }: LoadRequest, target: ImportTarget): Promise<LoadReport> {
  const notices: string[] = [];
  const { events, known } = await importFiles(
    { kind: 'files', paths, cwd },
    {
      dataFolder: target.folder,
      logGroup: group,
      now: () => new Date(target.service.now()),
      onNotice: (sentence) => notices.push(sentence),
      onWarning: (sentence) => notices.push(sentence),
    },
  );
  await attach(group, target);
  if (known > 0) notices.push(`${known} of the files of "${group}" ${known === 1 ? 'was' : 'were'} loaded before.`);
  return { events, notices };
}

async function attach(logGroup: string, target: ImportTarget): Promise<void> {
  const connection = await target.database.instance.connect();
  try {
    const source = await openStore({ kind: 'store', folder: target.folder, logGroups: [logGroup] }, { connection });
    try {
      await attachSource(logGroup, source, { ...target, connection });
    } catch (error) {
      // Nothing is read in another way, but a damaged segment is told by its name.
      await source.retry?.(error);
      throw explainFailure(error);
    }
  } finally {
    connection.closeSync();
  }
}

async function attachSource(
  logGroup: string,
  source: EventSource,
  { service, connection }: ImportTarget & { readonly connection: DuckDBConnection },
): Promise<void> {
  const group = await madeGroup(service, logGroup);
  await service.events.attach(group.table, {
    stream: `coalesce(${source.columns.logStream ?? 'null'}, '${streamOfFiles}')`,
    timestamp: `coalesce(${(await timestampSql(source, connection)) ?? 'null'}, ${service.now()})`,
    message: source.columns.message,
    from: source.relation,
    where: source.condition ?? 'true',
  });
  await countStreams(service, group);
}
