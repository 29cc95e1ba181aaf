import type { Reader } from './reader.ts';
import { cloudwatchReader } from './readers/cloudwatch.ts';
import { exportReader } from './readers/export.ts';
import { firehoseReader } from './readers/firehose.ts';
import { headerReader } from './readers/header.ts';
import { jsonLinesReader } from './readers/json-lines.ts';
import { parquetReader } from './readers/parquet.ts';
import { subscriptionReader } from './readers/subscription.ts';
import { textReader } from './readers/text.ts';

/** Every kind of file, in the order they are asked whether a file is theirs; `text` takes what nobody else does. */
export const readers: readonly Reader[] = [
  parquetReader,
  subscriptionReader,
  cloudwatchReader,
  firehoseReader,
  exportReader,
  jsonLinesReader,
  headerReader,
  textReader,
];

/** The names that `--input-format` takes. */
export const readerNames: readonly string[] = readers.map(({ name }) => name);

/** The reader of a name. */
export function findReader(name: string): Reader | undefined {
  return readers.find((reader) => reader.name === name);
}
