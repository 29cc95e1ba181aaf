import { columnNameOf } from '../../language/column-name.ts';
import type { Item } from '../../language/command-nodes.ts';
import { fieldsIn } from '../fields-in.ts';
import type { Rule } from '../rule.ts';

export const noPathOfNewAlias: Rule = {
  code: 'no-path-of-new-alias',
  severity: 'warning',
  summary: 'A part of a parsed value can be used only in the next command.',
  explanation:
    'An alias of jsonParse() whose parts are used in the same list was seen to give nothing at all, without an error. ' +
    'Make the value in one command and use its parts in the next.',
  examples: [
    {
      wrong: 'fields jsonParse(@message) as event, event.user as user | limit 20',
      right: 'fields jsonParse(@message) as event | fields event.user as user | limit 20',
    },
  ],
  create: (context) => {
    function check(items: readonly Item[]): void {
      const made = new Set<string>();
      for (const item of items) {
        for (const field of fieldsIn(item.expression)) {
          const alias = wholesOf(field.name).find((name) => made.has(name));
          if (alias === undefined) continue;
          context.report(field, `"${alias}" is made in the same command, where its parts cannot be read yet.`, {
            help: `Use "${field.name}" in another command behind this one.`,
          });
        }
        if (item.alias) made.add(columnNameOf(item));
      }
    }
    return { FieldsCommand: ({ items }) => check(items), DisplayCommand: ({ items }) => check(items) };
  },
};

/** `a` and `a.b` for `a.b.c`. */
function wholesOf(path: string): string[] {
  const parts = path.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
