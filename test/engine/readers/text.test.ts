import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { messagesOf, readEvents } from '../../support/read-events.ts';

async function messages(...parameters: Parameters<typeof readEvents>) {
  return messagesOf(await readEvents(...parameters));
}

describe('plain text', () => {
  it('has one event per line, blank lines left out', async () => {
    expect(await messages({ 'a.log': 'one\n\n two \n' })).toEqual(['one', ' two ']);
  });

  it('takes \\r\\n for a line end', async () => {
    expect(await messages({ 'a.log': 'one\r\ntwo\r\n' })).toEqual(['one', 'two']);
  });

  it('takes quotes, commas, tabs and comment signs as they stand', async () => {
    const lines = ['"a', "b'", 'c,d\te', '#f', 'NULL', '\\N', '""'];
    expect(await messages({ 'a.log': `${lines.join('\n')}\n` })).toEqual(lines);
  });

  it('counts a last line without a line end, and says so', async () => {
    const read = await readEvents({ 'a.log': 'one\ntw' });
    expect(messagesOf(read)).toEqual(['one', 'tw']);
    expect(read.said).toEqual([
      'No line end after the last line of "a.log": it may be cut off; it counts as an event.',
    ]);
  });

  it('mends mixed line ends seen at the beginning without a retry', async () => {
    const read = await readEvents({ 'a.log': 'one\r\ntwo\nthree\r' });
    expect(messagesOf(read)).toEqual(['one', 'two', 'three']);
    expect(read.isRetried).toBe(false);
  });

  it.each([
    ['a lone carriage return', 'x\ry\n', 'x\ry'],
    ['another line end', 'x\r\n', 'x'],
    ['a NUL', 'x\0y\n', 'x\0y'],
    ['bytes that are not UTF-8', Buffer.from([0x78, 0xff, 0x79, 0x0a]), 'x\uFFFDy'],
    ['a line of 5 MB', `${'x'.repeat(5_000_000)}\n`, 'x'.repeat(5_000_000)],
  ])('reads a file again when it meets %s late', async (_name, line, message) => {
    const before = Buffer.from('2 123456789012 eni-1 10.0.0.1 10.0.0.2\n'.repeat(20_000));
    const read = await readEvents({ 'a.log': Buffer.concat([before, Buffer.from(line)]) });
    expect(read.isRetried).toBe(true);
    expect(read.events.length).toBe(20_001);
    expect(read.events.at(-1)!.message === message).toBe(true);
  });

  it('says what it mended', async () => {
    const { said } = await readEvents({ 'a.log': Buffer.from([0x61, 0xff, 0x0a, 0x62, 0x0d, 0x63, 0x0a]) });
    expect(said).toEqual([
      '"a.log": 1 line with bytes that are not UTF-8; they read as U+FFFD.',
      '"a.log": 1 NUL or lone carriage return inside lines; they are part of the text.',
    ]);
  });

  it('reads UTF-16 as PowerShell writes it', async () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('one é\r\ntwo\r\n', 'utf16le')]);
    expect(await messages({ 'a.log': text })).toEqual(['one é', 'two']);
  });

  it('has no event in an empty file', async () => {
    const read = await readEvents({ 'a.log': '', 'b.log': 'one\n', 'c.log': '\n\n' });
    expect(messagesOf(read)).toEqual(['one']);
  });

  it('has no event where all files are empty', async () => {
    const { events, source } = await readEvents({ 'a.log': '' });
    expect(events).toEqual([]);
    expect(source.label).toBe('no events; every file is empty');
  });

  it('takes the time at the beginning of lines', async () => {
    const lines = ['2026-11-20T10:00:00.250Z one', '2026-11-20 10:00:01,5 two', '[2026-11-20T12:00:02+02:00] three'];
    const { events } = await readEvents({ 'a.log': `${lines.join('\n')}\n` });
    expect(events.map(({ timestamp }) => new Date(timestamp as number).toISOString())).toEqual([
      '2026-11-20T10:00:00.250Z',
      '2026-11-20T10:00:01.500Z',
      '2026-11-20T10:00:02.000Z',
    ]);
  });

  it('gives lines without a time the time before them', async () => {
    const { events } = await readEvents({ 'a.log': '2026-11-20T10:00:00Z one\n  at two\n' });
    expect(events[1]).toEqual({ message: '  at two', timestamp: Date.UTC(2026, 10, 20, 10) });
  });
});

describe('packed text', () => {
  it('is unpacked by its bytes, whatever its name', async () => {
    const files = { 'a.gz': 'plain\n', 'b.log': gzipSync('packed\n'), 'c.gz': gzipSync('both\n') };
    expect(await messages(files)).toEqual(['plain', 'packed', 'both']);
  });

  it('may consist of several archives', async () => {
    expect(await messages({ 'a.gz': Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]) })).toEqual(['one', 'two']);
  });

  it('gives what comes before other bytes', async () => {
    expect(await messages({ 'a.gz': Buffer.concat([gzipSync('one\n'), Buffer.from('rubbish')]) })).toEqual(['one']);
  });

  it('refuses what it cannot unpack', async () => {
    await expect(messages({ 'a.bz2': Buffer.from('BZh91AY') })).rejects.toThrow(
      '"a.bz2" is packed with bzip2; unpack it first, or use gzip or zstd.',
    );
  });
});
