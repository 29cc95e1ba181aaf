import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Context } from './context.ts';
import { InputError } from './errors.ts';

/** The first lines of a text file, gzipped or not, or of standard input for `-`; the rest is not read. */
export async function readFirstLines(
  path: string,
  count: number,
  context: Pick<Context, 'cwd' | 'stdin'>,
): Promise<readonly string[]> {
  try {
    const stream = path === '-' ? context.stdin : await openText(resolve(context.cwd, path));
    return await takeLines(stream, count);
  } catch (cause) {
    throw new InputError(`Cannot read "${path}": ${reason(cause as NodeJS.ErrnoException)}.`, { cause });
  }
}

async function openText(path: string): Promise<Readable> {
  const isCompressed = await isGzip(path);
  const file = createReadStream(path);
  if (!isCompressed) return file;
  const text = createGunzip();
  file.once('error', (error) => text.destroy(error));
  return file.pipe(text);
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function takeLines(stream: NodeJS.ReadableStream, count: number): Promise<readonly string[]> {
  const failure = new Promise<never>((_resolve, reject) => stream.once('error', reject));
  const lines: string[] = [];
  const read = async () => {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      lines.push(line);
      if (lines.length === count) break;
    }
    return lines;
  };
  // readline does not pass on the errors of its input.
  const taken = await Promise.race([read(), failure]);
  // Whoever writes to it may never end, and would keep this process.
  if ('destroy' in stream) (stream as Readable).destroy();
  return taken;
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission is denied';
  return message;
}
