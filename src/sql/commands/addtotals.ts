import type { AddtotalsCommand } from '../../language/command-nodes.ts';
import { toNumber } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { endMatching, lookUp, type Flow } from '../flow.ts';
import { fieldOf } from '../names.ts';
import { notSupported } from '../refusal.ts';
import { column, join, sql, sqlString, value, type Fragment, type SqlValue } from '../value.ts';

/** The sum of the numbers of each row, and with `col=true` a last row with the sums of the columns. */
export const addtotals: CompileCommand<'AddtotalsCommand'> = (command, flow) => {
  const { fields, span } = command;
  const { pipeline } = flow;
  const wantsColumn = optionOf(command, 'row') !== false;
  const wantsRow = optionOf(command, 'col') === true;
  // In a test on the service there was no such column behind stats.
  const hasColumn = wantsColumn && (fields.length > 0 || flow.events !== undefined);
  if (wantsColumn && !hasColumn) flow.warnings.push(noColumn);
  if (!hasColumn && !wantsRow) return;
  const guard = fields.length > 0 ? undefined : guardOf(flow);
  const summed =
    fields.length > 0
      ? fields.map((field): [string, SqlValue] => [fieldOf(field).name, lookUp(flow, fieldOf(field))])
      : numericFields(flow);
  const summands = summed.map(([name, field]): Summand => {
    const known = pipeline.columnFor(field, name);
    return { name, field: known, number: pipeline.columnFor(toNumber(known), 'number') };
  });
  if (summands.length === 0 && !guard) throw notSupported(span, 'addtotals without any field');
  if (hasColumn) {
    const parts = summands.map(({ number }) => sql`coalesce(${number}, 0)`);
    const total = pipeline.columnFor(value('number', join([...parts, ...(guard ? [guard] : [])], ' + ')), 'total');
    const given = optionOf(command, 'fieldname');
    const name = typeof given === 'string' ? given : 'Total';
    flow.fields.set(name, total);
    summands.push({ name, field: total, number: total });
  }
  if (wantsRow) addSums(flow, summands, guard);
};

const noColumn =
  'addtotals adds no column behind stats, as the service was seen to do: name the fields to have their sum.';

interface Summand {
  readonly name: string;
  readonly field: SqlValue;
  readonly number: SqlValue;
}

/** The rows and, below them, one with the sums of these columns; every other cell of it is missing. */
function addSums(flow: Flow, summands: readonly Summand[], guard: Fragment | undefined): void {
  const { pipeline } = flow;
  endMatching(flow);
  // A literal would stand in the last row too.
  for (const [name, field] of flow.fields) {
    if (field.literal !== undefined) flow.fields.set(name, pipeline.columnFor(field, name));
  }
  const isSum = pipeline.fresh('is_sum');
  const sums = summands.map(({ name }) => pipeline.fresh(`sum ${name}`));
  const rows = pipeline.stage({ isMaterialized: true, ...(guard && { where: sql`${guard} = 0`.sql }) });
  const added = summands.map(({ number }, index) => `fsum(${number.sql}) AS ${sums[index]}`);
  pipeline.stage({
    from: `(SELECT *, FALSE AS ${isSum} FROM ${rows} UNION ALL BY NAME SELECT ${added.join(', ')}, TRUE AS ${isSum} FROM ${rows})`,
  });
  const depth = pipeline.depth();
  summands.forEach(({ name, field, number }, index) => {
    const sum = column(sums[index]!, 'number', depth);
    const kept = field.type === 'text' ? sql`cw_text(${sum})` : sum;
    const cell = sql`CASE WHEN ${isSum} THEN ${kept} ELSE ${field.type === 'text' ? field : number} END`;
    flow.fields.set(name, pipeline.columnFor(value(field.type === 'text' ? 'text' : 'number', cell), name));
  });
  const last = { sql: isSum, direction: 'asc' } as const;
  flow.order = [last, ...flow.order];
  flow.ties = [last, ...flow.ties];
}

/** Without a list every field counts that reads as a number: those of commands, and what was discovered. */
function numericFields(flow: Flow): [string, SqlValue][] {
  return [...flow.fields].filter(([name, { type }]) => !systemFields.has(name) && type !== 'timestamp');
}

/** Fields that are discovered in JSON events cannot be enumerated here: such an event ends the query. */
function guardOf({ events, pipeline }: Flow): Fragment | undefined {
  if (!events) return undefined;
  const told = sqlString('addtotals without a list of fields cannot be run on JSON events here: name the fields');
  const guard = sql`CASE WHEN json_type(cw_document(${events.message})) = 'OBJECT' THEN error(${told}) END`;
  return sql`coalesce(${pipeline.columnFor(value('number', sql`CAST(${guard} AS DOUBLE)`), 'guard')}, 0)`;
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
