import { describe, expect, it } from 'vitest';
import type { Analysis, Scope } from '../../src/analysis/analysis.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { parse } from '../../src/language/parse.ts';

function analysisOf(text: string): Analysis {
  const { query, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return analyze(query);
}

/** `name type`, hidden columns in brackets. */
function columns(text: string): string[] {
  return analysisOf(text).columns.map(({ name, type, hidden }) => (hidden ? `(${name})` : `${name} ${type}`));
}

function scopeAfter(text: string): Scope {
  return analysisOf(text).stages.at(-1)!.output;
}

describe('scopes', () => {
  it('have the fields of both sides after a join', () => {
    const text =
      "stats count(*) as n by id | join type=inner left=a right=b where a.id=b.id (SOURCE '/b' | stats max(t) as last by id)";
    expect([...scopeAfter(text).fields.keys()]).toEqual(['id', 'n', 'a.id', 'a.n', 'b.id', 'b.last']);
    expect(scopeAfter(text).isOpen).toBe(false);
  });

  it('are open after a command whose columns the manual does not name', () => {
    expect(scopeAfter('pattern @message | diff').isOpen).toBe(true);
  });
});

describe('commands that make fields', () => {
  it.each([
    ['parse @message csv as a, b', ['a any', 'b any']],
    ['parse @message logfmt as lf', ['lf map']],
    ['json field=payload "user.name" as user', ['user any']],
    ['fields jsonParse(@message) as m | unnest m.items into entry', ['entry any']],
    ['lookup owners id as accountId OUTPUT team, mail as address', ['team any', 'address any']],
    ['accum bytes as total', ['total number']],
    ['autoregress bytes p=1-3', ['bytes_p1 any', 'bytes_p2 any', 'bytes_p3 any']],
    ['autoregress bytes as before p=2', ['before any']],
    ['sessionize host maxspan 30m', ['session_id any']],
    ['addtotals a, b', ['Total number']],
    ['addtotals fieldname=Sum a, b', ['Sum number']],
    ['outlier a', ['a number']],
  ])('%s', (text, made) => {
    const { input, output } = analysisOf(text).stages.at(-1)!;
    const added = [...output.fields.values()].filter((field) => input.fields.get(field.name) !== field);
    expect(added.map(({ name, type }) => `${name} ${type}`)).toEqual(made);
  });

  it.each([
    ['pattern @message', ['@pattern string', '@ratio number', '@sampleCount number', '@severityLabel string']],
    ['countFrequent host, path', ['host any', 'path any', '_approxcount number']],
    ['fields a | accum a as total', ['a any', 'total number', '(@ptr)']],
    ['fields a | addtotals row=false', ['a any', '(@ptr)']],
    ["stats count(*) as n by a | appendcols (SOURCE '/b' | stats max(b) as m)", ['a any', 'n number', 'm any']],
    ['display a | lookup t k OUTPUT v', ['a any', 'v any', '(@ptr)']],
    ['fields a | estimate', []],
  ])('%s shows %s', (text, expected) => {
    expect(columns(text)).toEqual(expected);
  });

  it('relevantfields shows what it finds', () => {
    expect(columns('relevantfields where status >= 500')[0]).toBe('@fieldName string');
  });
});
