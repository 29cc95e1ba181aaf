import { describe, expect, it } from 'vitest';
import yargs from 'yargs';
import { shieldWords, unshieldMessage, unshieldOptions } from '../../src/cli/shielded-words.ts';

/** What a parser with an argument, a list and a listed option makes of a command line. */
function parsed(...argv: string[]): object {
  const parser = yargs()
    .command('$0 <file> [more..]', '', (command) => command.positional('more', { type: 'string', array: true }))
    .positional('file', { type: 'string' })
    .option('in', { type: 'string', array: true, nargs: 1 })
    .option('count', { type: 'number' });
  return unshieldOptions(parser.parseSync(shieldWords(argv)));
}

describe('a lone dash', () => {
  it('reaches arguments, lists and options as it was written', () => {
    expect(parsed('-', 'a', '-', '--in', '-', '--in', 'b', '--count', '3')).toMatchObject({
      file: '-',
      more: ['a', '-'],
      in: ['-', 'b'],
      count: 3,
    });
  });

  it('is a dash again in what the parser says', () => {
    const [word] = shieldWords(['-']);
    expect(unshieldMessage(`Unknown argument: ${word!}`)).toBe('Unknown argument: -');
  });

  it('is not mistaken for a flag, a number or a longer word', () => {
    expect(shieldWords(['-q', '-1', 'a-'])).toEqual(['-q', '-1', 'a-']);
  });
});

describe('words behind --', () => {
  it('are arguments, also where they look like flags', () => {
    expect(parsed('--count', '3', '--', '--in', '-x', '--', 'b')).toEqual({
      _: [],
      $0: expect.any(String) as string,
      file: '--in',
      more: ['-x', '--', 'b'],
      count: 3,
    });
  });
});
