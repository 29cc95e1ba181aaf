import type { OutputColumn, Scope, ScopeField } from './analysis.ts';
import { columnOf, columnsOfScope, findField, withFields } from './scope.ts';

/** What is shown of the rows. */
export type Projection =
  /** Nothing was chosen yet: `@timestamp` and `@message`. */
  | { readonly kind: 'default' }
  /** Columns of `fields`: later ones are added. */
  | { readonly kind: 'fields'; readonly columns: readonly OutputColumn[] }
  /** Columns of the last `display`: `fields` adds nothing to them. */
  | { readonly kind: 'display'; readonly columns: readonly OutputColumn[] }
  /** Every field there is, as after `stats`. */
  | { readonly kind: 'everything' };

/** What is known between two commands. */
export interface Pipeline {
  readonly scope: Scope;
  readonly projection: Projection;
  /** Rows are groups or summaries, not events: they have no `@ptr`. */
  readonly isAggregated: boolean;
}

/** The columns of the answer if the query ended here. */
export function columnsOf({ scope, projection, isAggregated }: Pipeline): OutputColumn[] {
  const shown = shownColumns(scope, projection);
  if (isAggregated || shown.some(({ name }) => name === '@ptr')) return shown;
  return [...shown, { name: '@ptr', type: 'string', hidden: true }];
}

/** Rows that are no events: their columns are all that exists. */
export function aggregated(fields: readonly ScopeField[], isOpen = false): Pipeline {
  return {
    scope: { fields: new Map(fields.map((field) => [field.name, field])), isOpen },
    projection: { kind: 'everything' },
    isAggregated: true,
  };
}

/** The pipeline with new fields that the rows show too, since the command has no other result. */
export function withColumns(pipeline: Pipeline, fields: readonly ScopeField[]): Pipeline {
  const scope = withFields(pipeline.scope, fields);
  const { projection } = pipeline;
  if (projection.kind === 'everything') return { ...pipeline, scope };
  const columns = mergeColumns(shownColumns(scope, projection), fields.map(columnOf));
  return { ...pipeline, scope, projection: { kind: projection.kind === 'display' ? 'display' : 'fields', columns } };
}

/** A row has one cell per name: a name that comes again keeps its place and takes the newer type. */
export function mergeColumns(columns: readonly OutputColumn[], more: readonly OutputColumn[]): OutputColumn[] {
  return [...new Map([...columns, ...more].map((column) => [column.name, column])).values()];
}

function shownColumns(scope: Scope, projection: Projection): OutputColumn[] {
  switch (projection.kind) {
    case 'default':
      return ['@timestamp', '@message'].map((name) => columnOf(findField(scope, name) ?? unknownField(name)));
    case 'everything':
      return columnsOfScope(scope);
    case 'fields':
    case 'display':
      return [...projection.columns];
  }
}

/** A name that an open scope may hold. */
export function unknownField(name: string): ScopeField {
  return { name, type: 'any', origin: 'discovered' };
}
