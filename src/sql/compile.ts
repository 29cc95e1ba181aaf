import type { Analysis } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Query } from '../language/ast.ts';
import { mostRows } from '../language/most-rows.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { applyCommands, begin, valueOf, type Beginning, type Way } from './begin.ts';
import { endMatching } from './flow.ts';
import { orderBy } from './order.ts';
import type { CompileOptions, Plan } from './plan.ts';
import { Refusal } from './refusal.ts';
import type { SplitReading } from './split-reading.ts';
import { tieBreakOf } from './tie-break.ts';

/** Rows the service answers where a query has no `limit`. */
const defaultLimit = 10_000;

export type Compilation = { readonly plan: Plan } | { readonly diagnostics: readonly Diagnostic[] };

/** A query as SQL over a source of events, or why it cannot be. */
export function compile(query: Query, analysis: Analysis, options: CompileOptions): Compilation {
  try {
    return { plan: compilePlan(query, analysis, options) };
  } catch (error) {
    if (error instanceof Refusal) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}

/** `compile` with the analysis that the source's shape calls for. */
export function compileQuery(query: Query, options: CompileOptions): Compilation {
  const { format } = options.input.shape;
  return compile(query, analyze(query, format ? { format } : {}), options);
}

/** Splitting lines while they are read is the cheaper way for many queries: a draft tells which parts a query looks at. */
function compilePlan(query: Query, analysis: Analysis, options: CompileOptions): Plan {
  const { input, hidden = true } = options;
  const wantsPointer = analysis.columns.some((column) => column.name === '@ptr' && (hidden || !column.hidden));
  const tieBreak = tieBreakOf(query, input, wantsPointer);
  const plain = { isByParts: false, tieBreak };
  if (!input.split && tieBreak !== 'record') return draw(query, analysis, options, plain).plan();
  const byParts = { ...plain, isByParts: true };
  const draft = draw(query, analysis, options, { ...byParts, ...(tieBreak !== 'record' && { numbers: 'any' }) });
  const splitting = draft.events.parts?.asked();
  const isByParts = splitting !== undefined && input.split !== undefined && isCheaper(draft, input.split);
  if (isByParts && tieBreak !== 'record') {
    const numbers = numbersOf(draft);
    const isDone = draft.events.parts!.numbers().length === numbers.size;
    return (isDone ? draft : draw(query, analysis, options, { ...byParts, numbers })).plan();
  }
  const tied = splitting && { splitting, places: placesOf(draft) };
  return draw(query, analysis, options, { ...plain, isByParts, ...(tied && { tied }) }).plan();
}

/** A query compiled, before it is written as SQL. */
interface Draft extends Beginning {
  readonly plan: () => Plan;
}

function draw(query: Query, analysis: Analysis, options: CompileOptions, way: Way): Draft {
  const beginning = begin(query, 's', options, way);
  const { flow, events, scannedAt, eventFilters } = beginning;
  const { pipeline } = flow;
  applyCommands(query, flow);
  const columns = analysis.columns.filter((column) => !column.hidden || (options.hidden ?? true));
  const values = columns.map((column) => valueOf(column.name, flow));
  const cells = values.map((value, index) => pipeline.columnFor(value, `cell${index}`));
  // Asking for the order may add to the pipeline.
  const { order } = flow;
  endMatching(flow);
  const limited = query.commands.some((command) => command.kind === 'LimitCommand');
  const limit = Math.min(options.limit ?? (limited ? mostRows : defaultLimit), limited ? mostRows : Infinity);
  const scanned = !options.range && way.tieBreak === 'none' && isFilteredFirst(query) ? options.input.count : undefined;
  const plan = (): Plan => {
    const stages = pipeline.render().join(',\n');
    const select = cells.map(({ sql: cell }, index) => `${cell} AS c${index}`).join(', ');
    const tail = `${orderBy(order)} LIMIT ${limit + 1}`;
    return {
      sql: `WITH ${stages}\nSELECT ${select} FROM ${pipeline.last()} ${tail}`,
      columns: columns.map((column, index) => ({ ...column, sqlType: values[index]!.type })),
      limit,
      counting: {
        sql: `WITH ${stages}\nSELECT (SELECT count(*) FROM ${scannedAt}), (SELECT count(*) FROM ${flow.matchedAt!})`,
        eventFilters: eventFilters + (events.parts?.where() === undefined ? 0 : 1),
        queryFilters: flow.filters + (pipeline.hasPrefilter() ? 1 : 0),
        // Columns with a time range are another matter: there the scan itself leaves out what is out of range.
        keepsFilters: scanned === undefined && (options.input.shape.kind === 'lines' || !options.range),
        ...(scanned !== undefined && { scanned }),
      },
      warnings: flow.warnings,
      split: events.parts && (events.parts.isExact() ? 'exact' : 'ragged'),
      check: events.parts?.check(),
    };
  };
  return { ...beginning, plan };
}

/** Nothing behind the first stats chooses among rows, where a condition could wander down to the events. */
function isFilteredFirst({ commands }: Query): boolean {
  const first = commands.findIndex(({ kind }) => kind === 'StatsCommand');
  return commands.slice(first + 1).every(({ kind }) => unfiltered.has(kind));
}

const unfiltered: ReadonlySet<string> = new Set([
  'StatsCommand',
  'FieldsCommand',
  'DisplayCommand',
  'SortCommand',
  'LimitCommand',
]);

/** A pre-filter that leaves out more than this of the lines saves more than splitting while reading does. */
const worthPrefiltering = 0.5;

/** The lines have the parts that are asked for, the query looks at no whole line, and most lines go through it. */
function isCheaper({ flow, events }: Draft, { sample }: SplitReading): boolean {
  if (!events.parts!.isReadable()) return false;
  if (flow.pipeline.mentions(events.message.sql)) return false;
  return sample.filter(flow.pipeline.keeps).length >= sample.length * worthPrefiltering;
}

/** Fewer numbers than these are not worth a look through all bytes. */
const worthCounting = 2;

/** The parts that a query looks at as numbers alone, where it is worth it to read them as such. */
function numbersOf(draft: Draft): ReadonlySet<number> {
  const parts = draft.events.parts!;
  const texts = new Set(placesOf(draft));
  const numbers = parts.numbers().filter((place) => !texts.has(place));
  return new Set(numbers.length >= worthCounting && parts.where() === undefined ? numbers : []);
}

/** The parts of a record that a query looks at. */
function placesOf({ flow, events }: Draft): readonly number[] {
  const used = [...events.parts!.places].filter(([name]) => flow.pipeline.mentions(name));
  return [...new Set(used.map(([, place]) => place))].sort((left, right) => left - right);
}
