import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';
import { lint } from '../../src/lint/lint.ts';
import { readFormat } from '../../src/formats/read.ts';
import { formatOf } from '../support/format.ts';
import { runLines } from '../support/run-lines.ts';
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

    it('leaves nothing to complain of', () => {
      const format = metadata.format === undefined ? {} : { format: formatOf(metadata.format) };
      expect(lint(parse(source).query, { source, ...format })).toEqual([]);
    });
  });
});

const flowLog = [
  '2 123456789010 eni-0123456789abcdef0 192.0.2.1 10.0.0.9 50000 22 6 10 840 1795168800 1795168860 REJECT OK',
  '2 123456789010 eni-0123456789abcdef0 10.1.1.1 10.0.0.9 50000 53 17 10 840 1795168800 1795168860 REJECT OK',
  '2 123456789010 eni-0123456789abcdef0 10.0.0.10 198.51.100.7 50000 443 6 10 840 1795168800 1795168860 ACCEPT OK',
  '2 123456789010 eni-0123456789abcdef0 10.0.0.9 10.0.0.10 50000 443 6 10 840 1795168800 1795168860 ACCEPT OK',
  '2 123456789010 eni-0123456789abcdef0 - - - - - - - 1795168800 1795168860 - NODATA',
  '2 123456789010 eni-0123456789abcdef0 - - - - - - - 1795168800 1795168860 - SKIPDATA',
];

const trail = [
  '{"timestamp":1795168800000,"eventName":"ConsoleLogin","additionalEventData":{"MFAUsed":"No"},"userIdentity":{"arn":"arn:aws:iam::1:user/a"}}',
  '{"timestamp":1795168800000,"eventName":"GetObject","eventSource":"s3.amazonaws.com","errorCode":"AccessDenied"}',
];

describe('the shipped saved queries find what they look for', () => {
  const ofTopic = (topic: string) =>
    shipped.entries
      .filter((entry) => entry.kind === 'query' && entry.topic === topic)
      .map((entry) => [entry.name] as const);
  const textOf = (name: string) => {
    const found = shipped.find(name);
    return found.kind === 'query' ? found.query.source.text : '';
  };

  it.each(ofTopic('vpc-flow'))('%s, in flow log records', async (name) => {
    const { rows } = await runLines(flowLog, textOf(name), { format: formatOf('vpc-default') });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flat().filter((cell) => cell === null || cell === '')).toEqual([]);
  });

  it.each(ofTopic('cloudtrail'))('%s, in events', async (name) => {
    const { rows } = await runLines(trail, textOf(name));
    expect(rows).toHaveLength(1);
  });
});
