import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

/** The sentence with which a command line is refused. */
async function refusal(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('an option that takes a value', () => {
  it.each([
    'serve --port',
    'serve --latency --port 0',
    'serve --region',
    'serve --seed',
    'lint --max-problems',
    'lint --format',
    'lint --output',
    'explain --query',
    'explain --format',
    'list --output',
    'sample --lines',
    'run x --file',
    'run x --data',
    'generate x --format vpc-default --where=',
    'sql x --since --file=a.log',
  ])('cannot stand alone: %s', async (line) => {
    expect(await refusal(...line.split(' '))).toMatch(
      /^flowq: --[a-z-]+ needs a value \(.+\); "flowq \w+ --help" tells/,
    );
  });

  it('says what it takes, also by its short name', async () => {
    expect(await refusal('import', 'a.log', '-g')).toBe(
      'flowq: -g needs a value (Name of the log group that the events go to); "flowq import --help" tells more.\n',
    );
  });

  it.each([
    ['run', 'reject-counts', '--file', ''],
    ['run', 'reject-counts', '--file', 'a.log', '--file', ''],
    ['run', 'reject-counts', '--file', 'a.log', '--out='],
    ['sql', 'select 1', '--file', ''],
    ['import', 'a.log', '--log-group', ''],
    ['groups', '--data', ''],
    ['explain', '--query', ''],
    ['serve', '--host', ''],
    ['sample', '--format', ''],
  ])('takes no empty text: %s %s %s %s', async (...words) => {
    expect(await refusal(...words)).toMatch(/^flowq: --[a-z-]+ needs a value \(.+\); an empty one is given\.\n$/);
  });

  it.each([
    ['import', '-g', 'g', ''],
    ['import', '-g', 'g', 'a.log', ''],
    ['run', ''],
    ['lint', ''],
    ['sql', ''],
    ['formats', 'infer', ''],
  ])('is no more demanding than an argument: %s %s %s %s', async (...words) => {
    expect(await refusal(...words)).toMatch(
      /^flowq: The argument "[a-z]+" needs a value \(.+\); an empty one is given\.\n$/,
    );
  });

  it.each([
    ['serve --seed abc', '--seed takes a number, not "abc".'],
    ['serve --seed=abc', '--seed takes a number, not "abc".'],
    ['serve --port abc', '--port takes a number, not "abc".'],
    ['serve --latency 1e400', '--latency takes a number of a size that can be counted with, not "1e400".'],
    ['lint --max-problems x', '--max-problems takes a number, not "x".'],
    ['generate x --format vpc-default --limit many', '--limit takes a number, not "many".'],
    ['sample --lines=', '--lines needs a number (How many records); an empty text is given.'],
  ])('takes a number where one is due: %s', async (line, sentence) => {
    expect(await refusal(...line.split(' '))).toBe(`flowq: ${sentence}\n`);
  });

  it.each([
    ['run x --no-file', '--no-file'],
    ['sample --no-lines', '--no-lines'],
  ])('cannot be negated: %s', async (line, flag) => {
    expect(await refusal(...line.split(' '))).toContain(`Unknown flag ${flag};`);
  });
});

describe('an option that takes no value', () => {
  it('takes none', async () => {
    expect(await refusal('fmt', '--check=x')).toBe(
      'flowq: --check takes no value, but "x" is given: write --check, or --no-check.\n',
    );
  });

  it('can be negated, and be called true or false', async () => {
    for (const flag of ['--no-header', '--header=false']) {
      expect((await runCli(['sample', '--lines', '1', flag])).stdout).toMatch(/^2 \d{12} .*\n$/);
    }
    expect((await runCli(['sample', '--lines', '1', '--header=true'])).stdout).toMatch(/^version account-id /);
  });
});

describe('flowq serve', () => {
  it.each([
    ['--port 99999', '--port takes a whole number from 0 to 65535, not 99999.'],
    ['--latency -5', '--latency takes milliseconds from 0 to 3600000, which is an hour, not -5.'],
    ['--latency 1e10', '--latency takes milliseconds from 0 to 3600000, which is an hour, not 10000000000.'],
    ['--seed 1.5', '--seed takes a whole number from 0, not 1.5.'],
    ['--region A_', '--region takes a region such as us-east-1, not "A_".'],
    ['--account 12', '--account takes the 12 digits of an account id, not "12".'],
  ])('refuses %s', async (flags, sentence) => {
    expect(await refusal('serve', ...flags.split(' '))).toBe(`flowq: ${sentence}\n`);
  });
});

describe('what the parser refuses', () => {
  it.each([
    [
      'generate reject-counts',
      '"flowq generate" needs --format (Log format: its string, a catalogue name, or @FILE); "flowq generate --help" tells more.',
    ],
    [
      'import a.log',
      '"flowq import" needs --log-group (Name of the log group that the events go to); "flowq import --help" tells more.',
    ],
    [
      'generate reject-counts --format vpc-default --ingress --egress',
      '--ingress and --egress exclude each other: give one of them.',
    ],
    ['generate x --format vpc-default --names foo', '--names takes snake, camel or discovered, not "foo".'],
    [
      'run x --file a --output jsno',
      '--output takes table, json, ndjson, csv, tsv or markdown, not "jsno". Did you mean "json"?',
    ],
    ['formats inferr', '"flowq formats" takes show or infer, not "inferr". Did you mean "infer"?'],
  ])('is told in our words: %s', async (line, sentence) => {
    expect(await refusal(...line.split(' '))).toBe(`flowq: ${sentence}\n`);
  });

  it('has no odd defaults in the help', async () => {
    expect((await runCli(['import', '--help'])).stdout).not.toContain('[default: []]');
    expect((await runCli(['fmt', '--help'])).stdout).toContain('[default: the current folder]');
  });
});
