import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../src/lint/apply-fixes.ts';
import type { Diagnostic, Edit } from '../../src/text/diagnostic.ts';

function finding(...edits: readonly Edit[]): Diagnostic {
  return { code: 'x', severity: 'error', message: '', span: { start: 0, end: 0 }, fix: { description: '', edits } };
}

function edit(start: number, end: number, text: string): Edit {
  return { span: { start, end }, text };
}

describe('applyFixes', () => {
  it('makes every edit, whatever their order', () => {
    expect(applyFixes('abcdef', [finding(edit(4, 5, 'E'), edit(0, 1, 'A')), finding(edit(2, 3, ''))])).toBe('AbdEf');
  });

  it('leaves a fix that overlaps an earlier one for the next round', () => {
    expect(applyFixes('abcdef', [finding(edit(1, 3, 'X')), finding(edit(2, 4, 'Y'), edit(5, 6, 'Z'))])).toBe('aXdef');
  });

  it('leaves a second insertion at the same place for the next round', () => {
    expect(applyFixes('ab', [finding(edit(1, 1, 'X')), finding(edit(1, 1, 'Y'))])).toBe('aXb');
  });

  it('changes nothing where there is no fix', () => {
    expect(applyFixes('ab', [{ code: 'x', severity: 'info', message: '', span: { start: 0, end: 1 } }])).toBe('ab');
  });
});
