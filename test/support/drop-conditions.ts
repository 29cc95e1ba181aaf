import type { Expression, Query } from '../../src/language/ast.ts';
import { filter, joined, star } from '../../src/language/build.ts';
import { columnNameOf } from '../../src/language/column-name.ts';
import type { Command, FilterCommand, Item, SortCommand, StatsCommand } from '../../src/language/command-nodes.ts';
import { printCommand, printExpression } from '../../src/language/print.ts';

/** A query without one of its conditions. */
export interface Dropped {
  /** What is gone; numbers stand as N, so that the same condition has one name in every case. */
  readonly what: string;
  readonly query: Query;
  /** A column that is gone with it, and by itself is no difference. */
  readonly column?: string;
}

/** The query without each condition in turn: each part of a filter, counted condition, group key, sort key, and the limit. */
export function dropEach(query: Query): readonly Dropped[] {
  return query.commands.flatMap((command, index) => {
    const replaced = (...commands: readonly Command[]): Query => ({
      ...query,
      commands: query.commands.toSpliced(index, 1, ...commands),
    });
    switch (command.kind) {
      case 'FilterCommand':
        return dropFromFilter(command).map(({ what, kept }) => ({
          what: name(`filter ${what}`),
          query: kept ? replaced(filter(kept)) : replaced(),
        }));
      case 'StatsCommand':
        return [...dropCounted(command, replaced), ...dropGroups(query, command, index)];
      case 'SortCommand':
        return command.keys.map((key) => ({
          what: name(`sort ${printExpression(key.expression)}`),
          query: replaced(...withoutKeys(command, (other) => other === key)),
        }));
      case 'LimitCommand':
        return [{ what: name(printCommand(command)), query: replaced() }];
      default:
        return [];
    }
  });
}

function dropFromFilter({ condition }: FilterCommand): readonly { what: string; kept?: Expression }[] {
  const parts = operands(condition, 'and');
  return parts.flatMap((part, index) => {
    const others = parts.toSpliced(index, 1);
    const whole = { what: printExpression(part), ...(others.length > 0 && { kept: together('and', others) }) };
    const choices = operands(part, 'or');
    if (choices.length === 1) return [whole];
    return [
      whole,
      ...choices.map((choice, place) => ({
        what: `one choice, ${printExpression(choice)}`,
        kept: together('and', parts.with(index, together('or', choices.toSpliced(place, 1)))),
      })),
    ];
  });
}

function operands(expression: Expression, operator: 'and' | 'or'): readonly Expression[] {
  if (expression.kind !== 'Binary' || expression.operator !== operator) return [expression];
  return [...operands(expression.left, operator), ...operands(expression.right, operator)];
}

function together(operator: 'and' | 'or', parts: readonly Expression[]): Expression {
  const [first, ...rest] = parts;
  return joined(operator, [first!, ...rest]);
}

/** `sum(action = "REJECT")` becomes `count(*)`. */
function dropCounted(stats: StatsCommand, replaced: (command: Command) => Query): readonly Dropped[] {
  return stats.items.flatMap((item, index) => {
    const { expression } = item;
    if (expression.kind !== 'Call' || expression.args[0]?.kind !== 'Binary') return [];
    const counted: Item = { ...item, expression: star('count') };
    return [
      {
        what: name(printExpression(expression)),
        query: replaced({ ...stats, items: stats.items.with(index, counted) }),
      },
    ];
  });
}

function dropGroups(query: Query, stats: StatsCommand, place: number): readonly Dropped[] {
  return stats.by.map((group, index) => {
    const column = columnNameOf(group);
    const commands = query.commands
      .with(place, { ...stats, by: stats.by.toSpliced(index, 1) })
      .flatMap((command) =>
        command.kind === 'SortCommand'
          ? withoutKeys(command, ({ expression }) => expression.kind === 'Field' && expression.name === column)
          : [command],
      );
    return { what: name(`by ${column}`), query: { ...query, commands }, column };
  });
}

function withoutKeys(sort: SortCommand, isGone: (key: SortCommand['keys'][number]) => boolean): readonly Command[] {
  const keys = sort.keys.filter((key) => !isGone(key));
  return keys.length === 0 ? [] : [{ ...sort, keys }];
}

function name(text: string): string {
  return text.replace(/\d+/g, 'N');
}
