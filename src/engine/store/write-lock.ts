import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EngineError } from '../engine-error.ts';
import { makeStoreFolder } from './store-folder.ts';

/** Who writes to a store. */
interface Holder {
  readonly process: number;
  readonly host: string;
  readonly since: string;
}

/** Runs work as the only writer of a data folder; a lock whose process died is taken over. */
export async function withWriteLock<Result>(dataFolder: string, work: () => Promise<Result>): Promise<Result> {
  await makeStoreFolder(dataFolder);
  const path = join(dataFolder, 'lock');
  await acquire(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string): Promise<void> {
  const holder: Holder = { process: process.pid, host: hostname(), since: new Date().toISOString() };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(path, JSON.stringify(holder))) return;
    await removeIfDead(path);
  }
  throw new EngineError(`Cannot take the lock "${path}": other processes take it all the time.`);
}

/** The lock appears with its content, and only if there is none: it is written aside and linked into place. */
async function create(path: string, content: string): Promise<boolean> {
  const aside = asideOf(path);
  try {
    await writeFile(aside, content);
    await link(aside, path);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new EngineError(`Cannot write to the local store: ${(cause as Error).message}.`, { cause });
  } finally {
    await rm(aside, { force: true });
  }
}

async function removeIfDead(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) =>
    cause.code === 'ENOENT' ? undefined : '',
  );
  if (text === undefined) return;
  refuseUnlessDead(text, path);
  // Moved first: where two processes find the same dead lock, one of them gets it.
  const aside = asideOf(path);
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) === text) return;
    await link(aside, path);
    refuseUnlessDead(await readFile(aside, 'utf8'), path);
  } catch (error) {
    if (error instanceof EngineError) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function asideOf(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}`;
}

function refuseUnlessDead(text: string, path: string): void {
  const holder = parse(text);
  if (!holder) throw new EngineError(`"${path}" is no lock of flowq; remove it if nothing is importing.`);
  if (isDead(holder)) return;
  throw new EngineError(
    `Another import (process ${holder.process} on ${holder.host}, since ${holder.since}) writes to the local store. ` +
      `Wait for it to end; if it is gone, remove "${path}".`,
  );
}

function parse(text: string): Holder | undefined {
  try {
    const holder = Object(JSON.parse(text)) as Partial<Record<keyof Holder, unknown>>;
    return typeof holder.process === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  try {
    process.kill(holder.process, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
