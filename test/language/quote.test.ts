import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, name } from '../../src/language/build.ts';
import { parse } from '../../src/language/parse.ts';
import { printSegments, quoteName, quoteRegex, quoteString, quoteWord, segmentsOf } from '../../src/language/quote.ts';

describe('quoteString', () => {
  it.each([
    ['plain', '"plain"'],
    ['say "x"', `'say "x"'`],
    ["it's", `"it's"`],
    [`both ' and "`, `"both ' and \\""`],
    ['\\d+', '"\\d+"'],
    ['ends in \\', '"ends in \\\\"'],
    ['x" | limit 1 #', `'x" | limit 1 #'`],
  ])('writes %s', (value, text) => {
    expect(quoteString(value)).toBe(text);
  });

  it('writes any text so that it reads back the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'\\"\'|\nf /') })),
        (value) => {
          const { query, diagnostics } = parse(`filter a = ${quoteString(value)}`);
          expect(diagnostics).toEqual([]);
          expect(query.commands).toMatchObject([{ condition: { right: { value } } }]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('quoteName', () => {
  it.each([
    ['srcaddr', 'srcaddr'],
    ['@message', '@message'],
    ['account-id', '`account-id`'],
    ['a.b.0', 'a.b.0'],
    ['a.b-c', '`a.b-c`'],
    ['and', '`and`'],
    ['5xx', '`5xx`'],
    ['', '``'],
  ])('writes %s', (text, expected) => {
    expect(quoteName(text)).toBe(expected);
  });

  it('writes any name without a backtick or line end so that it reads back the same', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => !/[`\n]/.test(text)),
        (text) => {
          const { query, diagnostics } = parse(`fields ${quoteName(text)}`);
          expect(diagnostics).toEqual([]);
          expect(query.commands).toMatchObject([{ items: [{ expression: { kind: 'Field', name: text } }] }]);
        },
      ),
    );
  });

  it('has no way to write a backtick or a line end', () => {
    expect(() => field('a`b')).toThrow('The name "a`b" cannot be written: it holds a backtick or a line end.');
    expect(() => name('a\nb')).toThrow(RangeError);
  });
});

describe('quoteWord', () => {
  it('leaves the dots of a name alone', () => {
    expect(quoteWord('a.b')).toBe('a.b');
    expect(quoteWord('a.b', true)).toBe('`a.b`');
    expect(quoteWord('a b')).toBe('`a b`');
  });
});

describe('printSegments', () => {
  it('keeps backticks and the sign before them', () => {
    expect(printSegments([{ text: '@aws.tag', quoted: true, prefixed: true }])).toBe('@`aws.tag`');
    expect(printSegments([{ text: 'a', quoted: true }, { text: '0' }])).toBe('`a`.0');
  });

  it('reads a path apart', () => {
    expect(segmentsOf('a.b')).toEqual([{ text: 'a' }, { text: 'b' }]);
    expect(segmentsOf('a..b')).toEqual([{ text: 'a..b', quoted: true }]);
  });
});

describe('quoteRegex', () => {
  it('finds exactly the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const { query, diagnostics } = parse(`filter a like /${quoteRegex(text)}/ and b = 1`);
        expect(diagnostics).toEqual([]);
        const pattern = /\/(.*)\/ and/s.exec(`filter a like /${quoteRegex(text)}/ and b = 1`)![1]!;
        expect(query.commands).toMatchObject([{ condition: { left: { pattern: { pattern } } } }]);
        expect(new RegExp(`^${pattern}$`).test(text)).toBe(true);
      }),
    );
  });
});
