import { openJson } from '../input/json-files.ts';
import type { PeekedFile } from '../input/peek.ts';
import type { EventPart, Reader } from '../reader.ts';

/** What Firehose delivers: `{"message": "<record>"}`, often without line ends between the objects. */
export const firehoseReader: Reader = {
  name: 'firehose',
  title: 'Firehose records ({"message": …})',
  recognises: ({ text }: PeekedFile) => /^\s*\{\s*"message"\s*:\s*"(?:[^"\\]|\\.)*"\s*\}\s*(?:\{|$)/.test(text),
  async open(files, context): Promise<EventPart> {
    const { select, warnings } = await openJson(files, context, {
      columns: { message: 'VARCHAR' },
      unwrap: (document) => [document],
    });
    return {
      select: `SELECT message FROM (${select}) WHERE message IS NOT NULL`,
      columns: { message: 'message' },
      shape: { kind: 'lines', ...(context.format && { format: context.format }) },
      warnings: () => warnings,
    };
  },
};
