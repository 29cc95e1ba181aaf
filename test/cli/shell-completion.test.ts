import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completionRequest, completionValues } from '../../src/cli/shell-completion.ts';
import { formatNames } from '../../src/formats/catalogue.ts';
import { openLibrary } from '../../src/library/find.ts';
import type { Context } from '../../src/cli/context.ts';
import { runCli } from '../support/run-cli.ts';

const context = { cwd: process.cwd(), env: {} } as unknown as Context;

/** What a shell is offered for the words after `flowq`, the last of which is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout, stderr, code } = await runCli(['--get-yargs-completions', 'flowq', ...words]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout.split('\n').filter(Boolean);
}

describe('shell completion', () => {
  it('is asked for by a hidden flag only', () => {
    expect(completionRequest(['--get-yargs-completions', 'flowq', 'run', ''])).toEqual(['run', '']);
    expect(completionRequest(['--get-yargs-completions', '/usr/bin/flowq', 'r'])).toEqual(['r']);
    expect(completionRequest(['run', '--get-yargs-completions'])).toBeUndefined();
  });

  it('offers the commands', async () => {
    expect(await offered('')).toContain('completion');
  });

  it('offers the names of formats where one is due', async () => {
    expect(await completionValues(['generate', 'x', '--format', ''], context)).toEqual(formatNames);
    expect(await completionValues(['formats', 'show', 'vpc-d'], context)).toContain('vpc-default');
    expect(await offered('generate', 'x', '--format', 'vpc-d')).toContain('vpc-default');
  });

  it('offers templates where only they work, saved queries where these work too', async () => {
    expect(await offered('generate', 'reject-c')).toEqual(['reject-counts']);
    const shown = await offered('show', '');
    const { entries } = openLibrary(context.cwd);
    expect(shown.sort()).toEqual(entries.map(({ name }) => name).sort());
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['template', 'query']));
  });

  it('offers everything that can be explained', async () => {
    expect(await offered('explain', 'strle')).toEqual(['strlen']);
    expect(await offered('explain', '')).toEqual(
      expect.arrayContaining(['stats', 'srcaddr', 'vpc-default', 'reject-counts', 'no-unknown-function']),
    );
  });

  it('offers log groups that were imported', async () => {
    const data = mkdtempSync(join(tmpdir(), 'flowq-data-'));
    const env = { FLOWQ_DATA: data };
    const stdin = '2 123456789012 eni-0a1b2c3d 10.0.0.7 10.0.0.8 4711 22 6 1 40 1418530010 1418530070 REJECT OK\n';
    await runCli(['import', '--log-group', 'vpc-flow', '-'], { env, stdin });
    expect(await completionValues(['run', 'x', '--local', '-g', 'vpc'], { ...context, env })).toEqual(['vpc-flow']);
    expect(await completionValues(['groups', '--log-group', 'x'], { ...context, env })).toEqual([]);
    rmSync(data, { recursive: true });
  });

  it('offers time zones', async () => {
    expect(await offered('generate', '--timezone', 'Europe/Ber')).toEqual(['Europe/Berlin']);
  });

  it('offers flags and their choices as the parser knows them', async () => {
    expect(await offered('complete', '--off')).toContain('--offset');
    expect(await offered('list', '--output', '')).toEqual(['text', 'json']);
  });

  it('answers the script for fish, which leaves out the name of the program', async () => {
    const { stdout } = await runCli(['--get-yargs-completions', 'list', '--out']);
    expect(stdout.split('\n')).toContain('--output');
  });

  it('runs no command, and offers nothing where files are due: the shell has these', async () => {
    expect(await offered('complete', 'no-such-fi')).toEqual([]);
    expect(await offered('run', 'x', '--file', '')).toEqual([]);
  });

  it('leaves the rest to the parser', async () => {
    expect(await completionValues(['run', '--out'], context)).toBeUndefined();
    expect(await completionValues(['formats', 'show', '--'], context)).toBeUndefined();
    expect(await completionValues(['run', '--quiet', ''], context)).toBeUndefined();
    expect(await completionValues(['formats', ''], context)).toBeUndefined();
    expect(await completionValues(['show'], context)).toBeUndefined();
  });

  it('prints a script that asks flowq itself', async () => {
    const { stdout, code } = await runCli(['completion']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/flowq --get-yargs-completions/);
  });
});
