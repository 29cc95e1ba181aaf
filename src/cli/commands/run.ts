import { resolve } from 'node:path';
import type { ArgumentsCamelCase } from 'yargs';
import type { LocalInput } from '../../engine/local-input.ts';
import { openLibrary, type Found } from '../../library/find.ts';
import { readSavedQuery } from '../../library/saved-query.ts';
import type { QueryResult } from '../../results/result.ts';
import type { ReadyQuery, TemplateOptions } from '../../run/ready-query.ts';
import type { LocalRun } from '../../run/run-on-database.ts';
import { renderDiagnostic } from '../../text/render.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';
import { localProgress, serviceProgress, startProgress, type ProgressLine } from '../progress.ts';
import { checkRunPlaces, readAssignments, refuseTwoStdins, withRunPlaces, type RunPlaces } from '../run-places.ts';
import { generateOptions, givenTemplateFlags, withTemplateFlags, type TemplateFlags } from '../template-flags.ts';
import { defaultSince, readTimeRange, timeRangeSince, withTimeOptions, type TimeOptions } from '../time-range.ts';
import { withResultOptions, writeResult, type ResultOptions } from '../write-result.ts';

type RunOptions = ArgumentsCamelCase<RunPlaces & TemplateFlags & TimeOptions & ResultOptions>;

export const runCommand = defineCommand({
  builder: (yargs) =>
    withTimeOptions(withResultOptions(withTemplateFlags(withRunPlaces(yargs))))
      .example('$0 run reject-counts --file flow.log', 'Rejected flows by source, from a file')
      .example("$0 run mine.cwli --file 'logs/**/*.log.gz' --output csv", 'Your own query over many files')
      .example('$0 run reject-counts --log-group vpc-flow --since 1h', 'The same on CloudWatch Logs'),
  async handler(given: RunOptions, context) {
    const library = openLibrary(context.cwd);
    refuseTwoStdins(given);
    const found = given.query === '-' ? await readStdin(context) : library.find(given.query);
    const options = withMetadata(given, found);
    checkRunPlaces(options);
    if (found.kind === 'query') refuseTemplateFlags(options);
    const template = { ...generateOptions(options), others: library.templates };
    const progress = startProgress(context, options.quiet === true);
    try {
      await writeResult(await start({ found, template, options, progress }, context), options, context);
    } finally {
      progress.end();
    }
    return 0;
  },
});

/** A saved query may say itself which format its records have and which log groups it asks. */
function withMetadata(options: RunOptions, found: Found): RunOptions {
  if (found.kind === 'template') return options;
  const { format, logGroups } = found.query.metadata;
  return {
    ...options,
    format: options.format ?? format,
    logGroup: options.logGroup ?? (options.file || logGroups.length === 0 ? undefined : logGroups),
  };
}

/** The limit is also the service's own parameter, so a saved query takes it. */
function refuseTemplateFlags(options: RunOptions): void {
  const given = givenTemplateFlags(options).filter((flag) => flag !== '--limit');
  if (given.length === 0) return;
  const flags = `${given.join(', ')} ${given.length === 1 ? 'changes' : 'change'} templates`;
  throw new UsageError(`${flags}; "${options.query}" is a saved query: change its text instead.`);
}

async function readStdin(context: Context): Promise<Found> {
  const source = await context.readSource('-');
  return {
    kind: 'query',
    entry: { kind: 'query', name: source.name, path: source.name, topic: '', shipped: false },
    query: readSavedQuery(source.name, source),
  };
}

interface Start {
  readonly found: Found;
  readonly template: TemplateOptions;
  readonly options: RunOptions;
  readonly progress: ProgressLine;
}

async function start({ found, template, options, progress }: Start, context: Context): Promise<QueryResult> {
  const { format, allowUnknownFields = false, logGroup, limit, local = false } = options;
  const range = await readTimeRange(options, context.now());
  const isOnService = logGroup !== undefined && !local;
  const run = {
    found,
    template,
    signal: context.signal,
    onNotice: (sentence: string) => {
      progress.end();
      if (!options.quiet) context.stderr(`${sentence}\n`);
    },
    onQuery: (query: ReadyQuery) => showFindings(query, isOnService, context),
    ...(format !== undefined && { format: await readFormatOption(format, context, { allowUnknownFields }) }),
    ...(limit !== undefined && { limit }),
  };
  if (!isOnService) {
    const { runOnFiles } = await import('../../run/run-on-files.ts');
    return runOnFiles({
      ...run,
      input: localInput(options, context),
      hidden: options.showHidden ?? false,
      now: context.now(),
      ...outsideInputs(options, context),
      ...(range && { range }),
      onProgress: (state) => progress.show(localProgress(state)),
    });
  }
  const { region, profile, endpointUrl } = options;
  const { openLogsApi } = await import('../../cloudwatch/client.ts');
  const { runOnService } = await import('../../run/run-on-service.ts');
  const api = await openLogsApi({ region, profile, endpointUrl });
  const result = await runOnService({
    ...run,
    api,
    logGroups: logGroup,
    range: range ?? (await defaultRange(context)),
    onProgress: (state) => progress.show(serviceProgress(state)),
  });
  return closing(result, api.close);
}

async function defaultRange(context: Context) {
  context.stderr(`No time range given: --since ${defaultSince}.\n`);
  return timeRangeSince(defaultSince, context.now());
}

function localInput(options: RunOptions, context: Context): LocalInput {
  const { file, logGroup = [], inputFormat } = options;
  if (!file) return { kind: 'store', folder: dataFolder(options, context), logGroups: logGroup };
  const { cwd, stdin } = context;
  return { kind: 'files', paths: file, cwd, stdin, ...(inputFormat !== undefined && { inputFormat }) };
}

/** What a query reads beside its events: lookup tables, and log groups of joins and subqueries. */
function outsideInputs(options: RunOptions, context: Context): Pick<LocalRun, 'tables' | 'groups'> {
  const { cwd } = context;
  const files = readAssignments('source', options.source);
  const tables = [...readAssignments('table', options.table)].map(
    ([name, path]) => [name, resolve(cwd, path)] as const,
  );
  return {
    tables: new Map(tables),
    groups: (name) => {
      const path = files.get(name);
      if (path !== undefined) return { kind: 'files', paths: [path], cwd };
      return options.local ? { kind: 'store', folder: dataFolder(options, context), logGroups: [name] } : undefined;
    },
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
  async function* rows() {
    try {
      yield* result.rows;
    } finally {
      close();
    }
  }
  return { ...result, rows: rows() };
}
