import type { Pipeline } from './pipeline.ts';
import { columnTokens, moreParts, type ColumnParts, type Tokens } from './tokens.ts';

/** A way to read lines that splits them as it goes: cheaper than splitting texts where a query needs few of the parts. */
export interface SplitReading {
  /** The first events, as they were logged. */
  readonly sample: readonly string[];
  /** Some line is known to have another count of parts than the records. */
  readonly isRagged?: boolean;
  /** A look at all lines whose parts are read as numbers; nothing where it would cost more than it saves. */
  readonly numberCheck?: (separator: string) => NumberCheck | undefined;
  /** SQL item for FROM. Blank lines are left out, and separators at the end of a line that has all parts. */
  readonly relation: (columns: SplitColumns) => string;
}

/** Whether no line has a byte that DuckDB passes over in a number and the language does not, as in `1_000`. */
export type NumberCheck = (signal: AbortSignal) => Promise<boolean>;

export interface SplitColumns {
  readonly separator: string;
  /** A VARCHAR column for each part; more parts are an error. */
  readonly names: readonly string[];
  /** Whether parts that a line does not have are NULL; else they are an error. */
  readonly isPadded: boolean;
  /** Columns that are DOUBLE instead: what is no number to DuckDB is an error. If there are any, `-` is NULL in all. */
  readonly numbers: ReadonlySet<string>;
}

/** Which parts are read as numbers, by their places from 0: where the sample shows whole ones alone. */
export type NumberPlaces = ReadonlySet<number> | 'any';

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
  /** The places of the parts that are read as numbers. */
  readonly numbers: () => readonly number[];
  /** What must be true for them to be read so. */
  readonly check: () => NumberCheck | undefined;
  /** To be called at the end, where somebody asked. */
  readonly select: () => string;
  readonly from: () => string;
  /** The condition that stands beside the reading, if one does. */
  readonly where: () => string | undefined;
}

const fewerParts = 'flowq: a line of fewer parts';

/** After this failure of an exact plan a ragged one may do. */
export function isOfFewerParts({ message }: Error): boolean {
  const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message) ?? [];
  return message.includes(fewerParts) || Number(found) < Number(expected);
}

/** What DuckDB's reader can split lines by. */
const separators = /^[ \t,;|]$/;

/** Numbers that a DOUBLE holds exactly. */
const wholeOrNone = /^(?:-|0|[1-9]\d{0,14})$/;

/** A stage that makes a column for every part it is asked for. A part that is read as a number has no text. */
export function splitStage(
  pipeline: Pipeline,
  reading: SplitReading | undefined,
  numberPlaces: NumberPlaces,
): SplitStage {
  let splitting: Splitting | undefined;
  let isReadable = false;
  let isExact = false;
  let names: string[] = [];
  let records: string[][] = [];
  const columns = new Map<string, { readonly name: string; readonly expression: string }>();
  const places = new Map<string, number>();
  const numberNames = new Map<number, string>();
  let check: NumberCheck | undefined;
  // One more than a record has: a line with more parts, or with a separator at its end, shows in it.
  const beyond = 'beyond';
  // The last part and what follows it: the only one of a record for which a separator behind it counts.
  let rest: string | undefined;
  const isPadded = (): boolean => !isExact || (rest !== undefined && pipeline.mentions(rest));
  const begin = (wanted: Splitting): Splitting => {
    const { sample = [], isRagged = false } = reading ?? {};
    const lines = sample.map((line) => line.split(wanted.separator));
    records = lines.filter((parts) => parts.length === wanted.count);
    isReadable =
      separators.test(wanted.separator) && records.length > 0 && lines.every((parts) => parts.length <= wanted.count);
    isExact = !isRagged && records.length === lines.length;
    check = isExact ? reading?.numberCheck?.(wanted.separator) : undefined;
    names = Array.from({ length: wanted.count }, (_, index) => `p${index + 1}`);
    return wanted;
  };
  const add: ColumnParts['add'] = ({ expression, place, isRest }) => {
    const key = `${isRest} ${expression}`;
    const known = columns.get(key);
    if (known) return known.name;
    const name = pipeline.fresh(`part ${place + 1}`);
    columns.set(key, { name, expression });
    places.set(name, place);
    if (isRest) rest = name;
    return name;
  };
  const isWhole = (place: number): boolean =>
    records.length > 0 && records.every((parts) => wholeOrNone.test(parts[place]!));
  const numberOf = (place: number): string | undefined => {
    if (!check || !(numberPlaces === 'any' || numberPlaces.has(place))) return undefined;
    const name = numberNames.get(place) ?? pipeline.fresh(`number ${place + 1}`);
    numberNames.set(place, name);
    return name;
  };
  const numbers = (): readonly number[] =>
    [...numberNames].filter(([, name]) => pipeline.mentions(name)).map(([place]) => place);
  return {
    ask(wanted) {
      splitting ??= begin(wanted);
      const isSame = splitting.separator === wanted.separator && splitting.count === wanted.count;
      return isSame ? columnTokens({ names, add, isWhole, numberOf, ...(!isExact && { beyond }) }) : undefined;
    },
    asked: () => splitting,
    isReadable: () => isReadable,
    isExact: () => isExact,
    places,
    numbers,
    check: () => (numbers().length > 0 ? check : undefined),
    select: () => {
      const asNumbers = new Set(numbers());
      const texts = [...columns.values()].filter(({ name }) => !asNumbers.has(places.get(name)!));
      return [
        ...texts.map(({ name, expression }) =>
          asNumbers.size > 0 ? `coalesce(${expression}, '-') AS ${name}` : `${expression} AS ${name}`,
        ),
        ...[...asNumbers].map((place) => `${names[place]!} AS ${numberNames.get(place)!}`),
      ].join(', ');
    },
    from: () =>
      reading!.relation({
        separator: splitting!.separator,
        names: isPadded() ? [...names, beyond] : names,
        isPadded: isPadded(),
        numbers: new Set(numbers().map((place) => names[place]!)),
      }),
    where: () =>
      isExact && isPadded()
        ? `CASE WHEN ${beyond} IS NOT NULL THEN error('${moreParts}') WHEN ${names.at(-1)!} IS NULL THEN error('${fewerParts}') ELSE TRUE END`
        : undefined,
  };
}
