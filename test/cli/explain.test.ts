import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

describe('flowq explain', () => {
  it.each([
    ['pct', 'pct (function, of many events, in stats)'],
    ['bin-width', 'bin-width (lint rule, warning)'],
    ['vpc-default', 'vpc-default (log format)'],
    ['reject-counts', 'reject-counts (template)'],
    ['quotas', 'quotas (quota)'],
    ['!=', '!= (operator)'],
  ])('explains %s', async (name, title) => {
    const { code, stdout } = await runCli(['explain', name]);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(title);
  });

  it('gives JSON', async () => {
    const { stdout } = await runCli(['explain', 'strlen', '--output', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ kind: 'function', name: 'strlen' }]);
  });

  it('walks through a query', async () => {
    const { code, stdout } = await runCli(['explain', '--query', '-', '--format', 'vpc-default'], {
      stdin: 'filter action = "REJECT" | stats sum(bytes) as total by srcAddr',
    });
    expect(code).toBe(0);
    expect(stdout).toBe(`1. filter action = "REJECT"
   Keeps rows where action is "REJECT".
   Columns: @timestamp (timestamp), @message

2. stats sum(bytes) as total by srcAddr
   For each srcAddr computes total (the sum of bytes).
   Columns: srcAddr, total (number)
`);
  });

  it('gives a query as JSON', async () => {
    const { stdout } = await runCli(['explain', '--query', '-', '--output', 'json'], { stdin: 'limit 5' });
    expect(JSON.parse(stdout)).toMatchObject([{ text: 'limit 5', meaning: 'Keeps the first 5 rows.' }]);
  });

  it('goes on behind a command that it does not know, and says so', async () => {
    const { code, stdout, stderr } = await runCli(['explain', '--query', '-'], { stdin: 'frobnicate a | limit 5' });
    expect(code).toBe(0);
    expect(stderr).toContain('[unknown-command]');
    expect(stdout).toContain('2. limit 5');
  });

  it('shows what is wrong with a query that cannot be read', async () => {
    const { code, stdout, stderr } = await runCli(['explain', '--query', '-'], { stdin: 'filter = 3' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('<stdin>:1:8: error: ');
  });

  it.each([
    [['explain', 'strlne'], 'flowq: Nothing is called "strlne". Did you mean "strlen"?\n'],
    [
      ['explain', 'qqqqqqqqqq'],
      'flowq: Nothing is called "qqqqqqqqqq". "flowq explain quotas" lists limits; "flowq list" templates.\n',
    ],
    [['explain'], 'flowq: Give either a name to explain or --query FILE.\n'],
    [['explain', 'pct', '--query', 'x'], 'flowq: Give either a name to explain or --query FILE.\n'],
    [['explain', 'pct', '--format', 'vpc-default'], 'flowq: --format goes with --query.\n'],
  ])('%s cannot be done', async (argv, message) => {
    expect(await runCli(argv)).toEqual({ code: 2, stdout: '', stderr: message });
  });
});
