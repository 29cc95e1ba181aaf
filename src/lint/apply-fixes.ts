import type { Diagnostic, Edit } from '../text/diagnostic.ts';

/** The text with the fixes of the findings made; a fix that overlaps one made before it is left for the next pass. */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  const edits: Edit[] = [];
  for (const { fix } of diagnostics) {
    if (fix && !fix.edits.some((edit) => edits.some((other) => overlaps(edit, other)))) edits.push(...fix.edits);
  }
  edits.sort((left, right) => right.span.start - left.span.start);
  let fixed = text;
  for (const { span, text: replacement } of edits) {
    fixed = fixed.slice(0, span.start) + replacement + fixed.slice(span.end);
  }
  return fixed;
}

/** Touching counts: two insertions at one place have no order. */
function overlaps({ span: left }: Edit, { span: right }: Edit): boolean {
  return left.start <= right.end && right.start <= left.end;
}
