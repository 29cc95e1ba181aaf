import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';
import { renderDiagnostic } from '../../src/text/render.ts';
import { query } from '../support/arbitraries.ts';

const size = 100_000;

function fill(part: string): string {
  return part.repeat(Math.ceil(size / part.length));
}

/** Each takes long where the time is not linear in the input. */
const hostile: Readonly<Record<string, string>> = {
  'ordinary stages': fill('filter a = "x" and b in [1, 2, 3] | '),
  'unknown stages': fill('|x '),
  'open parentheses': `filter ${fill('(')}`,
  'quotes without partners': fill('\\"|limit '),
  'strings that swallow stages': `filter a = "${fill('| filter x "y ')}`,
  'slashes without partners': fill('=~/\\/|limit 5 '),
  'regexes that swallow stages': `filter a like /${fill('| filter x ')}`,
  'misplaced regexes': fill('= /aaaaaaaaaaaaaaaaaaaaaaaa\n'),
  backticks: fill('`a b '),
  'typographic quotes': fill('“a” ‘b '),
  'comments on lines of their own': fill('# x\n'),
  'a long row of operators': `filter a${fill(' + a')}`,
  'a long row of conditions': `filter a = 1${fill(' or a = 1')}`,
  'a long row of nots': `filter ${fill('not ')}`,
  'a long row of signs': `filter ${fill('-')}`,
  'a long row of indexes': `filter a${fill('[1]')}`,
  'a long list': `filter a in [${fill('"x", ')}1]`,
  'a long path': `fields ${fill('a.')}a`,
  'many items': `fields ${fill('a, ')}b`,
  'subqueries in subqueries': fill('filter a in (SOURCE "x" | '),
  'joins in joins': fill('join where a=b (SOURCE x '),
  'open JSON': `SOURCE logGroupTags([${fill('{')}`,
  'pipes alone': fill('|'),
  'commas alone': fill(','),
  'one long number': fill('1'),
  'dots and digits': fill('1.'),
};

describe('the parser and the printer survive', () => {
  it('a megabyte of stages, and of everything', () => {
    for (const part of [
      'filter a = "x" and b in [1, 2, 3] | ',
      Object.values(hostile)
        .map((text) => text.slice(0, 60))
        .join(' | '),
    ]) {
      const { query: tree } = parse(part.repeat(Math.ceil(1_000_000 / part.length)));
      expect(print(tree).length).toBeGreaterThan(100_000);
    }
  }, 120_000);

  it.each(Object.keys(hostile))('100 kilobytes of %s', (name) => {
    const { query: tree } = parse(hostile[name]!);
    expect(typeof print(tree)).toBe('string');
  });

  it('10,000 nested parentheses, lists, calls and subqueries', () => {
    for (const [open, close] of [
      ['(', ')'],
      ['f(', ')'],
      ['a in [', ']'],
      ['x in (SOURCE "a" | filter ', ')'],
      ['not ', ''],
      ['-', ''],
    ] as const) {
      const { query: tree, diagnostics } = parse(`filter ${open.repeat(10_000)}a${close.repeat(10_000)} | limit 5`);
      expect(diagnostics.map(({ code }) => code)).toContain('nested-too-deeply');
      expect(print(tree).length).toBeGreaterThan(10_000);
    }
  });

  it('every depth that the parser takes', () => {
    const rows = ` + a`.repeat(900);
    const { query: tree, diagnostics } = parse(`filter ${'('.repeat(90)}a${')'.repeat(90)}${rows}`);
    expect(diagnostics).toEqual([]);
    expect(parse(print(tree)).diagnostics).toEqual([]);
  });

  it('a row of 999 operators, and reports one of 1,000', () => {
    expect(parse(`filter a${' or a'.repeat(999)}`).diagnostics).toEqual([]);
    expect(parse(`filter a${' or a'.repeat(1001)}`).diagnostics).toMatchObject([{ code: 'nested-too-deeply' }]);
  });

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const text = new TextDecoder('latin1').decode(bytes);
        const { query: tree, diagnostics } = parse(text);
        print(tree);
        for (const diagnostic of diagnostics) renderDiagnostic({ name: 'q', text }, diagnostic);
      }),
    );
  });

  it('a query with any piece taken out, doubled or put elsewhere', () => {
    fc.assert(
      fc.property(query, fc.nat(), fc.nat(20), fc.nat(), (tree, from, length, to) => {
        const text = print(tree);
        const start = from % (text.length + 1);
        const piece = text.slice(start, start + length);
        const rest = text.slice(0, start) + text.slice(start + length);
        const place = to % (rest.length + 1);
        for (const damaged of [
          rest,
          rest.slice(0, place) + piece + rest.slice(place),
          text.slice(0, start) + piece + text.slice(start),
        ]) {
          const once = parse(damaged);
          const again = print(once.query);
          // What could be read is printed in a way that reads back; what could not stays as it was.
          if (once.diagnostics.length === 0) expect(parse(again).diagnostics).toEqual([]);
          for (const { span } of once.diagnostics)
            expect(0 <= span.start && span.start <= span.end && span.end <= damaged.length).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
