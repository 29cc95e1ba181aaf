/** A map or list; `text` where the engine holds it as one (an element of a list), not where it is a map of its own. */
export class Json {
  readonly content: object;
  readonly text: string | undefined;

  constructor(content: object, text?: string) {
    this.content = content;
    this.text = text;
  }
}

/** A value of the second evaluator; a `Date` is a time, `undefined` is missing. */
export type Value = string | number | boolean | Date | Json | undefined;

const numeric = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export function isNumeric(text: string): boolean {
  return numeric.test(text);
}

export function numberOf(of: Value): number | undefined {
  if (typeof of === 'number') return of;
  if (typeof of === 'boolean') return of ? 1 : 0;
  if (of instanceof Date) return of.getTime();
  return typeof of === 'string' && isNumeric(of) ? Number(of) : undefined;
}

/** The value as functions of text see it. */
export function textOf(of: Value): string | undefined {
  return of instanceof Json ? of.text : cellOf(of);
}

/** The value as an answer tells it. */
export function cellOf(of: Value): string | undefined {
  if (of instanceof Json) return of.text ?? JSON.stringify(of.content);
  if (of instanceof Date) return of.toISOString().replace('T', ' ').replace('Z', '');
  if (typeof of === 'boolean') return of ? '1' : '0';
  if (typeof of !== 'number') return of;
  if (!Number.isFinite(of)) return undefined;
  if (Number.isInteger(of)) return BigInt(of).toString();
  return String(Number(of.toFixed(4)) + 0);
}

export function truthOf(of: Value): boolean | undefined {
  if (of === undefined || typeof of === 'boolean') return of;
  return of === 'true' || (numberOf(of) ?? 0) !== 0;
}

/** The value behind JSON: maps and lists with their text. */
export function valueOfJson(content: unknown): Value {
  switch (typeof content) {
    case 'object':
      return content === null ? undefined : new Json(content, JSON.stringify(content));
    case 'boolean':
      return content ? '1' : '0';
    case 'number':
    case 'string':
      return String(content);
    default:
      return undefined;
  }
}
