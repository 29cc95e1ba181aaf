import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Source } from '../text/source.ts';
import { InputError, InterruptedError, OutputClosedError } from './errors.ts';

/** The world as a CLI command sees it; tests give their own. */
export interface Context {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Standard input; read by commands that were given `-`. */
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
  /** Standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Standard error is a terminal: progress and colours are welcome. */
  readonly isErrorTerminal: boolean;
  /** Width of the terminal in characters. */
  readonly width: number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Reads a text file, or standard input for `-`; throws `InputError` with a sentence where it cannot. */
  readonly readSource: (path: string) => Promise<Source>;
}

/** The real world: this process. Ctrl-C aborts the signal once; a second one ends the process at once. */
export function processContext(): Context {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort(new InterruptedError()));
  let isClosed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isClosed = true;
  });
  // Nobody reads the sentences any more: the answer may still be wanted.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const cwd = process.cwd();
  return {
    stdout: (chunk) => {
      if (isClosed) throw new OutputClosedError();
      process.stdout.write(chunk);
    },
    stderr: (chunk) => void process.stderr.write(chunk),
    stdin: process.stdin,
    env: process.env,
    cwd,
    now: () => new Date(),
    isTerminal: process.stdout.isTTY === true,
    isErrorTerminal: process.stderr.isTTY === true,
    width: process.stdout.columns ?? 80,
    signal: interruption.signal,
    readSource: (path) => readSource(path, cwd, process.stdin),
  };
}

/** Reads a text file, or standard input for `-`. */
export async function readSource(path: string, cwd: string, stdin: NodeJS.ReadableStream): Promise<Source> {
  if (path === '-') return { name: '<stdin>', text: await text(stdin) };
  try {
    return { name: path, text: await readFile(resolve(cwd, path), 'utf8') };
  } catch (cause) {
    throw new InputError(`Cannot read "${path}": ${reason(cause)}.`, { cause });
  }
}

function reason(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission is denied';
  return message;
}
