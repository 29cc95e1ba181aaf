import type { EventFilter } from './filter-pattern.ts';
import { invalidPattern, patternExpression } from './invalid-pattern.ts';

/**
 * `term "a phrase" -not ?any %regex%`: all plain terms, no excluded one; of `?` terms one is enough.
 * Beside other terms the service ignores those with a `?`.
 */
export function parseTermsPattern(pattern: string): EventFilter {
  const all: EventFilter[] = [];
  const none: EventFilter[] = [];
  const any: EventFilter[] = [];
  const term = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|%((?:[^%\\]|\\.)*)%|([^\s"]+))(?=\s|$)/gy;
  while (term.lastIndex < pattern.length) {
    const match = term.exec(pattern);
    if (!match) throw invalidPattern(pattern, 'a quote is not closed, or stands inside a term');
    const [, sign, phrase, expression, word] = match;
    const filter =
      expression === undefined
        ? contains(word ?? phrase!.replace(/\\(.)/g, '$1'))
        : matches(patternExpression(expression, pattern));
    (sign === '-' ? none : sign === '?' ? any : all).push(filter);
  }
  const isAlternative = all.length === 0 && none.length === 0;
  return (message) =>
    isAlternative
      ? any.some((filter) => filter(message))
      : all.every((filter) => filter(message)) && !none.some((filter) => filter(message));
}

/** With regard to case. */
function contains(text: string): EventFilter {
  return (message) => message.includes(text);
}

function matches(expression: RegExp): EventFilter {
  return (message) => expression.test(message);
}
