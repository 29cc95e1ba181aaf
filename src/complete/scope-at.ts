import { analyze } from '../analysis/analyze.ts';
import type { Scope, ScopeField, Stage } from '../analysis/analysis.ts';
import { eventScope, makeScope } from '../analysis/scope.ts';
import type { LogFormat } from '../formats/format.ts';
import { parse } from '../language/parse.ts';
import { visit } from '../language/visitor.ts';
import type { Place } from './place.ts';

/** What is known about the events. */
export interface EventOptions {
  readonly format?: LogFormat;
}

/** The fields that exist where the stage at the cursor begins. */
export function scopeAt(text: string, { before, span }: Place, options: EventOptions): Scope {
  const { query } = parse(text.slice(before.start, before.end));
  const scope = analyze(query, options).stages.at(-1)?.output ?? eventScope(options);
  if (!scope.isOpen) return scope;
  const isTyped = (field: { readonly start: number; readonly end: number }): boolean =>
    field.start < span.end && span.start < field.end;
  const used = analyze(parse(text).query, options).stages.flatMap((stage) => eventFields(stage, isTyped));
  return makeScope([...used.filter(({ name }) => !scope.fields.has(name)), ...scope.fields.values()], true);
}

/** Names that a stage takes from the events, which nobody listed: what one stage reads another may want to read. */
function eventFields(
  { command, input }: Stage,
  isTyped: (span: { readonly start: number; readonly end: number }) => boolean,
): ScopeField[] {
  if (!input.isOpen) return [];
  const found: ScopeField[] = [];
  visit(command, {
    Field({ name, span }) {
      if (!input.fields.has(name) && !isTyped(span)) found.push({ name, type: 'any', origin: 'discovered' });
    },
    Subquery: () => false,
  });
  return found;
}
