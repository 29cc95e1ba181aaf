import type { Expression, Query } from '../language/ast.ts';
import { binary, field, filter, string } from '../language/build.ts';
import type { Command } from '../language/command-nodes.ts';
import type { Column, Columns } from './columns.ts';

/**
 * Leaves NODATA and SKIPDATA records out of an aggregate: they stand for intervals without traffic, or with lost
 * records, and would be counted as flows. A query whose filters no such record can pass stays as it is.
 */
export function withoutNoData(query: Query, columns: Columns): Query {
  const condition = hasData(columns);
  const isAggregate = query.commands.some((command) => command.kind === 'StatsCommand');
  if (!condition || !isAggregate) return query;
  const filters = query.commands.slice(0, filtersEnd(query.commands));
  const decides = filters.some((command) => command.kind === 'FilterCommand' && needsData(command.condition, columns));
  return decides ? query : { ...query, commands: [filter(condition), ...query.commands] };
}

/** How many commands at the start only filter: a filter at this place sees the same records, and stands before any `stats`. */
export function filtersEnd(commands: readonly Command[]): number {
  const end = commands.findIndex((command) => command.kind !== 'FilterCommand');
  return end < 0 ? commands.length : end;
}

/** The test that a record is about traffic, by the best field that the format has for it. */
function hasData(columns: Columns): Expression | undefined {
  const named = (name: string) => columns.find(({ field: { name: own, definition } }) => own === name && definition);
  const status = named('log-status');
  if (status) return binary(field(status.name), '=', string('OK'));
  const other = named('action') ?? named('srcaddr');
  return other && binary(field(other.name), '!=', string('-'));
}

/** No NODATA or SKIPDATA record passes the condition, or it says itself which states it wants. */
function needsData(condition: Expression, columns: Columns): boolean {
  switch (condition.kind) {
    case 'Binary':
      if (condition.operator === 'and') {
        return needsData(condition.left, columns) || needsData(condition.right, columns);
      }
      if (condition.operator === 'or') {
        return needsData(condition.left, columns) && needsData(condition.right, columns);
      }
      return (
        isStatus(condition.left, columns) || comparesData(condition.operator, condition.left, condition.right, columns)
      );
    case 'In':
      if (isStatus(condition.value, columns)) return true;
      return (
        !condition.negated &&
        isEmptyWithoutData(condition.value, columns) &&
        condition.set.kind === 'List' &&
        condition.set.items.every(isValue)
      );
    case 'Call':
      return /^isIp(v4|v6)?InSubnet$/i.test(condition.name.text) && isEmptyWithoutData(condition.args[0], columns);
    default:
      return false;
  }
}

function comparesData(operator: string, left: Expression, right: Expression, columns: Columns): boolean {
  if (!isEmptyWithoutData(left, columns)) return false;
  if (operator === '=') return isValue(right);
  return operator === '!=' && right.kind === 'StringLiteral' && right.value === '-';
}

/** A literal that is no `-`. */
function isValue(expression: Expression): boolean {
  if (expression.kind === 'StringLiteral') return expression.value !== '-';
  return expression.kind === 'NumberLiteral';
}

function isStatus(expression: Expression, columns: Columns): boolean {
  return columnOf(expression, columns)?.field.name === 'log-status';
}

/** A field that holds `-` in NODATA and SKIPDATA records: the catalogue says so, or it derives from the packet. */
function isEmptyWithoutData(expression: Expression | undefined, columns: Columns): boolean {
  const field = expression && columnOf(expression, columns)?.field;
  if (!field?.definition) return false;
  return field.name.startsWith('pkt-') || (field.definition.missing?.includes('NODATA') ?? false);
}

function columnOf(expression: Expression, columns: Columns): Column | undefined {
  return expression.kind === 'Field' ? columns.find((column) => column.name === expression.name) : undefined;
}
