import type { Span } from '../text/source.ts';

/** A capturing group of a pattern; its name's place counts from the pattern's start. */
export interface RegexGroup {
  readonly name?: string;
  readonly nameSpan?: Span;
}

/** The capturing groups of a pattern, in the order of their opening brackets. */
export function regexGroups(pattern: string): RegexGroup[] {
  const groups: RegexGroup[] = [];
  let inClass = false;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]!;
    if (character === '\\') index++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') {
      inClass = true;
      // A bracket that comes first in a class is one of its members.
      if (pattern[index + 1] === '^') index++;
      if (pattern[index + 1] === ']') index++;
    } else if (character === '(') {
      const group = groupAt(pattern, index + 1);
      if (group) groups.push(group);
    }
  }
  return groups;
}

function groupAt(pattern: string, start: number): RegexGroup | undefined {
  if (pattern[start] !== '?') return {};
  const named = /^\?P?<(?![=!])([^>]*)>/.exec(pattern.slice(start, start + 300));
  if (!named) return undefined;
  const nameStart = start + named[0].length - 1 - named[1]!.length;
  return { name: named[1]!, nameSpan: { start: nameStart, end: nameStart + named[1]!.length } };
}
