import type { Field } from '../../../src/language/ast.ts';
import { Json, type Value, valueOfJson } from './value.ts';

/** A row: an event, one of the rows made of an event, or a group. */
export class Row {
  readonly fields: Map<string, Value>;
  /** Where it was read; behind that, which element of the event's lists it has. */
  readonly place: readonly number[];
  /** Of a group. */
  readonly keys: readonly Value[];

  constructor(fields: Iterable<readonly [string, Value]>, place: readonly number[] = [], keys: readonly Value[] = []) {
    this.fields = new Map(fields);
    this.place = place;
    this.keys = keys;
  }

  /** A copy with one more field, for an element of a list. */
  with(name: string, value: Value, index: number): Row {
    return new Row([...this.fields, [name, value]], [...this.place, index], this.keys);
  }

  get(field: Field): Value {
    if (this.fields.has(field.name)) return this.fields.get(field.name);
    const keys = field.segments.flatMap(({ text }) => text.split('.'));
    for (let length = keys.length - 1; length > 0; length--) {
      const name = keys.slice(0, length).join('.');
      if (!this.fields.has(name)) continue;
      const map = this.fields.get(name);
      return map instanceof Json ? valueOfJson(at(map.content, keys.slice(length))) : undefined;
    }
    return this.discovered(keys);
  }

  /** A leaf of a JSON event: by nested keys, else by a key that holds the dots. */
  private discovered(keys: readonly string[]): Value {
    const event = this.fields.get(eventKey);
    if (!(event instanceof Json)) return undefined;
    const readings = keys.length > 1 ? [keys, [keys.join('.')]] : [keys];
    const found = readings.map((reading) => at(event.content, reading)).find((content) => content !== undefined);
    const value = valueOfJson(found);
    return value instanceof Json ? undefined : value;
  }
}

/** A name that no query can write. */
const eventKey = '\0event';

/** The row of an event; its time, where it has one. */
export function eventRow(message: string, place: number, time?: number): Row {
  const fields: [string, Value][] = [['@message', message]];
  if (time !== undefined) fields.push(['@timestamp', new Date(time)]);
  const content = parsed(message);
  if (content) fields.push([eventKey, new Json(content)]);
  return new Row(fields, [place]);
}

/** The map or list that a JSON text describes. */
export function parsed(text: string): object | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}

function at(content: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    return (inner as Record<string, unknown>)[key];
  }, content);
}
