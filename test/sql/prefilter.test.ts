import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { compileQuery } from '../../src/sql/compile.ts';

/** Whether the SQL looks at whole lines for a text before it takes them apart. */
function prefilters(text: string): string[] {
  const { query } = parse({ name: '<query>', text });
  const compiled = compileQuery(query, {
    input: { relation: 'lines', columns: { message: 'line' }, shape: { kind: 'lines' } },
    clock: { now: 0 },
  });
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0]!.message);
  const first = compiled.plan.sql.split('string_split')[0]!;
  return [...first.matchAll(/contains\(\w+, '((?:[^']|'')*)'\)/g)].map((match) => match[1]!);
}

const clause = 'parse @message "* * *" as a, b, c';

describe('a pre-filter on the whole line', () => {
  it.each([
    ['filter a = "REJECT"', ['REJECT']],
    ['filter "x" = b and c like "it\'s"', ['x', "it''s"]],
    ['filter c in ["x", "y"]', ['x', 'y']],
  ])('stands before the split for %s', (stage, texts) => {
    expect(prefilters(`${clause} | ${stage} | stats count(*) by b`)).toEqual(texts);
  });

  it.each([
    'filter a = "22"', // 22.0 and 2.2e1 are equal to it
    'filter a = 22',
    'filter a != "REJECT"',
    'filter not (a = "REJECT")',
    'filter a = "x" or b = "y"',
    'filter a in ["x", "22"]',
    'filter a not in ["x"]',
    'filter a like ""',
    'fields toupper(a) as u | filter u = "REJECT"',
    'stats count(*) as n by a | filter a = "REJECT"',
    'limit 5 | filter a = "REJECT"',
  ])('is not there for %s', (stage) => {
    expect(prefilters(`${clause} | ${stage} | stats count(*)`)).toEqual([]);
  });
});
