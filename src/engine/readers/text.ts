import { openLines } from '../input/line-files.ts';
import { timePrefixOf } from '../input/time-prefix.ts';
import type { EventPart, Reader } from '../reader.ts';

/** One event per line, whatever stands in it. */
export const textReader: Reader = {
  name: 'text',
  title: 'plain text',
  recognises: () => true,
  groupOf: (file) => timePrefixOf(file.lines)?.name ?? '',
  async open(files, context): Promise<EventPart> {
    const { select, split, notices, warnings } = await openLines(files, context);
    const prefix = context.format ? undefined : timePrefixOf(files.flatMap(({ lines }) => lines).slice(0, 200));
    return {
      select: prefix ? prefix.select(select) : `SELECT line AS message FROM (${select})`,
      condition: 'message IS NOT NULL',
      columns: { message: 'message', ...(prefix && { timestamp: 'timestamp' }) },
      ...(split && !prefix && { split }),
      shape: { kind: 'lines', ...(context.format && { format: context.format }) },
      notices: [...(prefix ? [`The event time is ${prefix.meaning}.`] : []), ...notices],
      warnings: () => warnings,
    };
  },
};
