import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain, knownTopics, nearestTopic } from '../../src/explain/explain.ts';
import { literals } from '../../src/explain/literals.ts';
import { operators } from '../../src/explain/operators.ts';
import { printTopic } from '../../src/explain/print-topic.ts';
import { unknowns } from '../../src/explain/unknowns.ts';
import { functions } from '../../src/functions/table.ts';
import { commands } from '../../src/language/commands.ts';
import { checkQuery } from '../../src/lint/check.ts';

const topics = knownTopics();

function titles(name: string): string[] {
  return explain(name, topics).map(({ kind, name: called, place }) => `${called} ${kind}${place ? ` ${place}` : ''}`);
}

describe('explain', () => {
  it.each([
    ['strlen', ['strlen function of one event']],
    ['STRLEN()', ['strlen function of one event']],
    ['count_distinct', ['countDistinct function of many events, in stats']],
    ['where', ['filter command']],
    ['=~', ['like operator']],
    ['placeholder', ['parameter literal']],
    ['pipe-in-list', ['pipe-in-list syntax error']],
    ['limits', ['quotas quota']],
    ['timeout', ['run time quota']],
    ['flow_direction', ['flow-direction field VPC flow logs', 'flow-direction field Transit Gateway flow logs']],
    ['srcAddr', ['srcaddr field VPC flow logs', 'srcaddr field Transit Gateway flow logs']],
    ['@timestamp', ['@timestamp field every event']],
    ['nonsense', []],
  ])('%s', (name, expected) => {
    expect(titles(name)).toEqual(expected);
  });

  it('puts what is called so before what is also called so', () => {
    expect(titles('parameters')[0]).toBe('parameters quota');
  });

  it('knows every function, every command and every name of theirs', () => {
    const names = [...functions, ...commands.map(({ keyword: name, aliases = [] }) => ({ name, aliases }))].flatMap(
      ({ name, aliases = [] }) => [name, ...aliases],
    );
    expect(names.filter((name) => explain(name, topics).length === 0)).toEqual([]);
  });

  it('knows every code that the parser reports', () => {
    const folder = resolve(import.meta.dirname, '../../src/language');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const codes = files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\bcode: '([a-z-]+)'/g)].map((match) => match[1]!),
    );
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !titles(code).includes(`${code} syntax error`))).toEqual([]);
  });

  it('knows each thing of which something is not known, and says so', () => {
    for (const name of Object.keys(unknowns)) {
      expect(explain(name, topics)[0]!.sections.map(({ title }) => title)).toContain('Not known of the service');
    }
  });

  it('guesses what was meant', () => {
    expect(nearestTopic('strlne', topics)).toBe('strlen');
  });
});

describe('examples', () => {
  const examples = [...operators, ...literals].flatMap(({ examples }) => examples);

  it.each(examples)('%s is a good query', async (example) => {
    const { diagnostics } = await checkQuery({ name: 'example', text: example });
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('printTopic', () => {
  it('lays sentences, terms and code out within the width', () => {
    const topic = explain('pct', topics)[0]!;
    expect(printTopic(topic, 60)).toBe(`pct (function, of many events, in stats)

The value below which so many percent of the values lie.

Written:
  pct(field, percent)

Arguments:
  field    number
  percent  number: From 0 to 100, with decimals if need be.

Result:
  Number.

Notes:
  The service approximates by about 0.8 % where there are
  many values; here it is exact.

Not known of the service:
  The method; the results of large groups lie on a grid of
  1.6 %.

Examples:
  pct(a, 50)  →  3
  over the events {"a":1} {"a":3} {"a":8}
`);
  });

  it('keeps the lines of a query', () => {
    expect(printTopic(explain('comment', topics)[0]!, 80)).toContain(
      'Examples:\n  # refused connections\n  filter action = "REJECT"\n',
    );
  });

  it('gives a long term a line of its own', () => {
    const sections = [{ title: 'Terms', entries: [{ kind: 'term', term: 'a'.repeat(30), text: 'long' }] }] as const;
    const topic = { kind: 'quota', name: 'x', aliases: [], summary: 'X.', sections } as const;
    expect(printTopic(topic, 80)).toContain(`  ${'a'.repeat(30)}\n${' '.repeat(28)}long`);
  });

  it.each(topics.map(({ kind, name }) => `${kind} ${name}`))('%s has words for every line', (title) => {
    const topic = topics.find(({ kind, name }) => `${kind} ${name}` === title)!;
    expect(printTopic(topic, 80)).not.toMatch(/undefined|\[object|:\n\n/);
    expect(topic.summary).toMatch(/\.$/);
  });
});
