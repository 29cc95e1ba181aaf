import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';
import { readFormat } from '../../src/formats/read.ts';
import { shipped } from '../support/template-cases.ts';

const queries = shipped.entries.map(shipped.read).flatMap((found) => (found.kind === 'query' ? [found.query] : []));

describe('the shipped saved queries', () => {
  it('are more than a dozen', () => {
    expect(queries.length).toBeGreaterThan(12);
  });

  it('share no name with a template or each other', () => {
    const names = shipped.entries.map(({ name }) => name);
    expect(names.length).toBe(new Set(names).size);
  });

  describe.each(queries.map((query) => [query.name, query] as const))('%s', (_, { source, metadata, diagnostics }) => {
    it('says what it is', () => {
      expect(diagnostics).toEqual([]);
      expect(metadata.title).toBeDefined();
      expect(metadata.tags.length).toBeGreaterThan(0);
      if (metadata.format !== undefined) expect(readFormat(metadata.format).format).toBeDefined();
    });

    it('is a query in canonical layout', () => {
      const parsed = parse(source);
      expect(parsed.diagnostics).toEqual([]);
      expect(`${print(parsed.query)}\n`).toBe(source.text);
    });
  });
});
