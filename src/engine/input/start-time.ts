import type { LogFormat } from '../../formats/format.ts';

/** SQL: the event time of a record in epoch milliseconds, by the format's `start`; `undefined` where it has none. */
export function startTimeSql({ fields, separators }: LogFormat, message: string): string | undefined {
  const index = fields.findIndex(({ name }) => name === 'start');
  if (index < 0 || !separators.every((text, place) => text === (isOuter(place, separators) ? '' : ' ')))
    return undefined;
  const tokens = `string_split(${message}, ' ')`;
  return `CASE WHEN len(${tokens}) = ${fields.length} THEN try_cast(${tokens}[${index + 1}] AS BIGINT) * 1000 END`;
}

function isOuter(place: number, separators: readonly string[]): boolean {
  return place === 0 || place === separators.length - 1;
}
