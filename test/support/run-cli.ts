import { Readable } from 'node:stream';
import { readSource, type Context } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';

/** What a command line did. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliWorld {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly now?: Date;
  readonly isTerminal?: boolean;
  readonly width?: number;
  readonly signal?: AbortSignal;
}

/** Runs a command line in the test's own process. */
export async function runCli(argv: readonly string[], world: CliWorld = {}): Promise<CliRun> {
  let stdout = '';
  let stderr = '';
  const cwd = world.cwd ?? process.cwd();
  const stdin = Readable.from(world.stdin === undefined ? [] : [Buffer.from(world.stdin)]);
  const context: Context = {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    stdin,
    env: world.env ?? {},
    cwd,
    now: () => world.now ?? new Date('2026-11-20T12:00:00Z'),
    isTerminal: world.isTerminal ?? false,
    isErrorTerminal: false,
    width: world.width ?? 80,
    signal: world.signal ?? new AbortController().signal,
    readSource: (path) => readSource(path, cwd, stdin),
  };
  const code = await main(argv, context);
  return { code, stdout, stderr };
}
