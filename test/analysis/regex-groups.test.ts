import { describe, expect, it } from 'vitest';
import { regexGroups } from '../../src/analysis/regex-groups.ts';

describe('regexGroups', () => {
  it.each([
    ['(a)(?<b>c)', [undefined, 'b']],
    ['(?P<b>c)', ['b']],
    ['(?<@domain>x)', ['@domain']],
    ['(?:a)(?i)(?=b)(?<=c)(?<!d)', []],
    ['\\(a\\)[(]', []],
    ['[]()](a)', [undefined]],
    ['[^]()](?<a>b)', ['a']],
    ['[\\](](?<a>b)', ['a']],
    ['((?<a>b)(c))', [undefined, 'a', undefined]],
  ])('%s', (pattern, names) => {
    expect(regexGroups(pattern).map(({ name }) => name)).toEqual(names);
  });

  it('tells where a name stands', () => {
    const pattern = 'x(?<name>y)';
    const { start, end } = regexGroups(pattern)[0]!.nameSpan!;
    expect(pattern.slice(start, end)).toBe('name');
  });
});
