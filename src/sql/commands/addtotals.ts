import type { AddtotalsCommand } from '../../language/command-nodes.ts';
import { toNumber } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { lookUp, type Flow } from '../flow.ts';
import { fieldOf } from '../names.ts';
import { notSupported } from '../refusal.ts';
import { join, sql, sqlString, value, type SqlValue } from '../value.ts';

/** The sum of the named fields of each row. */
export const addtotals: CompileCommand<'AddtotalsCommand'> = (command, flow) => {
  const { fields, span } = command;
  if (optionOf(command, 'col') === true) throw notSupported(span, 'A row of totals (col=true)');
  if (optionOf(command, 'row') === false) return;
  const { pipeline } = flow;
  const summed = fields.length > 0 ? fields.map((field) => lookUp(flow, fieldOf(field))) : numericFields(flow);
  const numbers = summed.map((field) => {
    const number = pipeline.bind(toNumber(pipeline.bind(field, 'value')), 'number');
    return sql`coalesce(${number}, 0)`;
  });
  if (numbers.length === 0) throw notSupported(span, 'addtotals without any field');
  const name = optionOf(command, 'fieldname');
  flow.fields.set(
    typeof name === 'string' ? name : 'Total',
    pipeline.columnFor(value('number', join(numbers, ' + ')), 'total'),
  );
};

/** Without a list every field counts that reads as a number: those of commands, and what was discovered, which is refused. */
function numericFields(flow: Flow): SqlValue[] {
  const own = [...flow.fields].filter(([name]) => !systemFields.has(name)).map(([, field]) => field);
  const { events, pipeline } = flow;
  if (!events) return own;
  const told = sqlString('addtotals without a list of fields cannot be run on JSON events here: name the fields');
  const guard = sql`CASE WHEN json_type(cw_document(${events.message})) = 'OBJECT' THEN error(${told}) END`;
  return [...own, pipeline.columnFor(value('number', sql`CAST(${guard} AS DOUBLE)`), 'guard')];
}

const systemFields: ReadonlySet<string> = new Set([
  '@message',
  '@timestamp',
  '@ingestionTime',
  '@logStream',
  '@log',
  '@ptr',
]);

function optionOf({ options }: AddtotalsCommand, name: string): string | boolean | undefined {
  const given = options.find((option) => option.name.text.toLowerCase() === name)?.value;
  if (given?.kind === 'BooleanLiteral' || given?.kind === 'StringLiteral') return given.value;
  return given?.kind === 'Field' ? given.name : undefined;
}
