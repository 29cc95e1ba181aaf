import type { Bind } from './compare.ts';
import { literal, missing, sql, value, type Fragment, type SqlValue } from './value.ts';

/** What counts as a number in a text: the pattern of the prelude's `cw_num`, for literals. */
const numberPattern = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** The number a literal stands for, if it does. */
export function literalNumber({ literal }: SqlValue): number | undefined {
  if (typeof literal === 'number') return literal;
  if (typeof literal === 'boolean') return literal ? 1 : 0;
  return literal !== undefined && numberPattern.test(literal) ? Number(literal) : undefined;
}

/** The value as DOUBLE; missing where it is no number. The argument must be cheap where it is text. */
export function toNumber(from: SqlValue): SqlValue {
  const known = literalNumber(from);
  if (known !== undefined) return literal(known);
  switch (from.type) {
    case 'number':
      return from;
    case 'boolean':
    case 'timestamp':
      return value('number', sql`CAST(${from} AS DOUBLE)`);
    case 'text':
      return from.literal === undefined ? value('number', sql`cw_num(${from})`) : missing('number');
    case 'json':
      return missing('number');
  }
}

/** The value of a column that is `isWhole`, as BIGINT. */
export function toWhole(text: SqlValue, columnFor: Bind): Fragment {
  if (text.number) return sql`cw_counted(${text.number})`;
  const whole = columnFor(value('number', sql`TRY_CAST(${text} AS BIGINT)`), 'whole');
  return sql`cw_whole(${text}, ${whole})`;
}

/** The value as VARCHAR, as the service prints it. The argument must be cheap where it is a number. */
export function toText(from: SqlValue): SqlValue {
  switch (from.type) {
    case 'text':
      return from;
    case 'number':
      return value('text', sql`cw_text(${from})`);
    case 'boolean':
      return value('text', sql`CAST(CAST(${from} AS INTEGER) AS VARCHAR)`);
    case 'timestamp':
      return value('text', sql`cw_time(${from})`);
    case 'json':
      return missing('text');
  }
}

/** The value as a condition of three values. The argument must be cheap where it is text. */
export function toBoolean(from: SqlValue): SqlValue {
  switch (from.type) {
    case 'boolean':
      return from;
    case 'number':
    case 'timestamp':
      return value('boolean', sql`(${from} <> 0)`);
    case 'text':
      return value('boolean', sql`(${from} = 'true' OR coalesce(cw_num(${from}), 0) <> 0)`);
    case 'json':
      return value('boolean', sql`FALSE`);
  }
}

/** The value as epoch milliseconds in a BIGINT. */
export function toTimestamp(from: SqlValue): SqlValue {
  if (from.type === 'timestamp') return from;
  const number = toNumber(from);
  return value('timestamp', sql`TRY_CAST(${number} AS BIGINT)`);
}
