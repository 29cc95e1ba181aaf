import { jsonTimeOf } from '../input/json-time.ts';
import { openLines } from '../input/line-files.ts';
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
      notices: [...(time ? [`The event time is "${time.key}" of each object.`] : []), ...notices],
      warnings: () => warnings,
    };
  },
};

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
