import { describe, expect, it } from 'vitest';
import yargs from 'yargs';
import { hideLoneDashes, restoreDashesIn, restoreLoneDashes } from '../../src/cli/lone-dash.ts';

/** What a parser with an argument, a list and a listed option makes of a command line. */
function parsed(...argv: string[]): object {
  const parser = yargs()
    .command('$0 <file> [more..]', '', (command) => command.positional('more', { type: 'string', array: true }))
    .positional('file', { type: 'string' })
    .option('in', { type: 'string', array: true, nargs: 1 })
    .option('count', { type: 'number' });
  return restoreLoneDashes(parser.parseSync(hideLoneDashes(argv)));
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
    const [word] = hideLoneDashes(['-']);
    expect(restoreDashesIn(`Unknown argument: ${word!}`)).toBe('Unknown argument: -');
  });

  it('is not mistaken for a flag, a number or a longer word', () => {
    expect(hideLoneDashes(['--', '-q', '-1', 'a-'])).toEqual(['--', '-q', '-1', 'a-']);
  });
});
