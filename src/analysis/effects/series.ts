import type {
  AccumCommand,
  AddtotalsCommand,
  AutoregressCommand,
  CountFrequentCommand,
  OutlierCommand,
  SessionizeCommand,
  UnnestCommand,
} from '../../language/command-nodes.ts';
import type { ValueType } from '../../functions/definition.ts';
import type { Span } from '../../text/source.ts';
import type { ScopeField } from '../analysis.ts';
import { aggregated, type Pipeline, unknownField, withColumns } from '../pipeline.ts';
import { findField, withFields } from '../scope.ts';
import { nameOf } from '../name-of.ts';

/** One row per element, which is of unknown type. */
export function applyUnnest({ name }: UnnestCommand, pipeline: Pipeline): Pipeline {
  return { ...pipeline, scope: withFields(pipeline.scope, [computed(nameOf(name), 'any', name.span)]) };
}

/** Patterns stand in place of events. The service has further internal columns that the manual does not name. */
export function applyPattern(): Pipeline {
  const columns: readonly (readonly [string, ValueType])[] = [
    ['@pattern', 'string'],
    ['@ratio', 'number'],
    ['@sampleCount', 'number'],
    ['@severityLabel', 'string'],
  ];
  return aggregated(
    columns.map(([name, type]) => ({ name, type, origin: 'aggregate' })),
    true,
  );
}

/** The running total, in place of the field or under a name of its own. */
export function applyAccum({ field, alias, span }: AccumCommand, pipeline: Pipeline): Pipeline {
  return withColumns(pipeline, [computed(nameOf(alias ?? field), 'number', span)]);
}

/** `bytes p=1-3` gives `bytes_p1` to `bytes_p3`. */
export function applyAutoregress({ field, alias, from, to, span }: AutoregressCommand, pipeline: Pipeline): Pipeline {
  const type = findField(pipeline.scope, nameOf(field))?.type ?? 'any';
  const first = from?.value ?? 1;
  const last = to?.value ?? first;
  const base = nameOf(alias ?? field);
  if (alias && first === last) return withColumns(pipeline, [computed(base, type, span)]);
  const count = Math.max(0, Math.min(last - first + 1, 1000));
  const made = Array.from({ length: count }, (_, index) => computed(`${base}_p${first + index}`, type, span));
  return withColumns(pipeline, made);
}

/** Outliers are cut or dropped in place. */
export function applyOutlier({ fields, span }: OutlierCommand, pipeline: Pipeline): Pipeline {
  const made = fields.map((field) => computed(nameOf(field), 'number', span));
  return { ...pipeline, scope: withFields(pipeline.scope, made) };
}

export function applySessionize({ alias, span }: SessionizeCommand, pipeline: Pipeline): Pipeline {
  return withColumns(pipeline, [computed(alias ? nameOf(alias) : 'session_id', 'any', alias?.span ?? span)]);
}

/** The most frequent combinations and how often they come. */
export function applyCountFrequent({ fields, span }: CountFrequentCommand, { scope }: Pipeline): Pipeline {
  const groups = fields.map((field): ScopeField => ({
    ...(findField(scope, nameOf(field)) ?? unknownField(nameOf(field))),
    origin: 'group',
    madeAt: span,
  }));
  return aggregated([...groups, { name: '_approxcount', type: 'number', origin: 'aggregate', madeAt: span }]);
}

/** A sum per row, unless `row=false`; in a test behind stats the service made none where no fields were named. */
export function applyAddtotals({ fields, options, span }: AddtotalsCommand, pipeline: Pipeline): Pipeline {
  if (pipeline.isAggregated && fields.length === 0) return pipeline;
  const valueOf = (name: string) => options.find((option) => option.name.text.toLowerCase() === name)?.value;
  const row = valueOf('row');
  if (row?.kind === 'BooleanLiteral' && !row.value) return pipeline;
  const name = valueOf('fieldname');
  const label = name?.kind === 'StringLiteral' ? name.value : name?.kind === 'Field' ? name.name : 'Total';
  return withColumns(pipeline, [computed(label, 'number', span)]);
}

export function applyRelevantfields(): Pipeline {
  const columns: readonly (readonly [string, ValueType])[] = [
    ['@fieldName', 'string'],
    ['@relevanceScore', 'number'],
    ['@topRelevanceContributors', 'any'],
    ['@conditionalMedian', 'number'],
    ['@baselineMedian', 'number'],
  ];
  return aggregated(columns.map(([name, type]) => ({ name, type, origin: 'aggregate' })));
}

function computed(name: string, type: ValueType, madeAt: Span): ScopeField {
  return { name, type, origin: 'computed', madeAt };
}
