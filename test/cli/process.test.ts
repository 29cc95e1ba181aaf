import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFormat } from '../../src/formats/catalogue.ts';
import { sampleRecords } from '../../src/formats/sample.ts';

// The built program as a process: what a signal or a closed pipe does cannot be seen from within.
const program = resolve(import.meta.dirname, '../../bin/flowq.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowq-test-'));
  mkdirSync(join(folder, 'temporary'));
  const records = sampleRecords(findFormat('vpc-default')!.format, { seed: 1, count: 50_000 });
  writeFileSync(join(folder, 'flow.log'), `${records.join('\n')}\n`);
  writeFileSync(join(folder, 'all.cwli'), 'fields @message | limit 50000');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(...words: string[]) {
  const env = { ...process.env, TMPDIR: join(folder, 'temporary') };
  return spawn(process.execPath, [program, ...words], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
}

const leftovers = () => readdirSync(join(folder, 'temporary'));

describe('the process', () => {
  it('ends well and leaves nothing behind when its reader has seen enough', async () => {
    const child = start('run', 'all.cwli', '--file', 'flow.log', '--output', 'csv');
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(leftovers()).toEqual([]);
  });

  it('writes its answer when nobody reads what it says beside', async () => {
    const child = start('run', 'all.cwli', '--file', 'flow.log', '--output', 'csv');
    child.stderr.destroy();
    let lines = 0;
    child.stdout.on('data', (chunk: Buffer) => (lines += chunk.toString().split('\n').length - 1));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(lines).toBe(50_001);
  });

  it('ends with 130 and leaves nothing behind on Ctrl-C', async () => {
    const child = start('run', 'all.cwli', '--file', '-');
    child.stdin.write('2 123456789010 eni-1235b8ca123456789 ');
    // Standard input goes on: the program waits for the rest of it.
    while (leftovers().length === 0) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(leftovers()).toEqual([]);
  });
});
