import type { Diagnostic } from '../text/diagnostic.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Source } from '../text/source.ts';
import { readLeadingComments } from './leading-comments.ts';
import { readMetadata, textOf, textsOf, type MetadataEntry } from './metadata.ts';

/** What a saved query says about itself. */
export interface QueryMetadata {
  readonly title?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  /** The log format that the query is written for: a catalogue name or a format string. */
  readonly format?: string;
  readonly logGroups: readonly string[];
}

/** A query of the library: the whole file is the query and can be pasted as it stands. */
export interface SavedQuery {
  readonly name: string;
  readonly source: Source;
  readonly metadata: QueryMetadata;
  /** Warnings about the metadata; the query itself is not read here. */
  readonly diagnostics: readonly Diagnostic[];
}

const texts = ['title', 'description', 'format'] as const;
const lists = ['tags', 'logGroups'] as const;

/** The keys of a saved query's metadata. */
export const metadataKeys: readonly string[] = [...texts, ...lists];

/** Reads the metadata of a saved query; leading comments that are none stay comments. */
export function readSavedQuery(name: string, source: Source): SavedQuery {
  const comments = readLeadingComments(source.text);
  const none: SavedQuery = { name, source, metadata: { tags: [], logGroups: [] }, diagnostics: [] };
  const [, firstKey = ''] = /^\s*([A-Za-z_]\w*)\s*:(?:\s|$)/.exec(comments.text) ?? [];
  if (!metadataKeys.includes(firstKey)) return none;
  const block = readMetadata(comments.text);
  if (!block.entries) {
    const start = comments.offsetOf(block.error.offset);
    return {
      ...none,
      diagnostics: [
        {
          code: 'bad-metadata',
          severity: 'warning',
          message: `These lines begin like metadata but are not read as such: ${block.error.message}.`,
          span: { start, end: start + 1 },
          help: 'Put quotes around a value that holds ": " or " #", and an empty line before other comments.',
        },
      ],
    };
  }
  return { ...none, ...interpret(block.entries, comments.offsetOf) };
}

function interpret(
  entries: readonly MetadataEntry[],
  offsetOf: (offset: number) => number,
): Pick<SavedQuery, 'metadata' | 'diagnostics'> {
  const diagnostics: Diagnostic[] = [];
  const metadata: Record<string, unknown> = { tags: [], logGroups: [] };
  for (const { key, value, start, end } of entries) {
    const span = { start: offsetOf(start), end: offsetOf(end) };
    const warn = (code: string, message: string, help: string) =>
      void diagnostics.push({ code, severity: 'warning', message, span, help });
    const isList = (lists as readonly string[]).includes(key);
    const read = isList ? textsOf(value) : textOf(value);
    if (!metadataKeys.includes(key)) {
      warn(
        'unknown-metadata',
        `Unknown key "${key}".${didYouMean(key, metadataKeys)}`,
        `Known keys: ${metadataKeys.join(', ')}.`,
      );
    } else if (read === undefined) {
      warn(
        'bad-metadata',
        `"${key}" is not ${isList ? 'a list of texts' : 'a text'}.`,
        isList ? `Write ${key}: [a, b].` : `Write ${key}: some text.`,
      );
    } else {
      metadata[key] = read;
    }
  }
  return { metadata: metadata as unknown as QueryMetadata, diagnostics };
}
