import { fieldSets, isFlowFamily } from './field-sets.ts';
import type { FieldDefinition } from './format.ts';
import { shapeOf } from './shape.ts';

/** A column of records in no known format. */
export interface GuessedColumn {
  /** The first value that is not `-`, if there is one. */
  readonly example?: string;
  /** Flow log fields whose values look so, the most telling first. */
  readonly names: readonly string[];
}

/** A value must tell this many bits, or every number would be every number field. */
const telling = 5;

/** What each space-separated column of records could be; for records whose format nobody knows. */
export function guessColumns(records: readonly string[]): readonly GuessedColumn[] {
  const rows = records.map((record) => record.trim().split(/\s+/));
  const width = mostCommon(rows.map((row) => row.length));
  const usual = rows.filter((row) => row.length === width);
  return Array.from({ length: width }, (_, index) => {
    const values = [...new Set(usual.map((row) => row[index]!).filter((value) => value !== '-'))];
    return { ...(values[0] !== undefined && { example: values[0] }), names: namesOf(values) };
  });
}

const candidates: readonly FieldDefinition[] = fieldSets
  .filter(({ family }) => isFlowFamily(family))
  .flatMap(({ fields }) => fields)
  .filter(({ name }, index, all) => all.findIndex((field) => field.name === name) === index);

function namesOf(values: readonly string[]): readonly string[] {
  if (values.length === 0) return [];
  return candidates
    .map((definition) => ({ name: definition.name, shape: shapeOf(definition) }))
    .filter(({ shape }) => shape.bits >= telling && values.every((value) => shape.fit(value) === 1))
    .sort((left, right) => right.shape.bits - left.shape.bits)
    .map(({ name }) => name);
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}
