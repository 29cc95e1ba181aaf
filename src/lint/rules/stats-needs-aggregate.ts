import { findFunction } from '../../functions/table.ts';
import type { Expression, Node } from '../../language/ast.ts';
import { fieldsIn } from '../fields-in.ts';
import { visit } from '../../language/visitor.ts';
import type { Rule } from '../rule.ts';

export const statsNeedsAggregate: Rule = {
  code: 'stats-needs-aggregate',
  severity: 'error',
  summary: 'Each result of "stats" must be computed by a function over the events of a group.',
  explanation:
    'A field has many values in a group, so "stats" must say which: latest(), max(), values(). A field that tells the groups ' +
    'apart belongs behind "by".',
  examples: [
    { wrong: 'stats level, count(*) by host', right: 'stats count(*) by level, host' },
    { wrong: 'stats duration by bin(5m)', right: 'stats avg(duration) by bin(5m)' },
  ],
  create: (context) => ({
    StatsCommand({ items, by }) {
      const known = new Set<string>();
      for (const { expression } of by) for (const { name } of fieldsIn(expression)) known.add(name);
      for (const item of items) {
        const raw = holdsUnknownCall(item.expression)
          ? undefined
          : rawFields(item.expression).find((name) => !known.has(name));
        if (raw !== undefined && !holdsAggregate(item.expression)) {
          context.report(item, `"${context.textOf(item.expression)}" is no result of a group.`, {
            help: `Move "${raw}" behind "by", or say which value: latest(${raw}), max(${raw}).`,
          });
        }
        if (item.alias?.kind === 'Name') known.add(item.alias.text);
      }
    },
  }),
};

/** Fields outside aggregate functions. */
function rawFields(expression: Expression): string[] {
  const names: string[] = [];
  visit(expression, {
    Field(field, ancestors) {
      if (!ancestors.some(isAggregate)) names.push(field.name);
    },
  });
  return names;
}

function holdsAggregate(expression: Expression): boolean {
  let holds = false;
  visit(expression, { Call: (call) => void (holds ||= isAggregate(call)) });
  return holds;
}

function holdsUnknownCall(expression: Expression): boolean {
  let holds = false;
  visit(expression, { Call: (call) => void (holds ||= findFunction(call.name.text) === undefined) });
  return holds;
}

function isAggregate(node: Node): boolean {
  return node.kind === 'Call' && findFunction(node.name.text)?.kind === 'aggregate';
}
