import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { childrenOf, visit } from '../../src/language/visitor.ts';

const { query } = parse('filter a = f(b) | stats count(*) as n by bin(5m)');

describe('visit', () => {
  it('walks parents first, in the order of the text, with the ancestors from the root down', () => {
    const seen: string[] = [];
    visit(query, {
      Field: ({ name }, ancestors) => void seen.push(`${ancestors.map(({ kind }) => kind).join(' ')} > ${name}`),
      DurationLiteral: ({ raw }) => void seen.push(raw),
    });
    expect(seen).toEqual(['Query FilterCommand Binary > a', 'Query FilterCommand Binary Call > b', '5m']);
  });

  it('leaves out the children of a node whose visitor says so', () => {
    const seen: string[] = [];
    visit(query, { Call: () => false, Field: ({ name }) => void seen.push(name) });
    expect(seen).toEqual(['a']);
  });
});

describe('childrenOf', () => {
  it('gives the nodes directly below', () => {
    expect(childrenOf(query).map(({ kind }) => kind)).toEqual(['FilterCommand', 'StatsCommand']);
    expect(childrenOf(query.commands[1]!).map(({ kind }) => kind)).toEqual(['Item', 'Item']);
  });
});
