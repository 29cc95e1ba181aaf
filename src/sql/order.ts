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
  const number = pipeline.columnFor(value('number', sql`cw_num(${text})`), 'number');
  const kind = sql`CASE WHEN ${text} IS NOT NULL THEN ${number} IS NOT NULL END`;
  const natural = sql`CASE WHEN ${number} IS NULL THEN cw_natural(${text}) END`;
  return [
    key(pipeline.columnFor(value('boolean', kind), 'kind')),
    key(number),
    key(pipeline.columnFor(value('text', natural), 'natural')),
    key(text),
  ];
}

/** ORDER BY, or nothing where no order is known. */
export function orderBy(order: readonly OrderKey[]): string {
  if (order.length === 0) return '';
  return `ORDER BY ${order.map(({ sql: column, direction }) => `${column} ${direction.toUpperCase()} NULLS LAST`).join(', ')}`;
}
