import { describe, expect, it } from 'vitest';
import { completionRequest, completionValues } from '../../src/cli/shell-completion.ts';
import { formatNames } from '../../src/formats/catalogue.ts';
import { runCli } from '../support/run-cli.ts';

/** What a shell is offered for the words after `flowq`, the last of which is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout, stderr, code } = await runCli(['--get-yargs-completions', 'flowq', ...words]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout.split('\n').filter(Boolean);
}

describe('shell completion', () => {
  it('is asked for by a hidden flag only', () => {
    expect(completionRequest(['--get-yargs-completions', 'flowq', 'run', ''])).toEqual(['run', '']);
    expect(completionRequest(['run', '--get-yargs-completions'])).toBeUndefined();
  });

  it('offers the commands', async () => {
    expect(await offered('')).toContain('completion');
  });

  it('offers the names of formats where one is due', async () => {
    expect(await completionValues(['run', 'x', '--format', ''])).toEqual(formatNames);
    expect(await completionValues(['formats', 'show', 'vpc-d'])).toContain('vpc-default');
    expect(await offered('run', 'x', '--format', 'vpc-d')).toContain('vpc-default');
  });

  it('offers time zones', async () => {
    expect(await offered('run', '--timezone', 'Europe/Ber')).toEqual(['Europe/Berlin']);
  });

  it('leaves the rest to the parser', async () => {
    expect(await completionValues(['run', '--out'])).toBeUndefined();
    expect(await completionValues(['formats', 'show', '--'])).toBeUndefined();
  });

  it('prints a script that asks flowq itself', async () => {
    const { stdout, code } = await runCli(['completion']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/flowq --get-yargs-completions/);
  });
});
