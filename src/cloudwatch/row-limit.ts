import type { Query } from '../language/ast.ts';
import { mostRows } from '../language/most-rows.ts';

/** The most rows the service gives where nobody asks for more; also the most rows of a page. */
export const mostRowsOfPage = 10_000;

/** The `limit` to send, and how many rows it makes the service stop at. */
export interface RowLimit {
  /** Absent: the text decides. */
  readonly sent: number | undefined;
  /** The query's own text asks to stop there. */
  readonly isFromText: boolean;
  readonly rows: number;
}

/**
 * The API's `limit` can override the text's, so it is sent only where it cannot do harm:
 * never beside a text limit the service grants by itself, with the same number beside a larger one.
 */
export function rowLimit(query: Query, limit: number | undefined): RowLimit {
  const fromText = lastLimit(query);
  if (fromText === undefined) return { sent: limit ?? mostRows, isFromText: false, rows: limit ?? mostRows };
  return { sent: fromText > mostRowsOfPage ? fromText : undefined, isFromText: true, rows: fromText };
}

function lastLimit(query: Query): number | undefined {
  const command = query.commands.findLast((candidate) => candidate.kind === 'LimitCommand');
  return command?.count.kind === 'NumberLiteral' ? command.count.value : undefined;
}
