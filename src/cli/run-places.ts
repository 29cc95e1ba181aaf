import type { Argv } from 'yargs';
import { UsageError } from './errors.ts';
import { recordFlags, withRecordOptions, type RecordOptions } from './record-options.ts';

/** Where the records of a run are. */
export interface RunPlaces extends RecordOptions {
  readonly query: string;
  readonly file?: readonly string[] | undefined;
  readonly logGroup?: readonly string[] | undefined;
  readonly local?: boolean | undefined;
  readonly data?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
  readonly table?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
}

const group = 'Where the records are:';
const text = { type: 'string', requiresArg: true, group } as const;
const many = { ...text, array: true, nargs: 1 } as const;

/** Adds the query and the places of its records to a command. */
export function withRunPlaces(yargs: Argv): Argv<RunPlaces> {
  return withRecordOptions(yargs)
    .positional('query', {
      type: 'string',
      demandOption: true,
      describe: 'Template or saved query: a name, a path, or - for standard input',
    })
    .option('file', { ...many, alias: 'f', describe: 'File, folder or glob to read, - for standard input; repeatable' })
    .option('log-group', { ...many, alias: 'g', describe: 'Log group, a name or an ARN; repeatable' })
    .option('local', { type: 'boolean', group, describe: 'Ask log groups that were imported on this machine' })
    .option('data', { ...text, describe: 'Folder of the imported log groups' })
    .option('table', { ...many, describe: 'CSV file of a lookup table, NAME=FILE; repeatable' })
    .option('source', {
      ...many,
      describe: 'Files of a log group that a join or subquery asks, GROUP=PATH; repeatable',
    })
    .option('region', { ...text, describe: 'AWS region' })
    .option('profile', { ...text, describe: 'AWS profile' })
    .option('endpoint-url', { ...text, describe: 'Where the service is, if not at AWS' })
    .group(recordFlags, group);
}

/** Throws `UsageError` where standard input would be both the query and the data: asked before anything is read. */
export function refuseTwoStdins({ query, file }: RunPlaces): void {
  if (query !== '-' || !file?.includes('-')) return;
  throw new UsageError('Standard input is either the query or the data; "-" stands for both.');
}

/** Throws `UsageError` where the places contradict each other, or none is named. */
export function checkRunPlaces(places: RunPlaces): void {
  const { file, logGroup, local, data, inputFormat } = places;
  if (file && logGroup) throw new UsageError('--file reads files, --log-group asks a log group: give one of them.');
  if (!file && !logGroup) throw new UsageError('Say where the records are: --file PATH, or --log-group NAME.');
  if (local && file) throw new UsageError('--local goes with --log-group, not with --file.');
  if (logGroup && !local && (places.table ?? places.source)) {
    throw new UsageError('--table and --source are for runs on this machine; the service has its own.');
  }
  if (data !== undefined && !local) throw new UsageError('--data goes with --local.');
  if (logGroup && inputFormat !== undefined) throw new UsageError('--input-format goes with --file.');
  const flag = file || local ? serviceFlagOf(places) : undefined;
  if (flag !== undefined) {
    throw new UsageError(`--${flag} is for CloudWatch Logs; ${file ? '--file' : '--local'} stays on this machine.`);
  }
}

/** `NAME=PATH` flags by name. */
export function readAssignments(flag: string, values: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(
    values.map((text) => {
      const equals = text.indexOf('=');
      if (equals > 0 && equals < text.length - 1) return [text.slice(0, equals), text.slice(equals + 1)];
      throw new UsageError(`--${flag} takes NAME=PATH, not "${text}".`);
    }),
  );
}

function serviceFlagOf({ region, profile, endpointUrl }: RunPlaces): string | undefined {
  const flags = Object.entries({ region, profile, 'endpoint-url': endpointUrl });
  return flags.find(([, value]) => value !== undefined)?.[0];
}
