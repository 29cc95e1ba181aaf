import type { Pipeline } from './pipeline.ts';
import { columnTokens, type Tokens } from './tokens.ts';
import { sqlString } from './value.ts';

/** A way to read lines that splits them as it goes: cheaper than splitting texts where a query needs few of the parts. */
export interface SplitReading {
  /** The first events, as they were logged. */
  readonly sample: readonly string[];
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
  /** The names of the columns that hold a part, with its place from 0. */
  readonly places: ReadonlyMap<string, number>;
  /** To be called at the end, where somebody asked: the select list and the FROM item. */
  readonly select: () => string;
  readonly from: () => string;
}

/** A stage that makes a column for every part it is asked for, and the message of all of them. */
export function splitStage(pipeline: Pipeline, reading: SplitReading | undefined, message: string): SplitStage {
  let splitting: Splitting | undefined;
  let parts: string[] = [];
  const columns = new Map<string, string>();
  const places = new Map<string, number>();
  const add = (expression: string, place: number): string => {
    const known = columns.get(expression);
    if (known !== undefined) return known;
    const name = pipeline.fresh(`part ${place + 1}`);
    columns.set(expression, name);
    places.set(name, place);
    return name;
  };
  return {
    ask(wanted) {
      if (!splitting) {
        splitting = wanted;
        // One more than a record has: a line that is no record shows in it.
        parts = Array.from({ length: wanted.count + 1 }, (_, index) => `p${index + 1}`);
      }
      const isSame = splitting.separator === wanted.separator && splitting.count === wanted.count;
      return isSame ? columnTokens(parts, add) : undefined;
    },
    asked: () => splitting,
    places,
    select: () => {
      const whole = `concat_ws(${sqlString(splitting!.separator)}, ${parts.slice(0, -1).join(', ')})`;
      // Two separators at the end of a longer line read as one.
      const text = `CASE WHEN ${parts.at(-1)!} IS NULL THEN ${whole} ELSE error('flowq: a line of more parts') END`;
      return [...columns, [text, message] as const].map(([expression, name]) => `${expression} AS ${name}`).join(', ');
    },
    from: () => reading!.relation(splitting!.separator, parts),
  };
}
