import { mostRows } from '../language/most-rows.ts';
import { groupDigits } from '../text/group-digits.ts';
import { TemplateError } from './template-error.ts';

/** The count if a query can be limited to it; anything else is an error. */
export function checkRowCount(count: number): number {
  if (Number.isInteger(count) && count >= 1 && count <= mostRows) return count;
  const range = `a whole number from 1 to ${groupDigits(mostRows)}, the most rows of one query`;
  throw new TemplateError(`--limit takes ${range}${Number.isNaN(count) ? '' : `, not ${count}`}.`);
}
