import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/text/diagnostic.ts';
import { parse } from '../../src/language/parse.ts';
import { print, printExpression } from '../../src/language/print.ts';
import { meaningOf } from '../support/meaning.ts';
import * as arbitrary from '../support/arbitraries.ts';

/** Made trees hold stages that flowq does not know, too. */
function isUnexpected({ code }: Diagnostic): boolean {
  return code !== 'unknown-command';
}

describe('the printer', () => {
  it('writes every tree so that it reads back the same', () => {
    fc.assert(
      fc.property(arbitrary.query, (query) => {
        const text = print(query);
        const { query: read, diagnostics } = parse(text);
        expect(diagnostics.filter(isUnexpected)).toEqual([]);
        expect(meaningOf(read)).toEqual(meaningOf(query));
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitrary.query, (query) => {
        const once = print(parse(print(query)).query);
        expect(print(parse(once).query)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it('writes every expression on one line that reads back the same', () => {
    fc.assert(
      fc.property(arbitrary.expression, (expression) => {
        const { query, diagnostics } = parse(`filter ${printExpression(expression)}`);
        expect(diagnostics.filter(isUnexpected)).toEqual([]);
        expect(meaningOf(query.commands[0]!)).toEqual(
          meaningOf({ kind: 'FilterCommand', keyword: 'filter', condition: expression }),
        );
      }),
      { numRuns: 400 },
    );
  });
});
