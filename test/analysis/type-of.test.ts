import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { parse } from '../../src/language/parse.ts';

function typeOf(expression: string): string {
  return analyze(parse(`fields ${expression} as x`).query).columns[0]!.type;
}

describe('typeOf', () => {
  it.each([
    ['"a"', 'string'],
    ['1', 'number'],
    ['true', 'boolean'],
    ['-a', 'number'],
    ['not a', 'boolean'],
    ['a + "b"', 'number'],
    ['a = b', 'boolean'],
    ['a like "b"', 'boolean'],
    ['a in [1]', 'boolean'],
    ['@timestamp', 'timestamp'],
    ['@entity.KeyAttributes.Type', 'any'],
    ['anything', 'any'],
    ['strlen(a)', 'number'],
    ['frobnicate(a)', 'any'],
    ['if(a, 1, 2)', 'number'],
    ['if(a, 1, "b")', 'any'],
    ['case(a, "x", b, "y")', 'string'],
    ['case(a, "x", "y")', 'string'],
    ['case(a, "x", 1)', 'any'],
    ['coalesce("a", "b")', 'string'],
    ['max(@timestamp)', 'timestamp'],
    ['max()', 'any'],
    ['{{parameter}}', 'any'],
    ['jsonParse(a).b', 'any'],
  ])('%s is %s', (expression, type) => {
    expect(typeOf(expression)).toBe(type);
  });
});
