import type { LookupCommand } from '../../language/command-nodes.ts';
import { toText } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { lookUp, type Flow, type LookupTable } from '../flow.ts';
import { fieldOf, resultName, wordOf } from '../names.ts';
import { invalid } from '../refusal.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { column, missing, sql, value, type Fragment, type SqlValue } from '../value.ts';

/** Columns of a table beside each row: the first row of the table that fits. */
export const lookup: CompileCommand<'LookupCommand'> = (command, flow) => {
  const table = tableOf(command, flow);
  if (command.keyword === 'cidrlookup') lookupByBlock(command, table, flow);
  else lookupByKeys(command, table, flow);
};

function lookupByKeys(command: LookupCommand, table: LookupTable, flow: Flow): void {
  const { pipeline } = flow;
  const pairs = command.keys.map(({ field, alias }) => ({
    entry: tableColumn(fieldOf(field), table),
    text: pipeline.columnFor(toText(pipeline.bind(lookUp(flow, fieldOf(alias ?? field)), 'key')), 'key'),
  }));
  const entries = pairs.map(({ entry }) => entry).join(', ');
  const first = `SELECT *, row_number() OVER () AS cw_row FROM ${table.relation}`;
  const unique = `(SELECT * FROM (${first}) QUALIFY row_number() OVER (PARTITION BY ${entries} ORDER BY cw_row) = 1)`;
  const on = pairs.map(({ entry, text }) => `cw_table.${entry} = ${text.sql}`).join(' AND ');
  addOutputs(command, table, flow, { join: `LEFT JOIN ${unique} AS cw_table ON ${on}` });
}

/** The table's column holds blocks; the most specific one that holds the address counts. */
function lookupByBlock(command: LookupCommand, table: LookupTable, flow: Flow): void {
  const { pipeline } = flow;
  const [key] = command.keys;
  const address = pipeline.columnFor(toText(pipeline.bind(lookUp(flow, fieldOf(key!.field)), 'key')), 'address');
  const block = `cw_table.${tableColumn(fieldOf(key!.alias ?? key!.field), table)}`;
  const row = pipeline.columnFor(value('number', sql`row_number() OVER ()`), 'row');
  const on = `(cw_in_subnet4(${address.sql}, ${block}) OR (contains(${address.sql}, ':') AND cw_in_subnet6(${address.sql}, ${block}) = '1'))`;
  addOutputs(command, table, flow, {
    join: `LEFT JOIN (SELECT *, row_number() OVER () AS cw_row FROM ${table.relation}) AS cw_table ON ${on}`,
    tail: `QUALIFY row_number() OVER (PARTITION BY ${row.sql} ORDER BY TRY_CAST(split_part(${block}, '/', 2) AS INTEGER) DESC NULLS LAST, cw_row) = 1`,
  });
}

function addOutputs(
  command: LookupCommand,
  table: LookupTable,
  flow: Flow,
  { join, tail }: { readonly join: string; readonly tail?: string },
): void {
  const { pipeline } = flow;
  const isNew = command.mode === 'OUTPUTNEW';
  const outputs = command.outputs.map(({ field, alias }) => {
    const name = resultName(field, alias);
    const before = isNew ? existing(name, command, flow) : undefined;
    return { name, before, entry: tableColumn(fieldOf(field), table), made: pipeline.fresh(name) };
  });
  const from = pipeline.stage();
  const made = outputs.map(({ entry, made }) => `cw_table.${entry} AS ${made}`).join(', ');
  pipeline.stage({ select: `${from}.*, ${made}`, from: `${from} ${join}`, ...(tail === undefined ? {} : { tail }) });
  for (const { name, before, made } of outputs) {
    const found = column(made, 'text', pipeline.depth());
    flow.fields.set(name, before ? value('text', sql`coalesce(${before}, ${found})`) : found);
  }
}

/** The field that OUTPUTNEW leaves alone where it is there. */
function existing(name: string, command: LookupCommand, flow: Flow): Fragment {
  const segments = name.split('.').map((text) => ({ text }));
  const known: SqlValue =
    flow.events || flow.fields.has(name)
      ? lookUp(flow, { kind: 'Field', name, segments, span: command.span })
      : missing();
  return toText(flow.pipeline.bind(known, name));
}

function tableOf({ table, span }: LookupCommand, flow: Flow): LookupTable {
  const name = wordOf(table);
  const known = flow.outside.table?.(name);
  if (known) return known;
  throw invalid(
    span,
    'unknown-lookup-table',
    `There is no lookup table "${name}" here.`,
    'Give its CSV file by this name: --table NAME=FILE.',
  );
}

function tableColumn(
  { name, span }: { readonly name: string; readonly span: LookupCommand['span'] },
  table: LookupTable,
): string {
  if (table.columns.includes(name)) return `"${name.replaceAll('"', '""')}"`;
  throw invalid(
    span,
    'unknown-table-column',
    `The lookup table has no column "${name}".${didYouMean(name, table.columns)}`,
    `It has ${table.columns.join(', ')}.`,
  );
}
