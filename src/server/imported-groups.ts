import { readManifests } from '../engine/store/manifest.ts';
import { openStore } from '../engine/store/open-store.ts';
import type { Database } from './events/database.ts';
import { countStreams, madeGroup, streamOfFiles, timestampSql } from './load-files.ts';
import type { Service } from './service.ts';

/** Shows what `flowq import` keeps in the same folder as log groups; events that are put come on top. */
export async function attachImportedGroups(service: Service, database: Database, folder: string): Promise<void> {
  const connection = await database.instance.connect();
  try {
    for (const { logGroup } of await readManifests(folder)) {
      const source = await openStore({ kind: 'store', folder, logGroups: [logGroup] });
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
  } finally {
    connection.closeSync();
  }
}
