import { expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { lint } from '../../src/lint/lint.ts';

it('judges a list of 300,000 entries', () => {
  const text = `fields ${'a,'.repeat(300_000)}a`;
  expect(() => lint(parse(text).query, { source: { name: '<query>', text } })).not.toThrow();
});
