import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReaderContext } from '../reader.ts';
import { byteStream, DamagedArchive, type Compression } from './byte-stream.ts';
import { count } from './expand-paths.ts';
import { jsonDocuments } from './json-documents.ts';
import type { PeekedFile } from './peek.ts';
import { sqlPaths } from './sql-text.ts';

/** JSON documents of files as SQL. */
export interface JsonFiles {
  /** A SELECT with one row per document and the columns that were asked for. */
  readonly select: string;
  readonly warnings: readonly string[];
}

export interface JsonOptions {
  /** DuckDB types of the keys to read. */
  readonly columns: Readonly<Record<string, string>>;
  /** The slower way gives every document, or every object in its arrays, to this; what it answers is read. */
  readonly unwrap: (document: unknown) => readonly unknown[];
  readonly elements?: boolean;
  /** The files need `unwrap`. */
  readonly isWrapped?: boolean;
}

/** Documents up to this size are DuckDB's; larger ones are cut into their events by us. */
const largestDocument = 64 * 1024 * 1024;

/**
 * The JSON documents of files, one after another with or without line ends between them. On a second try, or where
 * DuckDB cannot read them, we take them apart ourselves: a torn or broken document costs itself, not the file.
 */
export async function openJson(
  files: readonly PeekedFile[],
  context: ReaderContext,
  options: JsonOptions,
): Promise<JsonFiles> {
  const warnings: string[] = [];
  const selects: string[] = [];
  for (const file of files) {
    if (options.isWrapped || context.isSecondTry || file.needsCleaning || file.size > largestDocument) {
      selects.push(selectJson([await unwrapFile(file, context, options, warnings)], 'none', options));
    } else {
      selects.push(selectJson([file.path], file.compression, options));
    }
  }
  return { select: selects.join(' UNION ALL '), warnings };
}

function selectJson(paths: readonly string[], compression: Compression, { columns }: JsonOptions): string {
  const types = Object.entries(columns).map(([name, type]) => `"${name}": '${type}'`);
  return `SELECT * FROM read_json(${sqlPaths(paths)}, format='unstructured', columns={${types.join(', ')}},
    compression='${compression === 'none' ? 'uncompressed' : compression}', maximum_object_size=${largestDocument * 4})`;
}

async function unwrapFile(
  file: PeekedFile,
  context: ReaderContext,
  { unwrap, elements = false }: JsonOptions,
  warnings: string[],
): Promise<string> {
  const path = join(context.temporaryFolder, `json-${Buffer.from(file.path).toString('base64url').slice(-80)}`);
  let broken = 0;
  let damage: string | undefined;
  async function* lines(): AsyncGenerator<string> {
    const bytes = byteStream(file.path, file.compression, context.signal);
    try {
      for await (const text of jsonDocuments(bytes, { elements })) {
        const document = parsed(text);
        if (document === undefined) broken++;
        else for (const part of unwrap(document)) yield `${wellFormed(JSON.stringify(part))}\n`;
      }
    } catch (error) {
      if (!(error instanceof DamagedArchive)) throw error;
      damage = error.message;
    }
  }
  await pipeline(lines, createWriteStream(path));
  if (broken > 0) warnings.push(`"${file.name}": ${count(broken, 'JSON document')} cut off or broken; left out.`);
  if (damage !== undefined) {
    warnings.push(`"${file.name}" is damaged or cut off (${damage}); what comes before that was read.`);
  }
  return path;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** DuckDB refuses a JSON text with half a surrogate pair. */
function wellFormed(json: string): string {
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === '\\\\' ? found : '\\ufffd'));
}
