import { openLines } from '../input/line-files.ts';
import type { PeekedFile } from '../input/peek.ts';
import type { EventPart, Reader, ReaderContext } from '../reader.ts';

/** What an export task writes to S3: the time, a space and the event; an event's further lines follow without a time. */
export const exportReader: Reader = {
  name: 'export',
  title: 'files of an S3 export task',
  recognises: ({ lines, path }) =>
    prefix.test(lines[0] ?? '') && (exportName.test(path) || lines.every((line) => knownEvent.test(line))),
  groupOf: (file) => String(hasLongEvents(file)),
  async open(files, context): Promise<EventPart> {
    const { select, notices, warnings } = await openLines(files, context, { withFile: true });
    const isLong = context.isSecondTry === true || files.some(hasLongEvents);
    return {
      select: isLong ? selectLong(select) : selectShort(select),
      columns: {
        message: 'message',
        timestamp: 'timestamp',
        ...(files.every(hasStream) && { logStream: 'log_stream' }),
      },
      shape: { kind: 'lines', ...formatOf(context) },
      notices,
      warnings: () => warnings,
    };
  },
};

const prefix = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /;
/** `<task>/<stream>/000000.gz` */
const exportName = /(?:^|\/)\d{6}(?:\.gz|\.zst)?$/;
/** Without the file's name, the event behind the time must be one that never begins with its own time. */
const knownEvent =
  /^\d{4}-\d\d-\d\dT[\d:.]{12}Z (?:\d+ (?:\d{12}|unknown) (?:eni-|-)|(?:START|END|REPORT|INIT_START) |\{)/;

function formatOf({ format }: ReaderContext) {
  return format && { format };
}

function hasLongEvents({ text }: PeekedFile): boolean {
  return text.split('\n').some((line, index, all) => index < all.length - 1 && !prefix.test(line));
}

function hasStream({ path }: PeekedFile): boolean {
  return exportName.test(path) && path.split('/').length > 2;
}

const isEvent = `coalesce(line[24] = 'Z' AND line[25] = ' ' AND try_cast(left(line, 23) AS TIMESTAMP) IS NOT NULL, false)`;
const time = 'epoch_ms(try_cast(left(line, 23) AS TIMESTAMP))';
const stream = `regexp_extract(file, '([^/]+)/[^/]+$', 1)`;

/** A line that continues an event fails the query; the second try joins them. */
function selectShort(lines: string): string {
  return `SELECT line[26:] AS message, ${time} AS timestamp, ${stream} AS log_stream FROM (${lines})
    WHERE CASE WHEN ${isEvent} THEN true ELSE error('flowq: an event of several lines') END`;
}

function selectLong(lines: string): string {
  return `SELECT message, timestamp, log_stream FROM (
    SELECT min(place) AS first_place, string_agg(CASE WHEN begins THEN line[26:] ELSE coalesce(line, '') END, chr(10) ORDER BY place) AS message,
      max(CASE WHEN begins THEN ${time} END) AS timestamp, ${stream} AS log_stream
    FROM (SELECT *, sum(begins::INTEGER) OVER (ORDER BY place ROWS UNBOUNDED PRECEDING) AS event
      FROM (SELECT line, file, ${isEvent} AS begins, row_number() OVER () AS place FROM (${lines})))
    GROUP BY file, event) WHERE message <> '' ORDER BY first_place`;
}
