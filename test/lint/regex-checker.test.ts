import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { loadRegexChecker, withPlainNames } from '../../src/lint/regex-checker.ts';

describe('loadRegexChecker', () => {
  it('loads nothing for a query without a regular expression', async () => {
    expect(await loadRegexChecker(parse('filter a like "[" | limit 5').query)).toBeUndefined();
  });

  it('judges by the rules of RE2', async () => {
    const check = (await loadRegexChecker(parse('filter a like /x/').query))!;
    expect(check('a+')).toBeUndefined();
    expect(check('a(')).toBe('missing closing ): `a(`');
  });
});

describe('withPlainNames', () => {
  it.each([
    ['(?<@domain>a)(?P<b>c)', '(?<group1>a)(?P<b>c)'],
    ['\\/api\\/v1', '/api/v1'],
    ['\\(?<@x>', '\\(?<@x>'],
    ['(?<!a)(?<=b)', '(?<!a)(?<=b)'],
  ])('%s', (pattern, plain) => {
    expect(withPlainNames(pattern)).toBe(plain);
  });
});
