import type { Account } from '../account/account.ts';
import type { LogGroup } from '../account/log-group.ts';
import { matchesTags, type TagFilter } from '../account/tag-filter.ts';
import type { Expression, Query } from '../../language/ast.ts';
import type { Option, SourceArgument, SourceCommand, SourceSelector } from '../../language/command-nodes.ts';
import type { TimeRange } from '../../results/time-range.ts';
import { invalidParameter, notFound } from '../service-fault.ts';
import { queryRange } from './query-range.ts';

export interface SourceOptions {
  readonly account: Account;
  readonly range: TimeRange;
  readonly now: number;
}

/** What a query reads, taken from its leading SOURCE commands; the query without them. */
export interface QuerySource {
  readonly groups: readonly LogGroup[];
  readonly range: TimeRange;
  readonly query: Query;
}

/** Reads the leading SOURCE commands of a query. */
export function querySource(query: Query, { account, range, now }: SourceOptions): QuerySource {
  const count = query.commands.findIndex(({ kind }) => kind !== 'SourceCommand');
  const sources = query.commands.slice(0, count < 0 ? undefined : count) as readonly SourceCommand[];
  const groups = new Set(sources.flatMap((source) => groupsOf(source, account)));
  const ranges = sources.map((source) => rangeOf(source, range, now));
  return {
    groups: [...groups],
    range: {
      start: Math.min(...ranges.map(({ start }) => start)),
      end: Math.max(...ranges.map(({ end }) => end)),
    },
    query: { ...query, commands: query.commands.slice(sources.length) },
  };
}

function groupsOf(source: SourceCommand, account: Account): readonly LogGroup[] {
  if (source.group === undefined) return selected(source.selectors, account);
  if (source.group.kind === 'Placeholder') throw invalidParameter('SOURCE names a parameter that has no value.');
  const name = source.group.kind === 'StringLiteral' ? source.group.value : source.group.text;
  const group = account.findGroup(name);
  if (!group) throw notFound(`Log group '${name}' does not exist.`);
  return [group];
}

/** Every selector narrows the choice. */
function selected(selectors: readonly SourceSelector[], account: Account): readonly LogGroup[] {
  const tests = selectors.map((selector) => {
    const kind = selector.name.text.toLowerCase();
    if (kind === 'loggroups') return groupTest(selector.arguments);
    if (kind === 'loggrouptags') return tagTest(selector);
    throw invalidParameter(
      `This endpoint cannot choose log groups by ${selector.name.text}(…); use logGroups(…) or logGroupTags(…).`,
    );
  });
  const groups = account.groups().filter((group) => tests.every((test) => test(group)));
  if (groups.length === 0) throw notFound('No log group is selected by SOURCE.');
  return groups;
}

/** `logGroupTags([{"key": "team", "values": ["a*", "!b"]}])`. */
function tagTest({ arguments: [argument], name }: SourceSelector): (group: LogGroup) => boolean {
  const filters = argument?.value.kind === 'JsonText' ? readTagFilters(argument.value.text) : undefined;
  if (!filters) {
    throw invalidParameter(`${name.text} takes a list of tags such as [{"key": "team", "values": ["a*", "!b"]}].`);
  }
  return ({ tags }) => matchesTags(tags, filters);
}

function readTagFilters(text: string): readonly TagFilter[] | undefined {
  let filters: unknown;
  try {
    filters = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isFilter = (item: unknown): item is TagFilter => {
    const { key, values } = (item ?? {}) as { key?: unknown; values?: unknown };
    return typeof key === 'string' && (values === undefined || isTexts(values));
  };
  return Array.isArray(filters) && filters.every(isFilter) ? filters : undefined;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** `namePrefix` and `class`; the accounts are all this one. */
function groupTest(args: readonly SourceArgument[]): (group: LogGroup) => boolean {
  const prefixes = argument(args, 'namePrefix');
  const classes = argument(args, 'class') ?? argument(args, 'logGroupClass') ?? ['STANDARD'];
  return ({ name, groupClass }) =>
    (prefixes?.some((prefix) => name.startsWith(prefix)) ?? true) && classes.includes(groupClass);
}

function argument(args: readonly SourceArgument[], name: string): readonly string[] | undefined {
  const value = args.find((candidate) => candidate.name?.text.toLowerCase() === name.toLowerCase())?.value;
  if (value === undefined) return undefined;
  if (value.kind === 'JsonText') return JSON.parse(value.text.replaceAll("'", '"')) as string[];
  const items = value.kind === 'List' ? value.items : [value];
  return items.map((item) => {
    if (item.kind === 'StringLiteral') return item.value;
    throw invalidParameter(`The list "${name}" of SOURCE holds something that is no string.`);
  });
}

/** `START=… END=…` as epoch times or relative to now, in place of the request's own. */
function rangeOf({ options }: SourceCommand, range: TimeRange, now: number): TimeRange {
  const start = option(options, 'start', now);
  const end = option(options, 'end', now);
  if (start === undefined && end === undefined) return range;
  return queryRange(start ?? range.start, end ?? range.end);
}

function option(options: readonly Option[], name: string, now: number): number | undefined {
  const value = options.find((candidate) => candidate.name.text.toLowerCase() === name)?.value;
  return value && instantOf(value, name, now);
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

function instantOf(value: Expression, name: string, now: number): number {
  if (value.kind === 'NumberLiteral') return value.value;
  if (value.kind === 'Field' && value.name.toLowerCase() === 'now') return now;
  if (value.kind === 'Call' && value.name.text.toLowerCase() === 'now') return now;
  if (value.kind === 'Unary' && value.operator === '-' && value.operand.kind === 'DurationLiteral') {
    const unit = unitMilliseconds[value.operand.unit];
    if (unit !== undefined) return now - value.operand.amount * unit;
  }
  throw invalidParameter(`SOURCE has a ${name} that is no time; write epoch seconds, "now" or "-1d".`);
}
