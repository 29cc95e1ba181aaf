import type { Bind } from './compare.ts';
import { sql, sqlString, value, type Fragment, type SqlValue } from './value.ts';

/** A JSON pointer: a number is an array index, or a key that is written so. */
export function pointer(keys: readonly string[]): string {
  return sqlString(keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
}

/** The value at a pointer of a JSON value: scalars as text, maps and lists as JSON that can be looked into further. */
export function jsonAt(json: Fragment, at: string, bind: Bind): SqlValue {
  const inner = bind(value('json', sql`json_extract(${json}, ${at})`), 'json');
  return value('text', sql`cw_value(${inner})`, { json: inner });
}

/** A field of a JSON event: nested keys first, then keys that hold dots; maps and lists are no value of a field. */
export function discoveredJson(document: SqlValue, keys: readonly string[], bind: Bind): SqlValue {
  const candidates = readings(keys).map((reading) => sql`json_extract(${document}, ${pointer(reading)})`);
  const all = candidates.map((candidate) => candidate.sql).join(', ');
  const found = bind(
    value('json', { sql: candidates.length > 1 ? `coalesce(${all})` : all, depth: document.depth }),
    'json',
  );
  return value('text', sql`cw_scalar(${found})`);
}

/** Nested; one key with dots; two keys with dots. More ways to cut would cost more than they are met. */
function readings(keys: readonly string[]): string[][] {
  if (keys.length === 1) return [[...keys]];
  const found = [[...keys], [keys.join('.')]];
  for (let cut = 1; cut < keys.length && keys.length > 2; cut++) {
    found.push([keys.slice(0, cut).join('.'), keys.slice(cut).join('.')]);
  }
  return found;
}
