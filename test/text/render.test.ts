import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame, displayWidth, renderDiagnostic } from '../../src/text/render.ts';

function frame(text: string, marked: string): string {
  const start = text.indexOf(marked);
  return codeFrame(text, { start, end: start + marked.length });
}

describe('renderDiagnostic', () => {
  it('says where, what and what to do', () => {
    const text = "fields a\n| filter action = 'REJECT";
    const start = text.indexOf("'");
    const diagnostic = {
      code: 'unclosed-string',
      severity: 'error',
      message: 'String has no closing quote.',
      span: { start, end: text.length },
      help: "Add a closing '.",
    } as const;
    expect(renderDiagnostic({ name: 'rejects.cwli', text }, diagnostic)).toMatchInlineSnapshot(`
      "rejects.cwli:2:19: error: String has no closing quote. [unclosed-string]
      2 | | filter action = 'REJECT
        |                   ^^^^^^^
        = help: Add a closing '."
    `);
  });

  it('has no help line where there is no help', () => {
    const diagnostic = { code: 'c', severity: 'warning', message: 'M.', span: { start: 0, end: 1 } } as const;
    expect(renderDiagnostic({ name: 'q', text: 'a' }, diagnostic)).toBe('q:1:1: warning: M. [c]\n1 | a\n  | ^');
  });
});

describe('codeFrame', () => {
  it('keeps tabs before the caret', () => {
    expect(frame('\t\tfilter x', 'x')).toBe('1 | \t\tfilter x\n  | \t\t       ^');
  });

  it('ends lines at CRLF, LF and a lone CR', () => {
    expect(frame('a\r\nbc\r\nd', 'c')).toBe('2 | bc\n  |  ^');
    expect(frame('a\rbc\rd', 'c')).toBe('2 | bc\n  |  ^');
    expect(codeFrame('a\r\nb', { start: 2, end: 3 })).toBe('1 | a\n  |  ^');
  });

  it('gives wide characters two columns and combining marks none', () => {
    expect(frame('名前 x', 'x')).toBe('1 | 名前 x\n  |      ^');
    expect(frame('名前 x', '前')).toBe('1 | 名前 x\n  |   ^^');
    expect(frame('e\u0301 x', 'x')).toBe('1 | e\u0301 x\n  |   ^');
    expect(displayWidth('👍a')).toBe(3);
  });

  it('underlines a span only to the end of its first line', () => {
    expect(frame('abc\ndef', 'bc\nde')).toBe('1 | abc\n  |  ^^');
  });

  it('underlines an empty span with one caret, also at the end', () => {
    expect(codeFrame('abc', { start: 1, end: 1 })).toBe('1 | abc\n  |  ^');
    expect(codeFrame('abc', { start: 3, end: 3 })).toBe('1 | abc\n  |    ^');
    expect(codeFrame('', { start: 0, end: 0 })).toBe('1 | \n  | ^');
  });

  it('cuts a long line around the span', () => {
    const text = `${'a'.repeat(150)}X${'b'.repeat(150)}`;
    expect(frame(text, 'X')).toBe(`1 | …${'a'.repeat(20)}X${'b'.repeat(79)}…\n  | ${' '.repeat(21)}^`);
    expect(frame(`X${'b'.repeat(150)}`, 'X')).toBe(`1 | X${'b'.repeat(99)}…\n  | ^`);
    expect(frame(`${'a'.repeat(150)}X`, 'X')).toBe(`1 | …${'a'.repeat(99)}X\n  | ${' '.repeat(100)}^`);
  });

  it('makes characters visible that would move the caret', () => {
    expect(frame('a\u001b[2Jb', 'b')).toBe('1 | a\u{fffd}[2Jb\n  |      ^');
    expect(frame('a\u202eb', 'b')).toBe('1 | a\u{fffd}b\n  |   ^');
  });

  it('does not cut a character of two units in two', () => {
    expect(codeFrame('a👍b', { start: 2, end: 3 })).toBe('1 | a👍b\n  |  ^^');
    expect(codeFrame('👍', { start: 1, end: 1 })).toBe('1 | 👍\n  | ^^');
  });

  it('renders any span of any text: two lines, the caret below what is marked', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', '\t', '\n', '\r', '名', '👍', '\u0301', 'x'.repeat(60)) }),
    );
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, from, length) => {
        const start = from % (source.length + 1);
        const end = Math.min(source.length, start + (length % 50));
        const lines = codeFrame(source, { start, end }).split('\n');
        expect(lines).toHaveLength(2);
        const [shown, carets] = lines as [string, string];
        const before = carets.slice(0, carets.indexOf('^'));
        expect(carets.slice(before.length)).toMatch(/^\^+$/);
        // Tabs are kept, so the caret stands as far right as the text that begins under it.
        const gutter = shown.indexOf('|') + 2;
        expect(before.slice(0, gutter)).toBe(`${' '.repeat(gutter - 2)}| `);
        const columns = displayWidth(before.slice(gutter));
        expect(columns).toBeLessThanOrEqual(displayWidth(shown.slice(gutter)));
        expect(displayWidth(shown)).toBeLessThanOrEqual(2 * 100 + gutter + 2);
      }),
      { numRuns: 1000 },
    );
  });
});
