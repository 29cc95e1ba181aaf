import { describe, expect, it } from 'vitest';
import { queryLength } from '../../src/lint/rules/query-length.ts';
import { findingsOf } from '../support/test-rule.ts';

/** A query of exactly so many characters. */
function queryOf(length: number): string {
  return 'filter a = 1 # '.padEnd(length, 'x');
}

describe('query-length', () => {
  it.each([
    ['as long as the service takes', queryOf(10_000)],
    ['longer only by white space at its end', `${queryOf(10_000)}\n\n`],
    ['short', 'fields @message'],
  ])('lets pass a query that is %s', async (_, query) => {
    expect(await findingsOf(queryLength, query)).toEqual([]);
  });

  it.each([10_001, 10_500, 20_000])('flags what is beyond 10,000 of %i characters', async (length) => {
    const [finding] = await findingsOf(queryLength, queryOf(length));
    expect(finding).toMatchObject({
      severity: 'error',
      message: `The query has ${length} characters; the service takes 10000.`,
      span: { start: 10_000, end: length },
    });
  });
});
