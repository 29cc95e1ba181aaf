import { cellOf, Json, numberOf, textOf, type Value } from './value.ts';

/** Texts before numbers, numbers by value, texts run by run: digit runs by length and value, others by code point. */
export function naturalOrder(a: string, b: string): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return x - y || compareText(a, b);
  if (x !== undefined || y !== undefined) return x === undefined ? -1 : 1;
  const [left, right] = [runs(a), runs(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareRuns(left[index]!, right[index]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function runs(text: string): string[] {
  return text.match(/[0-9]+|[^0-9]+/g) ?? [];
}

function compareRuns(a: string, b: string): number {
  const areDigits = /^[0-9]/.test(a) && /^[0-9]/.test(b);
  return areDigits ? a.length - b.length || compareText(a, b) : compareText(a, b);
}

/** By code point, as bytes of UTF-8 are ordered. */
export function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The order of sort; what is missing comes last in both directions. */
export function compareValues(a: Value, b: Value, direction: 1 | -1): number {
  return lastIfMissing(a, b, (x, y) => {
    if (typeof x === 'string' || typeof y === 'string' || x instanceof Json) {
      return direction * naturalOrder(textOf(x)!, textOf(y)!);
    }
    return direction * (numberOf(x)! - numberOf(y)!);
  });
}

/** What decides between groups that sort found equal: their keys as plain texts, or by value where they are none. */
export function comparePlain(a: Value, b: Value): number {
  return lastIfMissing(a, b, (x, y) =>
    typeof x === 'string' && typeof y === 'string' ? compareText(x, y) : numberOf(x)! - numberOf(y)!,
  );
}

function lastIfMissing(a: Value, b: Value, order: (a: Value, b: Value) => number): number {
  if (cellOf(a) === undefined || cellOf(b) === undefined) {
    return Number(cellOf(a) === undefined) - Number(cellOf(b) === undefined);
  }
  return order(a, b);
}

/** The first difference of two lists. */
export function compareLists<Entry>(
  left: readonly Entry[],
  right: readonly Entry[],
  order: (a: Entry, b: Entry) => number,
): number {
  for (const [index, entry] of left.entries()) {
    const found = order(entry, right[index]!);
    if (found !== 0) return found;
  }
  return 0;
}
