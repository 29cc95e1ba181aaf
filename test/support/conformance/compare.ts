import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './case.ts';

/** Whether two answers say the same. Two refusals do: the service has no codes for its reasons. */
export function agree(a: Answer, b: Answer): boolean {
  if ('refused' in a || 'refused' in b) return 'refused' in a && 'refused' in b;
  return isDeepStrictEqual(a.rows, b.rows);
}

/** An answer as a person reads it, a row a line. */
export function printAnswer(answer: Answer): string[] {
  if ('refused' in answer) return [`refused (${answer.refused})`];
  if (answer.rows.length === 0) return ['no rows'];
  return answer.rows.map((row) => row.map(([field, value]) => `${field}=${JSON.stringify(value)}`).join('  '));
}
