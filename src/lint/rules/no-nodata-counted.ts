import type { Stage } from '../../analysis/analysis.ts';
import type { Expression, Node } from '../../language/ast.ts';
import { fieldsIn } from '../fields-in.ts';
import { findField } from '../../analysis/scope.ts';
import type { FieldDefinition } from '../../formats/format.ts';
import type { StatsCommand } from '../../language/command-nodes.ts';
import { quoteName } from '../../language/quote.ts';
import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Fields that records without traffic carry too. */
const alwaysThere: ReadonlySet<string> = new Set([
  'version',
  'account-id',
  'interface-id',
  'start',
  'end',
  'vpc-id',
  'subnet-id',
  'instance-id',
  'region',
  'az-id',
  'resource-type',
  'tgw-id',
  'tgw-attachment-id',
]);

export const noNodataCounted: Rule = {
  code: 'no-nodata-counted',
  severity: 'warning',
  summary: 'Counts over flow logs should leave NODATA and SKIPDATA records out.',
  explanation:
    'Flow logs hold records for intervals without traffic (NODATA) and for skipped ones (SKIPDATA), with "-" in most fields. ' +
    'count(*) counts them like flows, and they make a group "-". A filter on log-status, action or an address leaves them out.',
  examples: [
    {
      wrong: 'stats count(*) as flows by srcAddr',
      right: 'filter logStatus = "OK" | stats count(*) as flows by srcAddr',
      format: 'vpc-default',
    },
  ],
  create: (context) => {
    if (context.format?.family !== 'vpc-flow' && context.format?.family !== 'tgw-flow') return {};
    return {
      StatsCommand(command, ancestors) {
        // The records of a subquery may be of another log group, in another format.
        if (ancestors.some(({ kind }) => kind === 'Subquery')) return;
        const stages = context.stagesOf([...ancestors]);
        const index = stages.findIndex((stage) => stage.command === command);
        const before = stages.slice(0, index);
        if (index < 0 || before.some((stage) => stage.command.kind === 'StatsCommand' || leavesNodataOut(stage)))
          return;
        if (!countsEvents(command, stages[index]!)) return;
        context.report(
          keywordSpan(command, context.source.text),
          'Records with no traffic (NODATA, SKIPDATA) are counted too.',
          { help: `Filter before it: ${conditionFor(stages[index]!.input)}.` },
        );
      },
    };
  },
};

/** The condition in the names that the fields have there. */
function conditionFor({ fields }: Stage['input']): string {
  const nameOf = (field: string) => [...fields.values()].find(({ definition }) => definition?.name === field)?.name;
  const status = nameOf('log-status');
  if (status !== undefined) return `${quoteName(status)} = "OK"`;
  const action = nameOf('action');
  return action === undefined ? 'an address is not "-"' : `${quoteName(action)} in ["ACCEPT", "REJECT"]`;
}

/** The filter cannot hold for a record whose fields are `-`. */
function leavesNodataOut({ command, input }: Stage): boolean {
  if (command.kind !== 'FilterCommand') return false;
  return fieldsIn(command.condition).some(({ name }) => {
    const definition = findField(input, name)?.definition;
    return definition !== undefined && !alwaysThere.has(definition.name);
  });
}

/** `count(*)`, or groups by a field that such records lack. Groups by log-status are meant to show them. */
function countsEvents({ items, by }: StatsCommand, { input }: Stage): boolean {
  const groups = by.flatMap(({ expression }) => definitionsIn(expression, input));
  if (groups.some(({ name }) => name === 'log-status')) return false;
  const counts = items.some(({ expression }) => holdsCountOfEvents(expression));
  return counts && (groups.length === 0 || groups.some(({ name }) => !alwaysThere.has(name)));
}

function definitionsIn(expression: Expression, scope: Stage['input']): FieldDefinition[] {
  return fieldsIn(expression).flatMap(({ name }) => findField(scope, name)?.definition ?? []);
}

function holdsCountOfEvents(expression: Node): boolean {
  if (expression.kind === 'Call') {
    const isCount =
      expression.name.text.toLowerCase() === 'count' && (expression.star === true || expression.args.length === 0);
    return isCount || expression.args.some(holdsCountOfEvents);
  }
  if (expression.kind === 'Binary') return [expression.left, expression.right].some(holdsCountOfEvents);
  return expression.kind === 'Unary' && holdsCountOfEvents(expression.operand);
}
