import { describe, expect, it } from 'vitest';
import type { Analysis, Scope } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import type { AnalysisOptions } from '../../src/analysis/scope.ts';
import { findFormat } from '../../src/formats/catalogue.ts';
import { readFormat } from '../../src/formats/read.ts';
import { parse } from '../../src/language/parse.ts';

const vpcDefault = findFormat('vpc-default')!.format;
const custom = readFormat('${account-id} ${srcaddr} ${bytes} ${action}').format!;

function analysisOf(text: string, options?: AnalysisOptions): Analysis {
  const { query, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return analyze(query, options);
}

/** `name type`, hidden columns in brackets. */
function columns(text: string, options?: AnalysisOptions): string[] {
  return analysisOf(text, options).columns.map(({ name, type, hidden }) => (hidden ? `(${name})` : `${name} ${type}`));
}

function scopeAfter(text: string, options?: AnalysisOptions): Scope {
  return analysisOf(text, options).stages.at(-1)!.output;
}

describe('columns', () => {
  it('are time and message where nothing is chosen', () => {
    expect(columns('filter a = 1')).toEqual(['@timestamp timestamp', '@message string', '(@ptr)']);
  });

  it('are not changed by parse', () => {
    expect(columns('parse @message "* *" as a, b')).toEqual(['@timestamp timestamp', '@message string', '(@ptr)']);
  });

  it('of several "fields" add up, each name once', () => {
    expect(columns('fields a, strlen(b) as n | fields a, c')).toEqual(['a any', 'n number', 'c any', '(@ptr)']);
  });

  it('of the last "display" replace all others', () => {
    expect(columns('fields a | display b | display c, d | fields e as f')).toEqual(['c any', 'd any', '(@ptr)']);
  });

  it('of "stats" are the groups and then the results, without @ptr', () => {
    expect(columns('stats count(*) as n, max(@timestamp) by host, bin(5m)')).toEqual([
      'host any',
      'bin(5m) timestamp',
      'n number',
      'max(@timestamp) timestamp',
    ]);
  });

  it('after "stats" are those that a later "fields" names', () => {
    expect(columns('stats count(*) as n by host | fields n * 2 as twice')).toEqual(['twice number']);
  });

  it('show @ptr where it is asked for, and then not twice', () => {
    expect(columns('fields @ptr, a')).toEqual(['@ptr string', 'a any']);
  });

  it('carry the type and the definition of the format', () => {
    const analysis = analysisOf('fields accountId, bytes', { format: vpcDefault });
    expect(analysis.columns.map(({ type, definition }) => [type, definition?.name])).toEqual([
      ['string', 'account-id'],
      ['number', 'bytes'],
      ['string', undefined],
    ]);
  });

  it('name a parameter as it is written', () => {
    expect(columns('fields a as {{name}}')).toEqual(['{{name}} any', '(@ptr)']);
  });
});

describe('a known format', () => {
  it('gives its discovered fields at once', () => {
    const { fields, isOpen } = analysisOf('limit 1', { format: vpcDefault }).stages[0]!.input;
    expect(isOpen).toBe(false);
    expect(fields.get('srcAddr')).toMatchObject({ type: 'string', origin: 'discovered' });
    expect(fields.has('srcaddr')).toBe(false);
  });

  it('gives nothing before a parse where the service discovers nothing', () => {
    expect(scopeAfter('limit 1', { format: custom }).fields.has('srcaddr')).toBe(false);
  });

  it('is behind the names of a parse clause that is the format, whatever the names', () => {
    const { fields } = scopeAfter('parse @message "* * * *" as owner, source, size, verdict', { format: custom });
    expect(fields.get('size')).toMatchObject({ type: 'number', origin: 'parsed', definition: { name: 'bytes' } });
    expect(fields.get('owner')).toMatchObject({ type: 'string', definition: { name: 'account-id' } });
  });

  it('is behind equal names of any other parse of the message', () => {
    const { fields } = scopeAfter('parse /(?<bytes>\\d+) (?<word>\\w+)$/', { format: custom });
    expect(fields.get('bytes')).toMatchObject({ type: 'number' });
    expect(fields.get('word')!.type).toBe('any');
  });

  it('is not behind a parse of another field', () => {
    expect(scopeAfter('parse other "* *" as bytes, b', { format: custom }).fields.get('bytes')!.type).toBe('any');
  });

  it('stays behind values that are handed on unchanged', () => {
    const { fields } = scopeAfter(
      'fields action as verdict | stats latest(verdict) as last, sum(bytes) by accountId as owner',
      {
        format: vpcDefault,
      },
    );
    expect(fields.get('last')!.definition!.name).toBe('action');
    expect(fields.get('owner')!.definition!.name).toBe('account-id');
    expect(fields.get('sum(bytes)')!.definition).toBeUndefined();
  });
});

describe('scopes', () => {
  it('are open where nothing is known about the events', () => {
    expect(scopeAfter('filter a = 1').isOpen).toBe(true);
    expect(scopeAfter('filter a = 1', { fields: [] }).isOpen).toBe(false);
    expect(scopeAfter('filter a = 1', { fields: [], isOpen: true }).isOpen).toBe(true);
  });

  it('hold only the outputs after "stats"', () => {
    const { fields, isOpen } = scopeAfter('stats count(*) as n by a.b');
    expect([...fields.keys()]).toEqual(['a.b', 'n']);
    expect(isOpen).toBe(false);
  });

  it('let an item use the alias of an earlier one', () => {
    expect(columns('stats sum(a) as x, x > 3 as many')).toEqual(['x number', 'many boolean']);
  });

  it('are open after a command that flowq does not know', () => {
    const { query } = parse('stats count(*) as n | frobnicate');
    expect(analyze(query).stages.at(-1)!.output.isOpen).toBe(true);
  });

  it('say where the query makes a field', () => {
    const text = 'parse @message /user=(?<user>\\S+)/';
    const { start, end } = scopeAfter(text).fields.get('user')!.madeAt!;
    expect(text.slice(start, end)).toBe('user');
  });
});
