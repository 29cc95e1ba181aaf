import type * as Re2 from 're2js';
import type { Query } from '../language/ast.ts';
import { visit } from '../language/visitor.ts';

/** Says what is wrong with a pattern by RE2's rules, or nothing where it compiles. */
export type RegexChecker = (pattern: string) => string | undefined;

/** Loads RE2's rules if the query holds a regular expression: most start-ups need not pay for them. */
export async function loadRegexChecker(query: Query): Promise<RegexChecker | undefined> {
  return holdsRegex(query) ? regexCheckerOf(await import('re2js')) : undefined;
}

function holdsRegex(query: Query): boolean {
  let holds = false;
  visit(query, {
    RegexLiteral() {
      holds = true;
    },
  });
  return holds;
}

/** Judges by the given `re2js`. An error of any other kind is not the pattern's. */
export function regexCheckerOf({
  RE2JS,
  RE2JSSyntaxException,
}: Pick<typeof Re2, 'RE2JS' | 'RE2JSSyntaxException'>): RegexChecker {
  return (pattern) => {
    try {
      RE2JS.compile(withPlainNames(pattern));
      return undefined;
    } catch (error) {
      if (error instanceof RE2JSSyntaxException) return error.message.replace(/^error parsing regexp: /, '');
      throw error;
    }
  };
}

/** The service takes group names such as `@domain` that RE2 refuses, and `\/` for a slash. */
export function withPlainNames(pattern: string): string {
  let count = 0;
  return pattern.replace(/\\[\s\S]|\(\?P?<(?![=!])([^>]*)>/g, (match, name: string | undefined) => {
    if (name === undefined) return match === '\\/' ? '/' : match;
    return /^\w+$/.test(name) ? match : `(?<group${++count}>`;
  });
}
