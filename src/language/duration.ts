import type { DurationLiteral, DurationUnit } from './ast.ts';

interface UnitDefinition {
  readonly unit: DurationUnit;
  readonly spellings: readonly string[];
  /** The service clamps a larger amount to this one. */
  readonly cap?: number;
  /** Absent where the length depends on the calendar. */
  readonly milliseconds?: number;
}

/** The units of durations: spellings (a plural `s` is added by `findUnit`), caps and lengths. */
export const durationUnits: readonly UnitDefinition[] = [
  { unit: 'millisecond', spellings: ['ms', 'msec', 'millisecond'], cap: 1000, milliseconds: 1 },
  { unit: 'second', spellings: ['s', 'sec', 'second'], cap: 60, milliseconds: 1000 },
  { unit: 'minute', spellings: ['m', 'min', 'minute'], cap: 60, milliseconds: 60_000 },
  { unit: 'hour', spellings: ['h', 'hr', 'hour'], cap: 24, milliseconds: 3_600_000 },
  { unit: 'day', spellings: ['d', 'day'], milliseconds: 86_400_000 },
  { unit: 'week', spellings: ['w', 'week'], milliseconds: 604_800_000 },
  { unit: 'month', spellings: ['mo', 'mon', 'month'] },
  { unit: 'quarter', spellings: ['q', 'qtr', 'quarter'] },
  { unit: 'year', spellings: ['y', 'yr', 'year'] },
];

const unitBySpelling: ReadonlyMap<string, UnitDefinition> = new Map(
  durationUnits.flatMap((definition) =>
    definition.spellings.flatMap((spelling): [string, UnitDefinition][] =>
      spelling.length > 1
        ? [
            [spelling, definition],
            [`${spelling}s`, definition],
          ]
        : [[spelling, definition]],
    ),
  ),
);

/** Every spelling of a unit, plurals included. */
export const unitSpellings: readonly string[] = [...unitBySpelling.keys()];

/** The unit that a word names, in any case. */
export function findUnit(spelling: string): DurationUnit | undefined {
  return unitBySpelling.get(spelling.toLowerCase())?.unit;
}

/** The amount the service works with: `bin(300s)` groups by 60 s. */
export function clampDuration(duration: Pick<DurationLiteral, 'amount' | 'unit'>): number {
  const { cap } = definitionOf(duration.unit);
  return cap === undefined ? duration.amount : Math.min(duration.amount, cap);
}

/** The length of a duration after clamping; `undefined` for months, quarters and years, which the calendar measures. */
export function durationMilliseconds(duration: Pick<DurationLiteral, 'amount' | 'unit'>): number | undefined {
  const { milliseconds } = definitionOf(duration.unit);
  return milliseconds === undefined ? undefined : clampDuration(duration) * milliseconds;
}

/** The largest amount of a unit that the service does not clamp. */
export function durationCap(unit: DurationUnit): number | undefined {
  return definitionOf(unit).cap;
}

/** The shortest spelling of a unit: `m` for minutes. */
export function unitAbbreviation(unit: DurationUnit): string {
  return definitionOf(unit).spellings[0]!;
}

function definitionOf(unit: DurationUnit): UnitDefinition {
  return durationUnits.find((definition) => definition.unit === unit)!;
}
