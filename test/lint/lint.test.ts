import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { checkQuery } from '../../src/lint/check.ts';
import { lint } from '../../src/lint/lint.ts';
import { formatOf } from '../support/test-rule.ts';

function codesOf(text: string): string[] {
  const source = { name: 'query', text };
  return lint(parse(source).query, { source }).map(({ code }) => code);
}

describe('lint', () => {
  it('finds nothing wrong in a good query', () => {
    expect(
      codesOf('filter status >= 500 | stats count(*) as failures by path | sort failures desc | limit 20'),
    ).toEqual([]);
  });

  it('reports in the order of the text, whatever the order of the rules', () => {
    expect(codesOf('filter strlenn(a) > 3 | stats count(*) as n by bin(300s) | sort m desc')).toEqual([
      'no-unknown-function',
      'bin-width',
      'unknown-sort-key',
    ]);
  });

  it('puts the shorter of two findings at one place first', () => {
    expect(codesOf('filter sumo(strlen(a)) = sum() | limit 5')).toEqual([
      'no-unknown-function',
      'aggregate-in-stats',
      'argument-count',
    ]);
  });

  it('judges by further fields of the events', () => {
    const source = { name: 'query', text: 'filter levle = "ERROR" | limit 5' };
    const fields = [{ name: 'level', type: 'string', origin: 'discovered' }] as const;
    expect(lint(parse(source).query, { source, fields }).map(({ message }) => message)).toEqual([
      'Unknown field "levle". Did you mean "level"?',
    ]);
  });

  it('leaves regular expressions alone where it has no checker', () => {
    expect(codesOf('filter a like /[/ | limit 5')).toEqual([]);
  });

  it('does not fall over what could not be read', () => {
    expect(() => codesOf('stats count( | | filter | parse @message "* as | sort ((( | ] ~')).not.toThrow();
  });
});

describe('checkQuery', () => {
  it('reports what the parser and the rules find, in the order of the text', async () => {
    const text = 'filter a like /[/ | filter = 3 | limit 0';
    const { diagnostics } = await checkQuery({ name: 'query', text });
    const codes = diagnostics.map(({ code }) => code);
    expect(codes[0]).toBe('valid-regex');
    expect(codes.at(-1)).toBe('limit-range');
    expect(codes).toHaveLength(3);
  });

  it('says that the 19-field format lacks the field that a query sorts by', async () => {
    const format = formatOf('${srcaddr} ${dstaddr} ${packets} ${bytes} ${action}');
    const text =
      'parse @message "* * * * *" as srcaddr, dstaddr, packets, bytes, action\n| sort start desc\n| limit 20';
    const { diagnostics } = await checkQuery({ name: 'query', text }, { format });
    expect(diagnostics.map(({ message }) => message)).toEqual(['Nothing called "start" exists here to sort by.']);
  });
});
