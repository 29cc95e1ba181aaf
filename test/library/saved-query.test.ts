import { describe, expect, it } from 'vitest';
import { readSavedQuery } from '../../src/library/saved-query.ts';
import { renderDiagnostic } from '../../src/text/render.ts';

const read = (text: string) => readSavedQuery('sample', { name: 'sample.cwli', text });
const warnings = (text: string) => {
  const { source, diagnostics } = read(text);
  return diagnostics.map((diagnostic) => renderDiagnostic(source, diagnostic).split('\n'));
};

describe('the metadata of a saved query', () => {
  it('is the YAML of the leading comment lines', () => {
    const text = [
      '# title: Rejects',
      '# description: >-',
      '#   Counts rejects',
      '#   by source.',
      '# tags: [vpc-flow, security]',
      '# format: ${srcaddr} ${action}',
      '# logGroups:',
      '#   - flow-logs',
      'stats count(*)',
    ].join('\n');
    expect(read(text)).toMatchObject({
      metadata: {
        title: 'Rejects',
        description: 'Counts rejects by source.',
        tags: ['vpc-flow', 'security'],
        format: '${srcaddr} ${action}',
        logGroups: ['flow-logs'],
      },
      diagnostics: [],
    });
  });

  it('may be written without blanks and with Windows line ends', () => {
    expect(read('#title: Rejects\r\n#tags: [a]\r\nstats count(*)').metadata).toMatchObject({
      title: 'Rejects',
      tags: ['a'],
    });
  });

  it('keeps what is written as text', () => {
    expect(read('# title: 404\n# tags: [yes, 1e3]\nstats count(*)').metadata).toMatchObject({
      title: '404',
      tags: ['yes', '1e3'],
    });
  });

  it('ends where the comment lines end', () => {
    expect(read('# title: a\n\n# tags: [b]\nstats count(*)')).toMatchObject({
      metadata: { title: 'a', tags: [] },
      diagnostics: [],
    });
  });

  it.each([
    ['a sentence', '# Counts rejects by source.\nstats count(*)'],
    ['a sentence with a colon', '# Note: not for IPv6\n# title: no\nstats count(*)'],
    ['no comment at all', 'stats count(*)'],
    ['a comment further down', 'stats count(*)\n# title: no'],
    ['a list', '# - title: no\nstats count(*)'],
  ])('is not %s', (_, text) => {
    expect(read(text)).toMatchObject({ metadata: { tags: [], logGroups: [] }, diagnostics: [] });
    expect(read(text).metadata.title).toBeUndefined();
  });

  it('warns of an unknown key, and says which was meant', () => {
    expect(warnings('# title: a\n# tgas: [b]\nstats count(*)')).toEqual([
      [
        'sample.cwli:2:3: warning: Unknown key "tgas". Did you mean "tags"? [unknown-metadata]',
        '2 | # tgas: [b]',
        '  |   ^^^^',
        '  = help: Known keys: title, description, format, tags, logGroups.',
      ],
    ]);
  });

  it('warns of a value of the wrong kind', () => {
    expect(warnings('# title: [a]\n# tags: b\nstats count(*)').map(([head]) => head)).toEqual([
      'sample.cwli:1:3: warning: "title" is not a text. [bad-metadata]',
      'sample.cwli:2:3: warning: "tags" is not a list of texts. [bad-metadata]',
    ]);
  });

  it('warns of lines that look like metadata but cannot be read', () => {
    const [warning] = warnings('# title: a\n# description: b: c\nstats count(*)');
    expect(warning![0]).toMatch(/^sample.cwli:2:\d+: warning: These lines begin like metadata but/);
  });
});
