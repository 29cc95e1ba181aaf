import type { GetQueryResultsCommandOutput } from '@aws-sdk/client-cloudwatch-logs';
import type { Column, QueryResult, QueryStatistics, Row } from '../results/result.ts';
import { groupDigits } from '../text/group-digits.ts';
import type { ServiceRow } from './pages.ts';
import { scanCounts } from './poll.ts';
import { RowReader, withUnforeseenColumns } from './result-columns.ts';
import type { RowLimit } from './row-limit.ts';

/** Rows of the service, and the columns they fit. */
export interface ForeseenRows {
  readonly columns: readonly Column[];
  readonly batches: AsyncIterable<readonly ServiceRow[]>;
}

/** Columns must stand before the first row: those of analysis, with what the first page has besides; else the union of all rows. */
export async function foresee(
  pages: AsyncGenerator<readonly ServiceRow[]>,
  promised: readonly Column[] | undefined,
): Promise<ForeseenRows> {
  const seen: (readonly ServiceRow[])[] = [];
  do {
    const page = await pages.next();
    if (page.done === true) break;
    seen.push(page.value);
  } while (promised === undefined);
  return {
    columns: withUnforeseenColumns(promised ?? [], seen.flat()),
    batches: (async function* () {
      yield* seen;
      yield* pages;
    })(),
  };
}

/** What an answer is made of. */
export interface Answer extends ForeseenRows {
  readonly first: GetQueryResultsCommandOutput;
  readonly limit: RowLimit;
  readonly elapsed: () => number;
}

/** The rows and statistics of a complete query in the one shape of an answer. */
export function answer({ columns, batches, first, limit, elapsed }: Answer): QueryResult {
  const { promise, resolve, reject } = deferred<QueryStatistics>();
  async function* rows(): AsyncGenerator<readonly Row[]> {
    const reader = new RowReader(columns);
    let count = 0;
    try {
      for await (const batch of batches) {
        count += batch.length;
        if (batch.length > 0) yield batch.map((fields) => reader.read(fields));
      }
    } catch (error) {
      reject(error);
      throw error;
    } finally {
      // Does nothing after a rejection. A reader that left early gets the counts up to there.
      resolve({
        ...scanCounts(first.statistics),
        rows: count,
        elapsedMilliseconds: elapsed(),
        warnings: [...missingRows(first, limit, count), ...homelessFields(reader)],
      });
    }
  }
  return { columns, rows: rows(), statistics: promise };
}

/** What must be said where the service found more than it gave. */
function missingRows({ statistics }: GetQueryResultsCommandOutput, limit: RowLimit, count: number): string[] {
  const matched = statistics?.recordsMatched ?? 0;
  const results = statistics?.resultCount ?? 0;
  if (results > count) return [`Only ${amount(count)} of ${amount(results)} rows came.`];
  if (limit.isFromText || count < limit.rows || matched <= count) return [];
  return [`The answer stops at ${amount(count)} rows; ${amount(matched)} events matched, so there may be more.`];
}

function homelessFields({ homeless }: RowReader): string[] {
  return [...homeless].map(
    ([field, rows]) =>
      `The field "${field}" is not shown: it first came after the first page (in ${amount(rows)} ${rows === 1 ? 'row' : 'rows'}).`,
  );
}

function amount(count: number): string {
  return groupDigits(count);
}

/** Promise.withResolvers, which Node 20 lacks. A rejection nobody waits for is no crash: the rows reject as well. */
function deferred<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
} {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
