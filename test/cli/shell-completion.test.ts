import { describe, expect, it } from 'vitest';
import { completionRequest, completionValues } from '../../src/cli/shell-completion.ts';
import { formatNames } from '../../src/formats/catalogue.ts';
import { openLibrary } from '../../src/library/find.ts';
import { runCli } from '../support/run-cli.ts';

const cwd = process.cwd();

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
    expect(await completionValues(['generate', 'x', '--format', ''], cwd)).toEqual(formatNames);
    expect(await completionValues(['formats', 'show', 'vpc-d'], cwd)).toContain('vpc-default');
    expect(await offered('generate', 'x', '--format', 'vpc-d')).toContain('vpc-default');
  });

  it('offers templates where only they work, saved queries where these work too', async () => {
    expect(await offered('generate', 'reject-c')).toEqual(['reject-counts']);
    const shown = await offered('show', '');
    const { entries } = openLibrary(cwd);
    expect(shown.sort()).toEqual(entries.map(({ name }) => name).sort());
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['template', 'query']));
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
    expect(await completionValues(['run', '--out'], cwd)).toBeUndefined();
    expect(await completionValues(['formats', 'show', '--'], cwd)).toBeUndefined();
    expect(await completionValues(['run', '--quiet', ''], cwd)).toBeUndefined();
    expect(await completionValues(['formats', ''], cwd)).toBeUndefined();
    expect(await completionValues(['show'], cwd)).toBeUndefined();
  });

  it('prints a script that asks flowq itself', async () => {
    const { stdout, code } = await runCli(['completion']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/flowq --get-yargs-completions/);
  });
});
