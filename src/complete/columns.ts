import type { LogFormat } from '../formats/format.ts';
import { snakeName } from '../formats/names.ts';
import type { Candidate } from './completion.ts';
import type { Place } from './place.ts';

/** The cursor is in the list of names that a `parse` gives to what it finds. */
export function namesColumn({ stage }: Place): boolean {
  if (stage[0]?.keyword !== 'parse') return false;
  const previous = stage.at(-1)!;
  return previous.keyword === 'as' || (previous.text === ',' && stage.some(({ keyword }) => keyword === 'as'));
}

/** The names of the format's fields that are not in the list yet, from the place of the cursor on. */
export function columnCandidates({ stage }: Place, format: LogFormat): Candidate[] {
  const taken = stage.slice(stage.findIndex(({ keyword }) => keyword === 'as') + 1);
  const names = new Set(taken.filter(({ kind }) => kind === 'word').map(({ text }) => text));
  return format.fields
    .filter((field) => !names.has(snakeName(field)))
    .map((field) => ({
      label: snakeName(field),
      kind: 'field',
      insert: snakeName(field),
      detail: `column: ${field.name}`,
      ...(field.definition && { documentation: field.definition.meaning }),
    }));
}
