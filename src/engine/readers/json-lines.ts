import { jsonTimeOf } from '../input/json-time.ts';
import { count, firstOf } from '../input/expand-paths.ts';
import { openLines } from '../input/line-files.ts';
import type { PeekedFile } from '../input/peek.ts';
import type { EventPart, Reader } from '../reader.ts';

/** One JSON object per line; the line is the event. */
export const jsonLinesReader: Reader = {
  name: 'jsonl',
  title: 'JSON lines',
  recognises: (file) => file.lines.length > 0 && isObject(file.lines[0]!),
  groupOf: (file) => jsonTimeOf(file.lines)?.key ?? '',
  async open(files, context): Promise<EventPart> {
    const { select, notices, warnings } = await openLines(files, context);
    const time = jsonTimeOf(files.flatMap(({ lines }) => lines).slice(0, 200));
    return {
      select: time?.select(select) ?? `SELECT line AS message FROM (${select})`,
      condition: 'message IS NOT NULL',
      columns: { message: 'message', ...(time && { timestamp: 'timestamp' }) },
      shape: { kind: 'lines', ...(context.format && { format: context.format }) },
      notices: [
        ...(time ? [`The event time is "${time.key}" of each object.`] : []),
        ...tellOddLines(files),
        ...notices,
      ],
      warnings: () => warnings,
    };
  },
};

/** Lines that are looked at, of all files together. */
const looked = 2000;

/** What the beginning of the files tells; it is known before they are read. */
function tellOddLines(files: readonly PeekedFile[]): string[] {
  const each = Math.ceil(looked / files.length);
  const heads = files.slice(0, looked).map(({ name, lines }) => ({ name, lines: lines.slice(0, each) }));
  const odd = heads.map(({ name, lines }) => ({ name, count: lines.filter((line) => !isObject(line)).length }));
  const total = odd.reduce((sum, file) => sum + file.count, 0);
  if (total === 0) return [];
  const lines = heads.reduce((sum, head) => sum + head.lines.length, 0);
  const names = firstOf(odd.flatMap((file) => (file.count > 0 ? [file.name] : [])));
  return [
    `Of the first ${count(lines, 'line')}, ${total.toLocaleString('en-US')} ${total === 1 ? 'is' : 'are'} no JSON object (in ${names}): each is an event without fields.`,
  ];
}

/** The text is a JSON object; a torn one in a file of one line counts as text. */
function isObject(line: string): boolean {
  return objectOf(line) !== undefined;
}

/** The object of a JSON line. */
export function objectOf(line: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (!line?.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
