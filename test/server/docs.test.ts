import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operations } from '../../src/server/operations.ts';

const page = readFileSync('docs/endpoint.md', 'utf8');

it('the page names every operation of the endpoint, and no other', () => {
  const table = page.slice(page.indexOf('| Family | Operations |'), page.indexOf('## Known differences'));
  const named = [...table.matchAll(/\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b/g)].map(([name]) => name);
  expect(named.sort()).toEqual(operations.map(({ name }) => name).sort());
});
