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
      for (const [index, item] of items.entries()) {
        const made = items.slice(0, index).flatMap((earlier) => (earlier.alias ? [columnNameOf(earlier)] : []));
        for (const field of fieldsIn(item.expression)) {
          const alias = made.find((name) => field.name.startsWith(`${name}.`));
          if (alias === undefined) continue;
          context.report(field, `"${alias}" is made in the same command, where its parts cannot be read yet.`, {
            help: `Use "${field.name}" in another command behind this one.`,
          });
        }
      }
    }
    return { FieldsCommand: ({ items }) => check(items), DisplayCommand: ({ items }) => check(items) };
  },
};
