import { columnNameOf } from '../../language/column-name.ts';
import type { Name, Placeholder } from '../../language/ast.ts';
import type { Item } from '../../language/command-nodes.ts';
import { nameOf } from '../../analysis/name-of.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const noDuplicateColumn: Rule = {
  code: 'no-duplicate-column',
  severity: 'error',
  summary: 'A command must not make two columns of one name.',
  explanation: 'A row holds one value per name, so one of the two is lost. Give each its own alias.',
  examples: [
    {
      wrong: 'stats sum(bytesIn) as total, sum(bytesOut) as total by host',
      right: 'stats sum(bytesIn) as received, sum(bytesOut) as sent by host',
    },
    { wrong: 'parse @message "* * *" as a, b, a', right: 'parse @message "* * *" as a, b, c' },
  ],
  create: (context) => ({
    FieldsCommand: ({ items }) => reportItems(items, context),
    DisplayCommand: ({ items }) => reportItems(items, context),
    StatsCommand: ({ by, items }) => reportItems([...by, ...items], context),
    ParseGlob: ({ names }) => reportNames(names, context),
    ParseRegex: ({ names }) => reportNames(names, context),
    ParseCsv: ({ names }) => reportNames(names, context),
    JsonCommand: ({ paths }) =>
      reportNames(
        paths.map(({ name }) => name),
        context,
      ),
  }),
};

function reportItems(items: readonly Item[], context: RuleContext): void {
  const seen = new Map<string, Item>();
  for (const item of items) {
    const name = columnNameOf(item);
    const first = seen.get(name);
    if (!first) seen.set(name, item);
    else if (!item.alias && !first.alias && item.expression.kind === 'Field') {
      context.report(item, `Column "${name}" is listed twice.`, {
        severity: 'warning',
        help: 'Take one of them away.',
      });
    } else {
      context.report(item.alias ?? item, `Two columns are called "${name}".`, {
        help: 'Give one of them another alias.',
      });
    }
  }
}

function reportNames(names: readonly (Name | Placeholder)[], context: RuleContext): void {
  const seen = new Set<string>();
  for (const node of names) {
    const name = nameOf(node);
    if (seen.has(name))
      context.report(node, `Name "${name}" stands twice in the list.`, { help: 'Give one of them another name.' });
    seen.add(name);
  }
}
