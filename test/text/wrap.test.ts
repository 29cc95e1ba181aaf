import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/text/wrap.ts';

describe('wrap', () => {
  it('breaks between words, and indents every line but the first', () => {
    expect(wrap('a field of a log format', 4, 26)).toBe('a field of a log\n    format');
  });

  it('leaves a word whole that is longer than a line', () => {
    expect(wrap('see interface-identifiers-of-flows now', 0, 20)).toBe('see\ninterface-identifiers-of-flows\nnow');
  });

  it('leaves twenty characters however narrow the terminal is', () => {
    expect(wrap('twenty characters ok', 30, 10)).toBe('twenty characters ok');
  });
});
