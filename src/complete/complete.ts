import { analyze } from '../analysis/analyze.ts';
import type { Scope } from '../analysis/analysis.ts';
import { eventScope } from '../analysis/scope.ts';
import type { LogFormat } from '../formats/format.ts';
import { parse } from '../language/parse.ts';
import { codeCandidates } from './code.ts';
import type { Candidate, Completion } from './completion.ts';
import { placeOf, type Place } from './place.ts';
import { valueCandidates } from './values.ts';

export interface CompleteOptions {
  /** The format of the events, where it is known: its fields and their values are offered. */
  readonly format?: LogFormat;
}

/** What could stand at a cursor (an offset in UTF-16 units), best first. Never throws on a half-written query. */
export function complete(text: string, cursor: number, options: CompleteOptions = {}): Completion[] {
  const place = placeOf(text, Math.max(0, Math.min(cursor, text.length)));
  const typed = place.typed.toLowerCase();
  return candidates(place, () => scopeAt(text, place, options))
    .filter(({ label }) => label.toLowerCase().startsWith(typed))
    .map((candidate) => ({ ...candidate, span: place.span }));
}

function candidates(place: Place, scope: () => Scope): Candidate[] {
  if (place.inside === 'nothing') return [];
  return place.inside === 'string' ? valueCandidates(place, scope()) : codeCandidates(place, scope);
}

/** The fields that exist where the stage at the cursor begins. */
function scopeAt(text: string, { before }: Place, options: CompleteOptions): Scope {
  const { query } = parse(text.slice(before.start, before.end));
  return analyze(query, options).stages.at(-1)?.output ?? eventScope(options);
}
