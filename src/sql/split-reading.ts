import type { Pipeline } from './pipeline.ts';
import { columnTokens, type Tokens } from './tokens.ts';
import { sqlString } from './value.ts';

/** A way to read lines that splits them as it goes: cheaper than splitting texts where a query needs few of the parts. */
export interface SplitReading {
  /** The first events, as they were logged. */
  readonly sample: readonly string[];
  /** Some line is known to have another count of parts than the records. */
  readonly isRagged?: boolean;
  /**
   * SQL item for FROM with a VARCHAR column for each name: the texts between the separators, NULL beyond the last one.
   * Blank lines are left out; a line with more parts than names is an error.
   */
  readonly relation: (separator: string, names: readonly string[]) => string;
}

/** How a query wants its lines to be split. */
export interface Splitting {
  readonly separator: string;
  /** Parts of a whole record. */
  readonly count: number;
}

/** The first stage of a query whose lines are split while they are read. */
export interface SplitStage {
  /** The parts of the message; `undefined` where the first one to ask wanted them otherwise. */
  readonly ask: (wanted: Splitting) => Tokens | undefined;
  /** What was asked for, once somebody did. */
  readonly asked: () => Splitting | undefined;
  /** DuckDB can split lines like the sampled ones: some are records, and none has more parts. */
  readonly isReadable: () => boolean;
  /** Any line but a record ends the reading: what costs least, where no other line is known. */
  readonly isExact: () => boolean;
  /** The names of the columns that hold a part, with its place from 0. */
  readonly places: ReadonlyMap<string, number>;
  /** To be called at the end, where somebody asked. */
  readonly select: () => string;
  readonly from: () => string;
  readonly where: () => string | undefined;
}

/** The failure of an exact plan after which a ragged one may do. */
export const fewerParts = 'flowq: a line of fewer parts';

/** What DuckDB's reader can split lines by. */
const separators = /^[ \t,;|]$/;

/** Numbers that a DOUBLE holds exactly. */
const wholeOrNone = /^(?:-|0|[1-9]\d{0,14})$/;

/** A stage that makes a column for every part it is asked for, and the message of all of them. */
export function splitStage(pipeline: Pipeline, reading: SplitReading | undefined, message: string): SplitStage {
  let splitting: Splitting | undefined;
  let isReadable = false;
  let isExact = false;
  let names: string[] = [];
  let records: string[][] = [];
  const columns = new Map<string, string>();
  const places = new Map<string, number>();
  // One more than a record has: a line with more parts, or with a separator at its end, shows in it.
  const beyond = 'beyond';
  const begin = (wanted: Splitting): Splitting => {
    const { sample = [], isRagged = false } = reading ?? {};
    const lines = sample.map((line) => line.split(wanted.separator));
    records = lines.filter((parts) => parts.length === wanted.count);
    isReadable =
      separators.test(wanted.separator) && records.length > 0 && lines.every((parts) => parts.length <= wanted.count);
    isExact = !isRagged && records.length === lines.length;
    names = Array.from({ length: wanted.count }, (_, index) => `p${index + 1}`);
    return wanted;
  };
  const add = (expression: string, place: number): string => {
    const known = columns.get(expression);
    if (known !== undefined) return known;
    const name = pipeline.fresh(`part ${place + 1}`);
    columns.set(expression, name);
    places.set(name, place);
    return name;
  };
  const isWhole = (place: number): boolean =>
    records.length > 0 && records.every((parts) => wholeOrNone.test(parts[place]!));
  return {
    ask(wanted) {
      splitting ??= begin(wanted);
      const isSame = splitting.separator === wanted.separator && splitting.count === wanted.count;
      return isSame ? columnTokens({ names, add, isWhole, ...(!isExact && { beyond }) }) : undefined;
    },
    asked: () => splitting,
    isReadable: () => isReadable,
    isExact: () => isExact,
    places,
    select: () => {
      const whole = `concat_ws(${sqlString(splitting!.separator)}, ${names.join(', ')})`;
      // Two separators at the end of a longer line read as one.
      const checked = `CASE WHEN ${beyond} IS NULL THEN ${whole} ELSE error('flowq: a line of more parts') END`;
      return [...columns, [isExact ? whole : checked, message] as const]
        .map(([expression, name]) => `${expression} AS ${name}`)
        .join(', ');
    },
    from: () => reading!.relation(splitting!.separator, [...names, beyond]),
    where: () =>
      isExact
        ? `CASE WHEN ${beyond} IS NOT NULL THEN error('flowq: a line of more parts') WHEN ${names.at(-1)!} IS NULL THEN error('${fewerParts}') ELSE TRUE END`
        : undefined,
  };
}
