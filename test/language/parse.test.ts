import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';

function codes(text: string): string[] {
  return parse(text).diagnostics.map(({ code }) => code);
}

describe('parse', () => {
  it('takes a text, or a text with its name', () => {
    expect(parse({ name: 'a.cwli', text: 'limit 5' })).toEqual(parse('limit 5'));
  });

  it('reads a pipeline', () => {
    const { query, diagnostics } = parse(
      'fields @timestamp | filter bytes > 1 | stats count(*) by a | sort a | limit 5',
    );
    expect(diagnostics).toEqual([]);
    expect(query.commands.map(({ kind }) => kind)).toEqual([
      'FieldsCommand',
      'FilterCommand',
      'StatsCommand',
      'SortCommand',
      'LimitCommand',
    ]);
  });

  it('skips to the next pipe after a syntax error, and goes on', () => {
    const { query, diagnostics } = parse('filter a = | sort | limit 5');
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Expected an expression, found "|".',
      'Expected an expression, found "|".',
    ]);
    expect(query.commands.map(({ kind }) => kind)).toEqual(['UnknownCommand', 'UnknownCommand', 'LimitCommand']);
  });

  it('keeps an unknown command with its text', () => {
    const { query, diagnostics } = parse('future x  =  1 # why\n| limit 5');
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-command']);
    expect(print(query)).toBe('future x  =  1 # why\n| limit 5');
  });

  it('reports nesting that would end the stack', () => {
    expect(codes(`filter ${'('.repeat(10_000)}a${')'.repeat(10_000)}`)).toEqual(['nested-too-deeply']);
  });
});
