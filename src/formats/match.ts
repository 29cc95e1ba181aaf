import { isFlowFamily } from './field-sets.ts';
import type { LogFormat } from './format.ts';

/**
 * The values of a record, in the order of the fields; nothing where the line is not of the format. A value is the
 * shortest text up to the separator after it, as in a `parse` with a glob.
 */
export function matchRecord(format: LogFormat, line: string): readonly string[] | undefined {
  const record = line.endsWith('\r') ? line.slice(0, -1) : line;
  return isFlowFamily(format.family) && isSpaced(format) ? matchWords(format, record) : matchText(format, record);
}

/** One space between all fields, as the flow log service writes. */
function isSpaced({ separators }: LogFormat): boolean {
  const last = separators.length - 1;
  return separators.every((separator, index) => separator === (index === 0 || index === last ? '' : ' '));
}

function matchWords({ fields }: LogFormat, record: string): readonly string[] | undefined {
  // What follows the last word is no field.
  const words = record.replace(/ +$/, '').split(' ');
  return words.length === fields.length && !words.includes('') ? words : undefined;
}

function matchText({ family, fields, separators }: LogFormat, record: string): readonly string[] | undefined {
  if (!record.startsWith(separators[0]!)) return undefined;
  const values: string[] = [];
  let start = separators[0]!.length;
  for (let index = 0; index < fields.length; index++) {
    const separator = separators[index + 1]!;
    const isLast = index === fields.length - 1;
    const end =
      separator === ''
        ? lastValueEnd(record, start, { family, before: separators[index]! })
        : record.indexOf(separator, start);
    if (end === -1) return undefined;
    values.push(record.slice(start, end));
    start = end + separator.length;
    if (isLast && !isEnd(record, start, family)) return undefined;
  }
  return values;
}

/** A value at the end of the line goes on to the end, unless it is separated by white space: then it holds none. */
function lastValueEnd(
  record: string,
  start: number,
  { family, before }: { family: LogFormat['family']; before: string },
): number {
  if (!/^\s+$/.test(before)) return record.length;
  const white = record.indexOf(before, start);
  if (white === -1) return record.length;
  return family === 'positional' ? white : -1;
}

/** AWS appends fields to its positional logs over time; what is known of them stays readable. */
function isEnd(record: string, end: number, family: LogFormat['family']): boolean {
  return end === record.length || (family === 'positional' && /^\s/.test(record.slice(end, end + 1)));
}
