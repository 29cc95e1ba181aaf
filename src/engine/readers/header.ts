import { readFormat } from '../../formats/read.ts';
import type { LogFormat } from '../../formats/format.ts';
import { openLines } from '../input/line-files.ts';
import type { PeekedFile } from '../input/peek.ts';
import type { EventPart, Reader } from '../reader.ts';

/** Text whose first line names the fields, as flow logs in S3 have it; the line itself is no event. */
export const headerReader: Reader = {
  name: 'header',
  title: 'text with a header line',
  recognises: (file) => headerOf(file) !== undefined,
  groupOf: (file) => headerOf(file)?.lines.join('\n') ?? '',
  async open(files, context): Promise<EventPart> {
    const header = headerOf(files[0]!);
    const { select, split, notices, warnings } = await openLines(files, context, { skip: header?.lines.length ?? 1 });
    const format = header?.format ?? context.format;
    return {
      select: `SELECT line AS message FROM (${select})`,
      condition: 'message IS NOT NULL',
      columns: { message: 'message' },
      ...(split && { split }),
      shape: { kind: 'lines', ...(format && { format }) },
      notices: [...(header ? [`The header line names the format: ${nameOf(header.format)}.`] : []), ...notices],
      warnings: () => warnings,
    };
  },
};

interface Header {
  readonly lines: readonly string[];
  readonly format: LogFormat;
}

const fieldName = /^[A-Za-z][A-Za-z0-9_.()-]*$/;

/** The header of a file and the format that it names. */
export function headerOf(file: Pick<PeekedFile, 'lines'>): Header | undefined {
  const w3c = file.lines.findIndex((line) => line.startsWith('#Fields:'));
  if (w3c >= 0 && file.lines.slice(0, w3c).every((line) => line.startsWith('#'))) {
    return headerFrom(file.lines.slice(0, w3c + 1), true);
  }
  const words = file.lines[0]?.trim().split(/\s+/) ?? [];
  if (words.length < 3 || !words.every((word) => fieldName.test(word))) return undefined;
  return headerFrom(file.lines.slice(0, 1), false);
}

function headerFrom(lines: readonly string[], isDeclared: boolean): Header | undefined {
  const { format } = readFormat(lines.at(-1)!, { allowUnknownFields: true });
  if (!format) return undefined;
  const known = format.fields.filter(({ definition }) => definition !== undefined).length;
  // A sentence may hold a word such as "action" or "start"; a header is made of field names.
  return isDeclared || (known >= 3 && known >= format.fields.length * 0.6) ? { lines, format } : undefined;
}

function nameOf(format: LogFormat): string {
  return format.name ?? `${format.fields.length} fields, not in the catalogue`;
}
