import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/main.ts';
import { runCli } from '../support/run-cli.ts';

describe('flowq', () => {
  it('lists its commands with --help', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const { command } of commands) expect(stdout).toContain(`flowq ${command.split(' ')[0]}`);
  });

  it('names its version', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('asks for a command when there is none', async () => {
    const { code, stderr } = await runCli([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Name a command');
  });

  it('answers 2 and a suggestion for an unknown command', async () => {
    const { code, stderr } = await runCli(['genrate']);
    expect(code).toBe(2);
    expect(stderr).toContain('generate');
    expect(stderr).not.toContain('    at ');
  });

  it('says that there is no such command, not that an argument is unknown', async () => {
    expect((await runCli(['bogus'])).stderr).toBe('flowq: There is no command "bogus". "flowq --help" lists them.\n');
  });

  it('names an unknown flag as it was typed, once', async () => {
    expect((await runCli(['list', '--no-such=1'])).stderr).toContain('Unknown flag --no-such; "flowq list --help"');
    expect((await runCli(['list', '-x'])).stderr).toContain('Unknown flag -x;');
  });

  it.each([
    ['generate', 'reject-counts', '--format', 'vpc-default', '--format', 'vpc-v5'],
    ['sample', '--seed', '1', '--seed', '2'],
    ['run', 'reject-counts', '--file', 'a', '--file', 'b', '--out', 'c', '--out', 'd'],
  ])('refuses a second value where one is taken: %s', async (...words) => {
    const { code, stderr } = await runCli(words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^flowq: --(format|seed|out) is given more than once; it takes one value\.\n$/);
  });

  it('names a word too many', async () => {
    const { code, stderr } = await runCli(['show', 'reject-counts', 'records']);
    expect(code).toBe(2);
    expect(stderr).toContain('Too much: "records"; "flowq show --help"');
  });

  it.each(
    [
      'list templates y',
      'groups y',
      'sample y',
      'serve --load a=b y',
      'generate --format vpc-default reject-counts y',
      'run reject-counts y',
      'show reject-counts y',
      'formats show vpc-default y',
      'explain pct y',
      'complete --offset 1 a y',
      'sql --file x a y',
      'completion y',
    ].flatMap((line) => [[line], [line.replace(' y', ' -- y')]]),
  )('takes no word for nothing: %s', async (line) => {
    expect(await runCli(line.split(' '))).toEqual({
      code: 2,
      stdout: '',
      stderr: `flowq: Too much: "y"; "flowq ${line.split(' ')[0]!} --help" tells what there is.\n`,
    });
  });

  it('reads words behind -- as arguments', async () => {
    expect(await runCli(['explain', '--', 'strlen'])).toMatchObject({ code: 0 });
    expect((await runCli(['show', '--', '-x'])).stderr).toContain('There is no template, saved query or file "-x".');
    expect((await runCli(['lint', '--', 'a.cwli'])).stderr).toContain('"a.cwli"');
    expect((await runCli(['--', 'x'])).stderr).toContain('There is no command "x".');
  });

  it('names the word that is missing', async () => {
    const { code, stderr } = await runCli(['generate', '--format', 'vpc-default']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'flowq: "flowq generate" needs a template: flowq generate <template>; "flowq generate --help" tells more.\n',
    );
    expect((await runCli(['import', '--log-group', 'g'])).stderr).toContain('needs paths: flowq import <paths..>;');
  });

  it.each(commands.map((entry) => [entry.command.split(' ')[0]!]))('%s --help fits 80 columns', async (name) => {
    const { code, stdout } = await runCli([name, '--help']);
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(commands.map((entry) => [entry.command.split(' ')[0]!]))('%s refuses an unknown flag', async (name) => {
    const { code, stderr } = await runCli([name, '--no-such-flag']);
    expect(code).toBe(2);
    expect(stderr).not.toContain('    at ');
  });
});
