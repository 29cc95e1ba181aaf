import { isMap, isNode, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** A key of a metadata block with its value; `start` and `end` are offsets of the key in the block. */
export interface MetadataEntry {
  readonly key: string;
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** The entries of a block, or why it is no mapping. */
export type MetadataBlock =
  | { readonly entries: readonly MetadataEntry[]; readonly error?: undefined }
  | { readonly entries?: undefined; readonly error: { readonly message: string; readonly offset: number } };

/** Reads YAML whose scalars are all text: a title such as `404` stays what was written. */
export function readMetadata(text: string): MetadataBlock {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  const [error] = document.errors;
  if (error) return { error: { message: firstLine(error.message), offset: error.pos[0] } };
  if (!isMap(document.contents)) return { error: { message: 'it is no mapping of keys to values', offset: 0 } };
  return { entries: (document.contents as YAMLMap).items.map((pair) => entryOf(pair.key, pair.value)) };
}

function entryOf(key: unknown, value: unknown): MetadataEntry {
  const [start, end] = isScalar(key) && key.range ? key.range : [0, 0];
  return { key: isScalar(key) ? String(key.value) : '', value: plain(value), start, end };
}

function plain(value: unknown): unknown {
  return isNode(value) ? (value.toJSON() as unknown) : value;
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/[.:]$/, '');
}

/** The value as text, or nothing where it is something else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}

/** The value as a list of texts, or nothing where it is something else. */
export function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}
