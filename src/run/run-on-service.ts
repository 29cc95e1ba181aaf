import { analyze } from '../analysis/analyze.ts';
import type { OutputColumn } from '../analysis/analysis.ts';
import { CloudWatchError } from '../cloudwatch/cloudwatch-error.ts';
import type { LogsApi } from '../cloudwatch/logs-api.ts';
import type { QueryProgress } from '../cloudwatch/poll.ts';
import { runOnCloudWatch } from '../cloudwatch/run-query.ts';
import { sampleEvents } from '../cloudwatch/sample-events.ts';
import { labelOf } from '../formats/labels.ts';
import type { LogFormat } from '../formats/format.ts';
import type { Found } from '../library/find.ts';
import type { CellType, Column, QueryResult } from '../results/result.ts';
import type { TimeRange } from '../results/time-range.ts';
import { requireFormat } from './infer-format.ts';
import { readSaved, renderForFormat, type ReadyQuery, type TemplateOptions } from './ready-query.ts';
import { RunError } from './run-error.ts';

export interface ServiceRun {
  readonly found: Found;
  readonly api: LogsApi;
  /** Names or ARNs; empty where the query begins with SOURCE. */
  readonly logGroups: readonly string[];
  readonly range: TimeRange;
  /** The format of the records; inferred from events of the range where a template needs it. */
  readonly format?: LogFormat;
  readonly template: TemplateOptions;
  /** Rows asked for where a saved query has no `limit`. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  readonly onNotice: (sentence: string) => void;
  /** Told of the query before it is sent; only the service refuses. */
  readonly onQuery: (query: ReadyQuery) => void;
  readonly onProgress?: (progress: QueryProgress) => void;
}

/** Runs a template or a saved query on CloudWatch Logs Insights. */
export async function runOnService(run: ServiceRun): Promise<QueryResult> {
  const { found, api, logGroups, range, limit, signal, onProgress } = run;
  const format = run.format ?? (found.kind === 'template' ? await formatOfGroup(run) : undefined);
  const ready =
    found.kind === 'template' ? await renderForFormat(found, format!, run.template) : await readSaved(found, format);
  run.onQuery(ready);
  tellUnusedLimit(run, ready);
  const { columns, stages } = analyze(ready.query, format ? { format } : {});
  const isForeseeable = stages.every(({ command }) => command.kind !== 'UnknownCommand');
  return runOnCloudWatch(
    { query: ready.query, source: ready.source, logGroups, range },
    {
      api,
      ...(isForeseeable && { columns: columns.map(toColumn) }),
      ...(limit !== undefined && found.kind === 'query' && { limit }),
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    },
  );
}

/** The service would take the number for the query's own, which says what its author meant. */
function tellUnusedLimit({ found, limit, onNotice }: ServiceRun, { query }: ReadyQuery): void {
  if (limit === undefined || found.kind === 'template') return;
  if (query.commands.some(({ kind }) => kind === 'LimitCommand'))
    onNotice('--limit is left out: the query has its own.');
}

/** Reading events needs a permission of its own: without it the person names the format. */
async function formatOfGroup({ api, logGroups, range, signal, onNotice }: ServiceRun): Promise<LogFormat> {
  const [group] = logGroups;
  if (group === undefined) throw new RunError('A template needs to know the log format; name it with --format.');
  let lines: readonly string[];
  try {
    lines = await sampleEvents(group, { api, range, ...(signal && { signal }) });
  } catch (cause) {
    signal?.throwIfAborted();
    // Naming a format helps nobody whose log group does not exist.
    if (cause instanceof CloudWatchError && cause.code === 'ResourceNotFoundException') throw cause;
    const reason = (cause as Error).message;
    throw new RunError(`The format of the log group ${group} cannot be looked up; name it with --format. (${reason})`, {
      cause,
    });
  }
  const { format, notice } = requireFormat({ lines, place: `the log group ${group}` });
  onNotice(notice);
  return format;
}

const cellTypes: Partial<Record<OutputColumn['type'], CellType>> = {
  number: 'number',
  boolean: 'boolean',
  timestamp: 'timestamp',
  list: 'list',
  map: 'map',
};

function toColumn({ name, type, definition, hidden }: OutputColumn): Column {
  const label = definition && labelOf(definition);
  return { name, type: cellTypes[type] ?? 'string', ...(hidden && { hidden }), ...(label && { label }) };
}
