import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { messagesOf, readEvents } from '../../support/read-events.ts';
import { byteStream, compressionOf, type Compression } from '../../../src/engine/input/byte-stream.ts';

const text = Array.from({ length: 100_000 }, (_, index) => `line ${index} ${(index * 7919) % 104_729}`).join('\n');
const packed = gzipSync(text);
// "one\ntwo\n" as DuckDB packs it.
const zstd = Buffer.from('28b52ffd00584100006f6e650a74776f0a', 'hex');

async function unpack(bytes: Uint8Array, compression: Compression = 'gzip') {
  const folder = await mkdtemp(join(tmpdir(), 'flowq-test-'));
  const chunks: Buffer[] = [];
  let failure: string | undefined;
  try {
    await writeFile(join(folder, 'x'), bytes);
    for await (const chunk of byteStream(join(folder, 'x'), compression)) chunks.push(chunk);
  } catch (error) {
    failure = `${(error as Error).name}: ${(error as Error).message}`;
  } finally {
    await rm(folder, { recursive: true });
  }
  return { text: Buffer.concat(chunks).toString(), failure };
}

describe('byteStream', () => {
  it('unpacks gzip', async () => {
    expect((await unpack(packed)).text === text).toBe(true);
  });

  it('gives all that comes before a cut', async () => {
    const { text: saved, failure } = await unpack(packed.subarray(0, packed.length / 2));
    expect(failure).toBe('DamagedArchive: unexpected end of file');
    expect(text.startsWith(saved)).toBe(true);
    expect(saved.length).toBeGreaterThan(text.length * 0.4);
  });

  it('gives all that comes before foreign bytes', async () => {
    const bytes = Buffer.concat([gzipSync('one\n'), Buffer.from('rubbish')]);
    expect(await unpack(bytes)).toEqual({ text: 'one\n', failure: 'DamagedArchive: incorrect header check' });
  });

  it('takes zeros after an archive for padding', async () => {
    expect(await unpack(Buffer.concat([gzipSync('one\n'), Buffer.alloc(512)]))).toEqual({ text: 'one\n' });
  });

  it('unpacks zstd, several archives too', async () => {
    expect(compressionOf(zstd)).toBe('zstd');
    expect((await unpack(Buffer.concat([zstd, zstd]), 'zstd')).text).toBe('one\ntwo\none\ntwo\n');
  });

  it('says that a zstd archive is cut off', async () => {
    expect((await unpack(zstd.subarray(0, 12), 'zstd')).failure).toMatch(/^DamagedArchive: /);
  });
});

describe('an archive that is cut off', () => {
  const lines = `${text}\n`;
  // "one\ntwo\n" by the zstd tool: with a checksum at the end.
  const checked = Buffer.from('28b52ffd24084100006f6e650a74776f0ae6a60e40', 'hex');

  it.each([
    ['a long gzip file', gzipSync(lines).subarray(0, 200_000)],
    ['a short gzip file', gzipSync('one\ntwo\n').subarray(0, 20)],
    ['a second gzip file', Buffer.concat([gzipSync(lines), gzipSync(lines).subarray(0, 100_000)])],
    ['the checksum of a zstd file', checked.subarray(0, -2)],
    ['a second zstd file', Buffer.concat([checked, checked.subarray(0, 10)])],
  ])('is read to the cut, and that is said: %s', async (_name, bytes) => {
    const read = await readEvents({ 'a.log': bytes });
    expect(read.said.join('\n')).toMatch(/"a.log" is damaged or cut off \(.*\); what comes before that was read\./);
  });

  it('is not empty, small as it may be', async () => {
    for (const bytes of [zstd, checked, gzipSync('one\ntwo\n')]) {
      expect(messagesOf(await readEvents({ 'a.log': bytes }))).toEqual(['one', 'two']);
    }
  });

  it.each([
    ['a long gzip file', gzipSync(lines)],
    ['two gzip files', Buffer.concat([gzipSync(lines), gzipSync('one\n')])],
    ['a zstd file with a checksum', checked],
    ['two zstd files', Buffer.concat([checked, zstd])],
  ])('is told from one that is whole: %s', async (_name, bytes) => {
    const read = await readEvents({ 'a.log': bytes });
    expect(read.said).toEqual([]);
    expect(read.isRetried).toBe(false);
  });
});
