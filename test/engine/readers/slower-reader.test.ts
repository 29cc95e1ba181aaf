import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLines } from '../../../src/engine/input/line-files.ts';
import { isClean } from '../../../src/engine/input/line-bytes.ts';
import { peekFile } from '../../../src/engine/input/peek.ts';

let folder: string;
let database: DuckDBInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flowq-test-'));
  database = await DuckDBInstance.create(':memory:', { threads: '2' });
});

afterAll(async () => {
  database.closeSync();
  await rm(folder, { recursive: true });
});

let files = 0;

/** The lines of the bytes through DuckDB's reader as it is, or through ours; `undefined` where it refuses them. */
async function lines(bytes: Uint8Array, needsCleaning: boolean): Promise<readonly string[] | undefined> {
  const path = join(folder, `file-${++files}`);
  await writeFile(path, bytes);
  const file = await peekFile({ path, name: 'x', size: bytes.length });
  const connection = await database.connect();
  try {
    const { select } = await openLines([{ ...file!, needsCleaning }], { connection, temporaryFolder: folder });
    const answer = await connection.runAndReadAll(`SELECT line FROM (${select}) WHERE line IS NOT NULL`);
    return answer.getRows().map(([line]) => line as string);
  } catch {
    return undefined;
  } finally {
    connection.closeSync();
    await rm(path);
  }
}

const pieces = fc.constantFrom(
  'a',
  'é',
  '😀',
  ' ',
  '"',
  ',',
  '\t',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\x1a',
  '\x1ar',
  '\uFEFF',
  '\u2028',
);
const bad = fc.constantFrom(Buffer.from([0xff]), Buffer.from([0xe2, 0x82]), Buffer.from([0xc0, 0x80]));
const anyBytes = fc
  .array(fc.oneof({ arbitrary: pieces.map((text) => Buffer.from(text)), weight: 20 }, { arbitrary: bad, weight: 1 }))
  .map((chunks) => Buffer.concat(chunks));

describe('the slower reader', () => {
  it('reads the same lines as DuckDB wherever DuckDB reads the file', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const fast = await lines(bytes, false);
        fc.pre(fast !== undefined && !isOnlyReturns(bytes));
        expect(await lines(bytes, true)).toEqual(fast);
      }),
      { numRuns: 150 },
    );
  });

  it('takes over wherever DuckDB refuses', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const slow = await lines(bytes, true);
        expect(slow).toEqual(linesOf(bytes.toString('utf8')));
        if ((await lines(bytes, false)) === undefined) expect(isClean(bytes)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

/** DuckDB ends lines at `\r` where a file has no `\n`; such a beginning goes to the slower reader unasked. */
function isOnlyReturns(bytes: Buffer): boolean {
  return bytes.includes('\r') && !isClean(bytes);
}

/** What a line is, said once more and simply. */
function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\0*\r?$/, ''))
    .filter((line) => line !== '')
    .map((line) => line.replace(/^\uFEFF/, '')); // the binding's decoder drops it from every cell
}
