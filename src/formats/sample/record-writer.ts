import type { LogFormat } from '../format.ts';

/** The value of one field in a made record. */
export type Cell<Model> = (model: Model) => string | number;

/** Joins the values of a record with the format's separators. */
export function recordWriter<Model>(
  { separators }: LogFormat,
  cells: readonly Cell<Model>[],
): (model: Model) => string {
  const first = separators[0]!;
  return (model) => {
    let record = first;
    for (let index = 0; index < cells.length; index++) {
      record += cells[index]!(model) + separators[index + 1]!;
    }
    return record;
  };
}
