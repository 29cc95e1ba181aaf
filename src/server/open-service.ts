import { Account } from './account/account.ts';
import { Database } from './events/database.ts';
import { EventTables } from './events/event-tables.ts';
import { RecordTable } from './events/record-table.ts';
import { Faults } from './faults.ts';
import { attachImportedGroups, importIntoGroup } from './imported-groups.ts';
import { loadFiles } from './load-files.ts';
import { localEngine } from './queries/local-engine.ts';
import { Queries } from './queries/queries.ts';
import { Quotas } from './quotas.ts';
import type { Identity, Service } from './service.ts';
import type { RunningServer, ServerOptions } from './start-server.ts';

/** The service behind the HTTP front. */
export interface OpenService {
  readonly service: Service;
  readonly load: RunningServer['load'];
  readonly close: () => Promise<void>;
}

const hour = 3_600_000;

/** Opens the data and everything that works on it. */
export async function openService(
  options: ServerOptions & { readonly onError: (error: unknown) => void },
): Promise<OpenService> {
  const { onError, now = () => Date.now() } = options;
  const database = await Database.open({ folder: options.dataFolder, memoryLimit: options.memoryLimit ?? '512MB' });
  try {
    const identity: Identity = {
      region: options.region ?? 'us-east-1',
      accountId: options.accountId ?? '000000000000',
    };
    const account = await Account.open(await RecordTable.open(database));
    const events = await EventTables.open(
      database,
      account.groups().map(({ table }) => table),
    );
    await account.countStoredEvents(events);
    const queries = new Queries({
      folder: database.temporaryFolder,
      latency: options.latency ?? 0,
      lifetime: options.resultLifetime ?? hour,
      mostKept: 1_000,
      parallel: options.parallelQueries ?? 2,
      now,
      onError,
    });
    const service: Service = {
      identity,
      account,
      events,
      queries,
      engine: localEngine({ account, events, database, identity, now }),
      faults: new Faults(options.faultRates ?? {}, options.seed ?? 1),
      quotas: new Quotas(options.quotas ?? false, now),
      now,
    };
    const target = options.dataFolder === undefined ? undefined : { service, database, folder: options.dataFolder };
    if (target) await attachImportedGroups(target);
    return {
      service,
      load: (request) => (target ? importIntoGroup(request, target) : loadFiles(service, database, request)),
      async close() {
        await queries.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
