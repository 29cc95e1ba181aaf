import { describe, expect, it } from 'vitest';
import { QueryError } from '../../src/text/query-error.ts';

describe('QueryError', () => {
  it('carries the text, its findings and what caused it', () => {
    const source = { name: 'q', text: 'limit x' };
    const diagnostics = ['One.', 'Two.'].map((message) => ({
      code: 'c',
      severity: 'error' as const,
      message,
      span: { start: 0, end: 1 },
    }));
    const cause = new Error('below');
    const error = new QueryError(source, diagnostics, { cause });
    expect(error).toMatchObject({ name: 'QueryError', message: 'One.\nTwo.', source, diagnostics, cause });
  });
});
