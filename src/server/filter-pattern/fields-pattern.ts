import { parseCondition, type Condition } from './condition.ts';
import type { EventFilter } from './filter-pattern.ts';
import { invalidPattern } from './invalid-pattern.ts';

/** One place of the pattern: `...`, a name, or conditions on a name. */
interface FieldPattern {
  readonly name: string;
  readonly condition?: Condition<string>;
}

/**
 * `[ip, user, ..., status = 4*, bytes > 100]`: an event has exactly these fields, separated by blanks; `...` stands for any number of them.
 * Text in quotes or brackets is one field.
 */
export function parseFieldsPattern(pattern: string): EventFilter {
  if (!pattern.endsWith(']')) throw invalidPattern(pattern, 'the closing bracket is missing');
  const parts = splitAtCommas(pattern.slice(1, -1)).map((part) => readField(part, pattern));
  const gap = parts.findIndex(({ name }) => name === '...');
  if (parts.findLastIndex(({ name }) => name === '...') !== gap) {
    throw invalidPattern(pattern, 'the ellipsis may stand once');
  }
  const head = gap < 0 ? parts : parts.slice(0, gap);
  const tail = gap < 0 ? [] : parts.slice(gap + 1);
  return (message) => {
    const fields = fieldsOf(message);
    if (gap < 0 ? fields.length !== head.length : fields.length < head.length + tail.length) return false;
    const hold = (field: FieldPattern, index: number): boolean => field.condition?.(fields.at(index)!) ?? true;
    return (
      head.every((field, index) => hold(field, index)) && tail.every((field, index) => hold(field, index - tail.length))
    );
  };
}

function readField(part: string, pattern: string): FieldPattern {
  const text = part.trim();
  if (text === '...') return { name: text };
  const name = /^\(*\s*([\w.@$-]+)/.exec(text)?.[1];
  if (name === undefined) throw invalidPattern(pattern, `"${text}" is no field`);
  if (text === name) return { name };
  const condition = parseCondition<string>(
    text,
    {
      selector: /[\w.@$-]+/,
      select: (selector, field) => {
        if (selector === name) return field;
        throw invalidPattern(pattern, `"${selector}" stands in the place of "${name}"`);
      },
    },
    pattern,
  );
  return { name, condition };
}

/** Commas inside quotes and expressions separate nothing. */
function splitAtCommas(text: string): string[] {
  return [...text.matchAll(/(?:"(?:[^"\\]|\\.)*"|%[^%]*%|[^,])+/g)].map(([part]) => part);
}

function fieldsOf(message: string): string[] {
  return [...message.matchAll(/"([^"]*)"|\[([^\]]*)\]|(\S+)/g)].map(
    ([, quoted, bracketed, word]) => (quoted ?? bracketed ?? word)!,
  );
}
