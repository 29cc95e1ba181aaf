import { describe, expect, it } from 'vitest';
import { countsOf } from '../../src/engine/profile.ts';

type Operator = Parameters<typeof countsOf>[0]['children'][number];

/** A chain of operators, the scan last. */
function chain(...operators: readonly (readonly [string, number])[]): { readonly children: Operator[] } {
  const [first, ...rest] = operators;
  if (!first) return { children: [] };
  const [name, rows] = first;
  return {
    children: [
      {
        operator_name: name,
        operator_type: name.startsWith('READ') || name === 'SEQ_SCAN' ? 'TABLE_SCAN' : name,
        operator_cardinality: rows,
        children: chain(...rest).children,
      },
    ],
  };
}

describe('countsOf', () => {
  const filters = { eventFilters: 1, queryFilters: 1 };

  it('reads the records behind the event filter and behind the last filter of the query', () => {
    const profile = chain(['HASH_GROUP_BY', 3], ['PROJECTION', 40], ['FILTER', 40], ['FILTER', 99], ['READ_CSV', 100]);
    expect(countsOf(profile, filters)).toEqual({ scanned: 99, matched: 40 });
  });

  it('does not count filters above a grouping', () => {
    const profile = chain(['FILTER', 1], ['HASH_GROUP_BY', 3], ['FILTER', 40], ['FILTER', 99], ['READ_CSV', 100]);
    expect(countsOf(profile, filters)).toEqual({ scanned: 99, matched: 40 });
  });

  it('understands no plan in which a filter is missing', () => {
    expect(countsOf(chain(['FILTER', 40], ['READ_CSV', 100]), filters)).toBeUndefined();
    expect(countsOf(chain(['EMPTY_RESULT', 0]), filters)).toBeUndefined();
  });

  it('understands no top-n over a table, whose scan leaves out rows on its own', () => {
    const none = { eventFilters: 0, queryFilters: 0 };
    expect(countsOf(chain(['TOP_N', 20], ['SEQ_SCAN', 33]), none)).toBeUndefined();
    expect(countsOf(chain(['TOP_N', 20], ['READ_CSV', 33]), none)).toEqual({ scanned: 33, matched: 33 });
  });

  it('takes what comes to the first grouping for what matched, where the records scanned are known', () => {
    const known = { eventFilters: 0, queryFilters: 2, scanned: 100 };
    const pushed = chain(['PROJECTION', 3], ['HASH_GROUP_BY', 3], ['PROJECTION', 40], ['READ_PARQUET', 40]);
    expect(countsOf(pushed, known)).toEqual({ scanned: 100, matched: 40 });
    const half = chain(['UNGROUPED_AGGREGATE', 1], ['FILTER', 40], ['READ_PARQUET', 60]);
    expect(countsOf(half, known)).toEqual({ scanned: 100, matched: 40 });
    expect(countsOf(chain(['TOP_N', 3], ['READ_PARQUET', 40]), known)).toBeUndefined();
  });

  it('understands no join', () => {
    const [side] = chain(['READ_CSV', 5]).children;
    const join: Operator = {
      operator_name: 'HASH_JOIN',
      operator_type: 'HASH_JOIN',
      operator_cardinality: 5,
      children: [side!, side!],
    };
    expect(countsOf({ children: [join] }, { eventFilters: 0, queryFilters: 0 })).toBeUndefined();
  });
});
