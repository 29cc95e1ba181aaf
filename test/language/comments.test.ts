import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/language/lexer.ts';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';
import { query } from '../support/arbitraries.ts';
import { meaningOf } from '../support/meaning.ts';

function format(text: string): string {
  const { query: tree, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return print(tree);
}

describe('comments', () => {
  it.each([
    ['stay at the end of a stage', 'fields a # why\n| limit 5 # few'],
    ['stay on their own lines before a stage', '# one\n# two\nfields a\n# three\n| limit 5\n# four'],
    [
      'stay between items',
      'stats count(*) as n, # all\n      sum(a) as s, # some\n      # none\n      avg(a) as m\n      by b, # first\n         c',
    ],
    ['stay before the first item of grouped stats', 'stats # the\n      count(*)\n      by a'],
    ['stay before the first item', 'stats # the\n      count(*)'],
    ['stay on a line before the first item', 'fields\n       # the\n       a, b'],
    ['stay before the group list', 'stats count(*) as n # all\n      by a'],
    [
      'stay between conditions',
      'filter a = 1 # one\n       and (b = 2 # two\n            or c = 3) # three\n       # four\n       and d = 4',
    ],
    ['stay between aliases', 'parse @message "* *"\n      as a, # one\n         b'],
    ['stay between sort keys', 'sort a, # one\n     b desc'],
    ['stay between paths', 'json "a" as a, # one\n     "b" as b'],
    [
      'stay in a subquery',
      'filter a in (SOURCE "x" # one\n             | fields a\n             # two\n             )',
    ],
    ['keep a blank line after a paragraph', '# title: x\n\n# text\n\nfields a'],
    ['alone are a text, too', 'fields a\n# one\n\n# two'],
  ])('%s', (_, text) => {
    expect(format(text)).toBe(text);
  });

  it('after a pipe move before it', () => {
    expect(format('fields a\n| # why\n  limit 5')).toBe('fields a\n# why\n| limit 5');
  });

  it('inside an expression move behind its item or stage', () => {
    expect(format('stats sum(a # x\n + b) as c, count(*)')).toBe('stats sum(a + b) as c, # x\n      count(*)');
    expect(format('limit # x\n 5')).toBe('limit 5 # x');
  });

  it('are no part of the name of a column', () => {
    expect(format('stats sum(a # x\n+b) by c')).toBe('stats sum(a +b) # x\n      by c');
  });

  it('without any command are kept', () => {
    const { query: tree, diagnostics } = parse('# one\n# two');
    expect(diagnostics).toMatchObject([{ code: 'empty-query' }]);
    expect(print(tree)).toBe('# one\n# two');
  });

  it('between any tokens survive in order, change nothing else, and then stay where they are', () => {
    const places = fc.array(fc.tuple(fc.nat(), fc.constantFrom(' # x', '\n# y', '\n\n  # z')), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(query, places, (tree, insertions) => {
        const text = print(tree);
        fc.pre(!text.includes('zz'));
        const { tokens } = tokenize(text);
        let count = 0;
        let commented = '';
        for (const [index, token] of tokens.entries()) {
          const between = text.slice(tokens[index - 1]?.end ?? 0, token.start);
          // Where tokens touch, a blank could mean something else.
          const mayPart = between !== '' || index === 0 || token.kind === 'end';
          const added = insertions.filter(([place]) => mayPart && place % tokens.length === index);
          commented += between + added.map(([, comment]) => `${comment}${count++}\n`).join('') + token.text;
        }
        const once = parse(commented);
        fc.pre(once.diagnostics.length === 0);
        expect(meaningOf(once.query)).toEqual(meaningOf(parse(text).query));
        const printed = print(once.query);
        expect(commentsOf(printed)).toEqual(commentsOf(commented));
        expect(print(parse(printed).query)).toBe(printed);
      }),
      { numRuns: 400 },
    );
  });
});

function commentsOf(text: string): string[] {
  return tokenize(text).tokens.flatMap(({ comments }) => comments.map((comment) => comment.text));
}
