import type { LogFormat } from '../formats/format.ts';
import { codeCandidates } from './code.ts';
import type { Candidate, Completion } from './completion.ts';
import { placeOf, type Place } from './place.ts';
import { scopeAt } from './scope-at.ts';
import { valueCandidates } from './values.ts';

export interface CompleteOptions {
  /** The format of the events, where it is known: its fields and their values are offered. */
  readonly format?: LogFormat;
}

/** What could stand at a cursor (an offset in UTF-16 units), best first. Never throws on a half-written query. */
export function complete(text: string, cursor: number, options: CompleteOptions = {}): Completion[] {
  const place = placeOf(text, Math.max(0, Math.min(cursor, text.length)));
  const typed = place.typed.toLowerCase();
  return candidates(text, place, options)
    .filter(({ label }) => label.toLowerCase().startsWith(typed))
    .map((candidate) => ({ ...candidate, span: place.span }));
}

function candidates(text: string, place: Place, { format }: CompleteOptions): Candidate[] {
  const scope = () => scopeAt(text, place, format ? { format } : {});
  if (place.inside === 'nothing') return [];
  if (place.inside === 'string') return valueCandidates(place, scope());
  return codeCandidates(place, { scope, ...(format && { format }) });
}
