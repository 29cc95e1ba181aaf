import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { LocalInput } from '../../engine/local-input.ts';
import { openLibrary, type Found } from '../../library/find.ts';
import { readSavedQuery } from '../../library/saved-query.ts';
import type { QueryResult } from '../../results/result.ts';
import type { ReadyQuery, TemplateOptions } from '../../run/ready-query.ts';
import { renderDiagnostic } from '../../text/render.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';
import { localProgress, serviceProgress, startProgress } from '../progress.ts';
import { generateOptions, givenTemplateFlags, withTemplateFlags, type TemplateFlags } from '../template-flags.ts';
import { defaultSince, readTimeRange, timeRangeSince, withTimeOptions, type TimeOptions } from '../time-range.ts';
import { withResultOptions, writeResult, type ResultOptions } from '../write-result.ts';

interface RunFlags extends TemplateFlags, TimeOptions, ResultOptions {
  readonly query: string;
  readonly file?: readonly string[] | undefined;
  readonly inputFormat?: string | undefined;
  readonly logGroup?: readonly string[] | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
  readonly format?: string | undefined;
  readonly allowUnknownFields?: boolean | undefined;
}

export const runCommand = defineCommand<RunFlags>({
  builder: (yargs) =>
    withTimeOptions(withResultOptions(withTemplateFlags(withPlaces(yargs))))
      .example('$0 run reject-counts --file flow.log', 'Rejected flows by source, from a file')
      .example("$0 run mine.cwli --file 'logs/**/*.log.gz' --output csv", 'Your own query over many files')
      .example('$0 run reject-counts --log-group vpc-flow --since 1h', 'The same on CloudWatch Logs'),
  async handler(options, context) {
    checkPlaces(options);
    const library = openLibrary(context.cwd);
    const found = options.query === '-' ? await readStdin(context) : library.find(options.query);
    const given = givenTemplateFlags(options).filter((flag) => flag !== '--limit');
    if (found.kind === 'query' && given.length > 0) {
      throw new UsageError(
        `${given.join(', ')} ${given.length === 1 ? 'is' : 'are'} for templates; "${options.query}" is a saved query: change its text instead.`,
      );
    }
    const template = { ...generateOptions(options), others: library.templates };
    await writeResult(await start(found, template, options, context), options, context);
    return 0;
  },
});

function withPlaces(yargs: Argv): Argv<Omit<RunFlags, keyof TemplateFlags | keyof TimeOptions | keyof ResultOptions>> {
  return yargs
    .positional('query', {
      type: 'string',
      demandOption: true,
      describe: 'Template or saved query: a name, a path, or - for standard input',
    })
    .option('file', { ...many, alias: 'f', describe: 'File, folder or glob to read; - for standard input; repeatable' })
    .option('input-format', {
      type: 'string',
      requiresArg: true,
      describe: 'Kind of the files [default: found from their beginning]',
    })
    .option('log-group', { ...many, alias: 'g', describe: 'Log group, a name or an ARN; repeatable' })
    .option('region', { type: 'string', requiresArg: true, describe: 'AWS region' })
    .option('profile', { type: 'string', requiresArg: true, describe: 'AWS profile' })
    .option('endpoint-url', { type: 'string', requiresArg: true, describe: 'Where the service is, if not at AWS' })
    .option('format', {
      type: 'string',
      requiresArg: true,
      describe: 'Log format: its string, a catalogue name, or @FILE',
    })
    .option('allow-unknown-fields', {
      type: 'boolean',
      describe: 'Take fields of --format that no catalogue knows as text',
    })
    .group(
      ['file', 'input-format', 'log-group', 'region', 'profile', 'endpoint-url', 'format', 'allow-unknown-fields'],
      'Where the records are:',
    );
}

const many = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;

function checkPlaces({ file, logGroup, inputFormat, query, region, profile, endpointUrl }: RunFlags): void {
  if (file && logGroup) throw new UsageError('--file reads files, --log-group asks a log group: give one of them.');
  if (!file && !logGroup) throw new UsageError('Say where the records are: --file PATH, or --log-group NAME.');
  if (logGroup && inputFormat !== undefined) throw new UsageError('--input-format goes with --file.');
  if (!file) return;
  if (query === '-' && file.includes('-')) {
    throw new UsageError('Standard input is either the query or the data; "-" stands for both.');
  }
  const [flag] =
    Object.entries({ region, profile, 'endpoint-url': endpointUrl }).find(([, value]) => value !== undefined) ?? [];
  if (flag !== undefined) throw new UsageError(`--${flag} is for CloudWatch Logs; --file stays on this machine.`);
}

async function readStdin(context: Context): Promise<Found> {
  const source = await context.readSource('-');
  return {
    kind: 'query',
    entry: { kind: 'query', name: source.name, path: source.name, topic: '', shipped: false },
    query: readSavedQuery(source.name, source),
  };
}

async function start(
  found: Found,
  template: TemplateOptions,
  options: ArgumentsCamelCase<RunFlags>,
  context: Context,
): Promise<QueryResult> {
  const { format, allowUnknownFields = false } = options;
  const range = await readTimeRange(options, context.now());
  const told = {
    found,
    signal: context.signal,
    template,
    onNotice: (sentence: string) => context.stderr(`${sentence}\n`),
    onQuery: (query: ReadyQuery) => showFindings(query, options.file === undefined, context),
    ...(format !== undefined && { format: await readFormatOption(format, context, { allowUnknownFields }) }),
    ...(options.limit !== undefined && { limit: options.limit }),
  };
  const progress = startProgress(context, options.quiet === true);
  try {
    if (options.logGroup) {
      const { openLogsApi } = await import('../../cloudwatch/client.ts');
      const { runOnService } = await import('../../run/run-on-service.ts');
      const { region, profile, endpointUrl, logGroup: logGroups } = options;
      const api = await openLogsApi({ region, profile, endpointUrl });
      const result = await runOnService({
        ...told,
        api,
        logGroups,
        range: range ?? (await defaultRange(context)),
        onProgress: (state) => progress.show(serviceProgress(state)),
      });
      return closing(result, () => api.close());
    }
    const { runOnFiles } = await import('../../run/run-on-files.ts');
    return await runOnFiles({
      ...told,
      input: localInput(options, context),
      now: context.now(),
      ...(range && { range }),
      onProgress: (state) => progress.show(localProgress(state)),
    });
  } finally {
    progress.end();
  }
}

async function defaultRange(context: Context) {
  context.stderr(`No time range given: --since ${defaultSince}.\n`);
  return timeRangeSince(defaultSince, context.now());
}

function localInput({ file = [], inputFormat }: RunFlags, context: Context): LocalInput {
  return {
    kind: 'files',
    paths: file,
    cwd: context.cwd,
    stdin: context.stdin,
    ...(inputFormat !== undefined && { inputFormat }),
  };
}

/** Locally errors stop the query and are shown as its failure; on the service only the service refuses. */
function showFindings({ source, diagnostics }: ReadyQuery, isOnService: boolean, context: Context): void {
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'info' || (!isOnService && diagnostic.severity === 'error')) continue;
    context.stderr(`${renderDiagnostic(source, diagnostic)}\n`);
  }
}

/** Frees the connections when the rows are read. */
function closing(result: QueryResult, close: () => void): QueryResult {
  return {
    ...result,
    rows: (async function* () {
      try {
        yield* result.rows;
      } finally {
        close();
      }
    })(),
  };
}
