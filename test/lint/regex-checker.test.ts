import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { loadRegexChecker, regexCheckerOf, withPlainNames } from '../../src/lint/regex-checker.ts';

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

describe('regexCheckerOf', () => {
  it('does not take a mistake of the library for one of the pattern', () => {
    class RE2JSSyntaxException extends Error {}
    const RE2JS = {
      compile: () => {
        throw new TypeError('broken');
      },
    };
    const check = regexCheckerOf({ RE2JS, RE2JSSyntaxException } as unknown as Parameters<typeof regexCheckerOf>[0]);
    expect(() => check('a')).toThrow('broken');
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
