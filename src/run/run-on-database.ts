import type { Database } from '../engine/database.ts';
import type { LocalInput } from '../engine/local-input.ts';
import type { Progress } from '../engine/progress.ts';
import { openLocal } from '../engine/run.ts';
import type { LogFormat } from '../formats/format.ts';
import type { Found } from '../library/find.ts';
import type { QueryResult } from '../results/result.ts';
import type { TimeRange } from '../results/time-range.ts';
import { QueryError } from '../text/query-error.ts';
import { findFormatOf, requireFormat, type InferredFormat } from './infer-format.ts';
import { readSaved, renderForFormat, type ReadyQuery, type TemplateOptions } from './ready-query.ts';

/** Events that are looked at to tell their format. */
const peekedEvents = 200;

export interface LocalRun {
  readonly found: Found;
  readonly input: LocalInput;
  /** The format of the records; inferred where it is absent. */
  readonly format?: LogFormat;
  readonly template: TemplateOptions;
  readonly range?: TimeRange;
  /** At most so many rows of a saved query. */
  readonly limit?: number;
  /** Whether columns that are hidden unless asked for (`@ptr`) are made; they are if absent. */
  readonly hidden?: boolean;
  /** CSV files of lookup tables, by name. */
  readonly tables?: ReadonlyMap<string, string>;
  /** Where the log groups are that joins and subqueries ask. */
  readonly groups?: (group: string) => LocalInput | undefined;
  readonly signal?: AbortSignal;
  readonly now?: Date;
  readonly onNotice: (sentence: string) => void;
  /** Told of the query before it runs: warnings are shown, errors stop it. */
  readonly onQuery: (query: ReadyQuery) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** Runs a template or a saved query on local data, in a database that is closed with the answer. */
export async function runOnDatabase(run: LocalRun, database: Database): Promise<QueryResult> {
  const { found, input, range, limit, signal, now, onNotice, onProgress } = run;
  const opened = await openLocal(run.format ? { ...input, format: run.format } : input, database, {
    onNotice,
    ...(range && { range }),
    ...(signal && { signal }),
  });
  try {
    const place =
      input.kind === 'files'
        ? input.paths.map((path) => (path === '-' ? 'standard input' : path)).join(', ')
        : input.logGroups.join(', ');
    const peek = async () => ({ lines: await opened.peek(peekedEvents), place });
    const known = run.format ?? opened.format;
    let format = known && { format: known };
    let ready: ReadyQuery;
    if (found.kind === 'template') {
      format ??= tell(requireFormat(await peek()), onNotice);
      ready = await renderForFormat(found, format.format, run.template);
    } else {
      format ??= tell(findFormatOf(await peek()), onNotice);
      ready = await readSaved(found, format?.format);
    }
    run.onQuery(ready);
    refuseErrors(ready);
    return await opened.run(ready.query, ready.source, {
      ...(format && { format: format.format }),
      ...(limit !== undefined && found.kind === 'query' && { limit }),
      ...(run.hidden !== undefined && { hidden: run.hidden }),
      ...(run.tables && { tables: run.tables }),
      ...(run.groups && { groups: run.groups }),
      ...(now && { now }),
      ...(onProgress && { onProgress }),
    });
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function tell<Inferred extends InferredFormat | undefined>(
  inferred: Inferred,
  onNotice: LocalRun['onNotice'],
): Inferred {
  if (inferred) onNotice(inferred.notice);
  return inferred;
}

/** A query that is wrong would answer wrongly here, where no service refuses it. */
function refuseErrors({ source, diagnostics }: ReadyQuery): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new QueryError(source, errors);
}
