import type { AddtotalsCommand } from '../../language/command-nodes.ts';
import { toNumber } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { lookUp } from '../flow.ts';
import { fieldOf } from '../names.ts';
import { notSupported } from '../refusal.ts';
import { join, sql, value } from '../value.ts';

/** The sum of the named fields of each row. */
export const addtotals: CompileCommand<'AddtotalsCommand'> = (command, flow) => {
  const { fields, span } = command;
  if (optionOf(command, 'col') === true) throw notSupported(span, 'A row of totals (col=true)');
  if (optionOf(command, 'row') === false) return;
  // Which fields count as numeric where none is named depends on what the service discovered.
  if (fields.length === 0) throw notSupported(span, 'addtotals without a list of fields');
  const { pipeline } = flow;
  const numbers = fields.map((field) => {
    const number = pipeline.bind(toNumber(pipeline.bind(lookUp(flow, fieldOf(field)), 'value')), 'number');
    return sql`coalesce(${number}, 0)`;
  });
  const name = optionOf(command, 'fieldname');
  flow.fields.set(
    typeof name === 'string' ? name : 'Total',
    pipeline.columnFor(value('number', join(numbers, ' + ')), 'total'),
  );
};

function optionOf({ options }: AddtotalsCommand, name: string): string | boolean | undefined {
  const given = options.find((option) => option.name.text.toLowerCase() === name)?.value;
  if (given?.kind === 'BooleanLiteral' || given?.kind === 'StringLiteral') return given.value;
  return given?.kind === 'Field' ? given.name : undefined;
}
