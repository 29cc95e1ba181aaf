import type { AppendcolsCommand, JoinCommand, LookupCommand } from '../../language/command-nodes.ts';
import type { Scope, ScopeField } from '../analysis.ts';
import { analyze } from '../analyze.ts';
import { type Pipeline, withColumns } from '../pipeline.ts';
import { nameOf } from '../name-of.ts';
import { withFields } from '../scope.ts';

/** The table's columns are of unknown type. `OUTPUTNEW` keeps what is there, so the type stays unknown too. */
export function applyLookup({ outputs }: LookupCommand, pipeline: Pipeline): Pipeline {
  const made = outputs.map(({ field, alias, span }): ScopeField => {
    return { name: nameOf(alias ?? field), type: 'any', origin: 'computed', madeAt: span };
  });
  return withColumns(pipeline, made);
}

/** Fields of both sides under `alias.field`; those of the left also under their own names. */
export function applyJoin({ left, right, subquery }: JoinCommand, pipeline: Pipeline): Pipeline {
  // Another log group: nothing is known about its events.
  const other = analyze(subquery.query).stages.at(-1)?.output;
  const added = [...prefixed(left?.text, pipeline.scope), ...prefixed(right?.text, other)];
  const isOpen = pipeline.scope.isOpen || (other?.isOpen ?? true);
  return { ...pipeline, scope: { ...withFields(pipeline.scope, added), isOpen } };
}

/** Pastes the columns of the subquery beside the rows. */
export function applyAppendcols({ subquery }: AppendcolsCommand, pipeline: Pipeline): Pipeline {
  const columns = analyze(subquery.query).columns.filter(({ hidden }) => !hidden);
  return withColumns(
    pipeline,
    columns.map((column) => ({ ...column, origin: 'computed', madeAt: subquery.span })),
  );
}

function prefixed(prefix: string | undefined, scope: Scope | undefined): ScopeField[] {
  if (prefix === undefined || scope === undefined) return [];
  return [...scope.fields.values()].map((field) => ({ ...field, name: `${prefix}.${field.name}` }));
}
