import { toWhole } from './coerce.ts';
import type { OrderKey, Pipeline } from './pipeline.ts';
import { sql, value, type SqlValue } from './value.ts';

/**
 * The columns that put rows in the natural order of a value: texts before numbers, numbers by value, texts run by run
 * with digit runs by length and value; missing values last in both directions.
 */
export function orderKeys(by: SqlValue, direction: OrderKey['direction'], pipeline: Pipeline): OrderKey[] {
  const key = (column: SqlValue): OrderKey => ({ sql: column.sql, direction });
  if (by.type !== 'text') return [key(pipeline.columnFor(by, 'key'))];
  const text = pipeline.columnFor(by, 'key');
  const double = by.isWhole ? sql`CAST(${toWhole(text, pipeline.columnFor)} AS DOUBLE)` : sql`cw_num(${text})`;
  const number = pipeline.columnFor(value('number', double), 'number');
  const natural = (): SqlValue =>
    pipeline.columnFor(value('text', sql`CASE WHEN ${number} IS NULL THEN cw_natural(${text}) END`), 'natural');
  // Among whole numbers the only other text is `-`, and that and nothing are told apart by the text.
  const others = (by.isWhole ? (by.isPresent ? [] : [text]) : [natural(), text]).map(key);
  if (direction === 'desc') return [key(number), ...others];
  // One number tells most rows apart, so that a top-n seldom needs to look at the other keys.
  const lowest = sql`CAST('-inf' AS DOUBLE)`;
  const rank = sql`CASE WHEN ${number} IS NOT NULL THEN greatest(${number}, ${-Number.MAX_VALUE}) WHEN ${text} IS NOT NULL THEN ${lowest} END`;
  return [key(pipeline.columnFor(value('number', rank), 'rank')), ...others];
}

/** ORDER BY, or nothing where no order is known. */
export function orderBy(order: readonly OrderKey[]): string {
  if (order.length === 0) return '';
  return `ORDER BY ${order.map(({ sql: column, direction }) => `${column} ${direction.toUpperCase()} NULLS LAST`).join(', ')}`;
}
