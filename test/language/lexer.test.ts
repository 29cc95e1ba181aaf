import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/language/lexer.ts';
import { query } from '../support/arbitraries.ts';
import { print } from '../../src/language/print.ts';

/** Texts with many of the characters that mean something. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '"',
          "'",
          '`',
          '/',
          '|',
          '#',
          '\\',
          '\n',
          '\r',
          ' ',
          '(',
          ')',
          '[',
          ']',
          '{{a}}',
          '{{',
          '//',
          '/*',
          '*/',
          '“',
          '’',
        ],
        ...[
          'like',
          '=~',
          'parse',
          'filter ',
          '| fields ',
          'x',
          'é',
          '5m',
          '1.2.3',
          '1e3',
          '@',
          '.',
          '.0',
          ',',
          '-',
          '$',
          'SOURCE ',
        ],
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
  query.map((tree) => print(tree)),
);

describe('tokens', () => {
  it('and what lies between them rebuild the source', () => {
    fc.assert(
      fc.property(text, (source) => {
        let rebuilt = '';
        for (const token of tokenize(source).tokens) {
          const between = source.slice(rebuilt.length, token.start);
          expect(
            token.comments.every(({ text: comment, span }) => source.slice(span.start, span.end) === `#${comment}`),
          ).toBe(true);
          rebuilt += between + token.text;
        }
        expect(rebuilt).toBe(source);
      }),
      { numRuns: 1000 },
    );
  });

  it('have only white space and comments between them', () => {
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        for (const token of tokenize(source).tokens) {
          const between = source.slice(end, token.start);
          expect(between.replace(/#[^\n\r]*|\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)|\s/g, '')).toBe('');
          end = token.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a / b / c', ['a', '/', 'b', '/', 'c']],
    ['filter a like /b c/ / d', ['filter', 'a', 'like', '/b c/', '/', 'd']],
    ['filter a =~ /\\/x\\\\/client/', ['filter', 'a', '=~', '/\\/x\\\\/client/']],
    ['filter a ~= /x/', ['filter', 'a', '~=', '/x/']],
    ['parse @message /a|b/', ['parse', '@message', '/a|b/']],
    ['parse f(1 / 2) /x/', ['parse', 'f', '(', '1', '/', '2', ')', '/x/']],
    ['filter a = /x/', ['filter', 'a', '=', '/x/']],
    ['a.b.0 `x y` @`aws.tag:k` r.`x-y`.z', ['a.b.0', '`x y`', '@`aws.tag:k`', 'r.`x-y`.z']],
    ['m[1].0.x', ['m', '[', '1', ']', '.', '0', '.', 'x']],
    ['foo-bar', ['foo', '-', 'bar']],
    ['1 1.5 1e6 2E-3 5m 90sec', ['1', '1.5', '1e6', '2E-3', '5m', '90sec']],
    ['a<=b!=c==d<>e', ['a', '<=', 'b', '!=', 'c', '==', 'd', '<>', 'e']],
    ['{{name}} # x', ['{{name}}']],
  ])('of %s', (source, expected) => {
    const { tokens, diagnostics } = tokenize(source);
    expect(diagnostics).toEqual([]);
    expect(tokens.slice(0, -1).map((token) => token.text)).toEqual(expected);
  });
});
