import { describe, expect, it } from 'vitest';
import type { RegexLiteral } from '../../src/language/ast.ts';
import { Refusal } from '../../src/sql/refusal.ts';
import { compileRegex, regexLiteral } from '../../src/sql/regex.ts';

const regex = (pattern: string): RegexLiteral => ({ kind: 'RegexLiteral', pattern, span: { start: 0, end: 1 } });

describe('a regular expression', () => {
  it('keeps what it means and drops the names of groups in a search', () => {
    const pattern = String.raw`(?i)^a[\]/)]+(?<@name>x|y){2,3}?(?:z)\(\p{L}\Q(?\E$`;
    expect(regexLiteral(regex(pattern))).toBe(String.raw`'(?i)^a[\]/)]+(?:x|y){2,3}?(?:z)\(\p{L}\Q(?\E$'`);
  });

  it('unescapes slashes', () => {
    expect(regexLiteral(regex(String.raw`a\/b`))).toBe("'a/b'");
  });

  it('names groups for the engine and remembers the names of the query', () => {
    const { pattern, groups } = compileRegex(regex(String.raw`(?<@user>\S+) (\d+)`));
    expect(pattern).toBe(String.raw`(?P<g1>\S+) (?P<g2>\d+)`);
    expect(groups).toEqual([
      { name: '@user', alias: 'g1', whenEmpty: 'present' },
      { alias: 'g2', whenEmpty: 'present' },
    ]);
  });

  it('asks the part around an optional group whether the group took part', () => {
    const { pattern, groups } = compileRegex(regex('a(?: b=(?<b>.*))?'));
    expect(pattern).toBe('a(?P<w1>(?: b=(?P<g1>.*)))?');
    expect(groups[0]!.whenEmpty).toEqual({ wrapper: 'w1' });
    expect(compileRegex(regex('(?<x>a+)|b')).groups[0]!.whenEmpty).toBe('missing');
  });

  it.each(['(?=a)', '(?<!a)b', String.raw`(a)\1`, '(a', 'a)', '[a'])('refuses %s', (pattern) => {
    expect(() => regexLiteral(regex(pattern))).toThrow(Refusal);
  });
});
