import { findCommand } from '../../src/language/commands.ts';
import { tokenize } from '../../src/language/lexer.ts';
import type { Token } from '../../src/language/token.ts';
import { findFunction } from '../../src/functions/table.ts';

export type DamageKind =
  'dropped' | 'doubled' | 'misspelt' | 'lost quote' | 'lost bracket' | 'pipe in list' | 'swapped stages';

/** A query that was right, with one thing wrong in it. */
export interface Damage {
  readonly kind: DamageKind;
  readonly text: string;
  /** The damaged stage, up to and including the pipe after it. */
  readonly start: number;
  readonly end: number;
  /** What was damaged, for a list of misses. */
  readonly what: string;
  /** By rule of thumb, told from the tokens alone, it is still a query of the language. */
  readonly isStillRight: boolean;
}

/** Numbers from 0 to below 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Stage {
  readonly start: number;
  readonly end: number;
  readonly keyword: string;
}

/** One damage of each kind that the query admits. */
export function damagesOf(text: string, random: () => number): readonly Damage[] {
  const tokens = tokenize(text).tokens.slice(0, -1);
  const stages = stagesOf(text, tokens);
  const pick = (candidates: readonly number[]): number | undefined =>
    candidates[Math.floor(random() * candidates.length)];
  const where = (accept: (token: Token, index: number) => boolean): number[] =>
    tokens.flatMap((token, index) => (accept(token, index) ? [index] : []));

  const replace = (kind: DamageKind, index: number, replacement: string, isStillRight: boolean): Damage => {
    const { start, end, text: written } = tokens[index]!;
    const damaged = text.slice(0, start) + replacement + text.slice(end);
    const home = stages.find((stage) => start >= stage.start && start < stage.end)!;
    const grown = damaged.length - text.length;
    // Without its pipe a stage runs on to the end of the next one.
    const next = written === '|' ? stages.find((stage) => stage.start >= end) : undefined;
    return {
      kind,
      text: damaged,
      start: home.start,
      end: (next ?? home).end + grown,
      what: `${kind} ${written} at ${start}`,
      isStillRight,
    };
  };

  const damages: Damage[] = [];
  const dropped = pick(where(() => true));
  if (dropped !== undefined) damages.push(replace('dropped', dropped, ' ', staysWithout(tokens, dropped, stages)));
  const doubled = pick(where(() => true));
  if (doubled !== undefined) {
    const { text: written } = tokens[doubled]!;
    damages.push(replace('doubled', doubled, `${written} ${written}`, staysDoubled(tokens, doubled, stages)));
  }
  const misspelt = pick(
    where((token, index) => token.keyword !== undefined && token.text.length > 1 && hasMeaning(tokens, index)),
  );
  if (misspelt !== undefined) {
    const word = misspell(tokens[misspelt]!.text, random);
    damages.push(
      replace('misspelt', misspelt, word, findFunction(word) !== undefined || findCommand(word) !== undefined),
    );
  }
  const quoted = pick(
    where(({ kind, text: written }) => kind === 'string' || kind === 'regex' || written.startsWith('`')),
  );
  if (quoted !== undefined) {
    const { text: written } = tokens[quoted]!;
    damages.push(replace('lost quote', quoted, random() < 0.5 ? written.slice(1) : written.slice(0, -1), false));
  }
  const bracket = pick(where(({ kind, text: written }) => kind === 'symbol' && '()[]'.includes(written)));
  if (bracket !== undefined) damages.push(replace('lost bracket', bracket, ' ', false));
  const comma = pick(where(({ text: written }, index) => written === ',' && depthAt(tokens, index) === 0));
  if (comma !== undefined) damages.push(replace('pipe in list', comma, ',\n|', false));
  const swap = pick(stages.flatMap((_, index) => (index > 0 && breaksOrder(stages, index) ? [index] : [])));
  if (swap !== undefined) damages.push(swapStages(text, stages, swap));
  return damages;
}

function stagesOf(text: string, tokens: readonly Token[]): readonly Stage[] {
  const stages: Stage[] = [];
  let depth = 0;
  let start = 0;
  let first: Token | undefined;
  for (const token of tokens) {
    if (token.kind === 'symbol' && '(['.includes(token.text)) depth++;
    if (token.kind === 'symbol' && ')]'.includes(token.text)) depth--;
    if (token.kind === 'symbol' && token.text === '|' && depth === 0) {
      if (first) stages.push({ start, end: token.end, keyword: first.keyword ?? first.text });
      start = first ? token.end : start;
      first = undefined;
    } else first ??= token;
  }
  if (first) stages.push({ start, end: text.length, keyword: first.keyword ?? first.text });
  return stages;
}

const separators: ReadonlySet<string> = new Set([
  'filldown',
  'outlier',
  'autoregress',
  'addtotals',
  'fillmissing',
  'source',
  '$',
]);

/** Dropping the token leaves a query: optional words, signs, arguments. */
function staysWithout(tokens: readonly Token[], index: number, stages: readonly Stage[]): boolean {
  const token = tokens[index]!;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const word = token.keyword ?? '';
  if (['not', 'asc', 'desc', 'any', 'multi', 'group'].includes(word) || token.text === '!') return true;
  if (word === 'by' && before?.keyword === 'sort') return true;
  if (index === 0 && token.text === '|') return true;
  const joinsCall = before?.keyword !== undefined && after?.text === '(';
  // `count()` is `count(*)`.
  if (token.text === '*' && before?.text === '(' && after?.text === ')') return true;
  if (token.kind === 'symbol' || ['and', 'or'].includes(word)) {
    if (token.text === '-' && !isOperand(before)) return true;
    // `a, (b)` becomes a call, `a = -1` a difference.
    return token.text !== '(' && token.text !== ')' && (joinsCall || (after?.text === '-' && isOperand(before)));
  }
  if (after?.text === '-' && isOperand(tokens[index + 2])) return true;
  if (isFirstOf(token, stages)) return false;
  if (before?.text === '(' && after?.text === ')') return /^count/i.test(tokens[index - 2]?.text ?? '');
  if (before?.text === '[' && after?.text === ']') return true;
  if (after?.text === '(' && token.kind === 'word') return isOneArgument(tokens, index + 1);
  const stage = stages.find(({ start, end }) => token.start >= start && token.start < end);
  if (stage?.keyword === 'parse' && before?.keyword === 'parse' && token.kind !== 'regex')
    return after?.keyword !== 'as';
  if (stage?.keyword === 'diff') return true;
  return separators.has(stage?.keyword ?? '');
}

/** Saying the token twice leaves a query. */
function staysDoubled(tokens: readonly Token[], index: number, stages: readonly Stage[]): boolean {
  const token = tokens[index]!;
  if (['not', '!', '-'].includes(token.keyword ?? token.text)) return true;
  if (index === 0 && token.text === '|') return false;
  const stage = stages.find(({ start, end }) => token.start >= start && token.start < end);
  if (
    stage?.keyword === 'parse' &&
    (token.keyword === 'parse' || (token.kind === 'string' && tokens[index - 1]?.keyword === 'parse'))
  )
    return true;
  return ['filldown', 'outlier'].includes(stage?.keyword ?? '') && token.kind === 'word';
}

const words: ReadonlySet<string> = new Set(
  'and or not in like as by asc desc into output outputnew where logfmt maxspan timeshift with for'.split(' '),
);

/** A word that the language knows: a command, an operator, a function. Misspelt fields are other fields. */
function hasMeaning(tokens: readonly Token[], index: number): boolean {
  const { keyword } = tokens[index]!;
  const before = tokens[index - 1];
  // After `as` stands a name, whatever it is; in lists a word may be a field.
  if (before?.keyword === 'as' || before?.text === '.' || tokens[index + 1]?.text === '=') return false;
  if (words.has(keyword!)) return before !== undefined && before.text !== ',' && before.text !== '(';
  const opensStage = before === undefined || (before.kind === 'symbol' && before.text === '|');
  return (
    (opensStage && findCommand(keyword!) !== undefined) ||
    (tokens[index + 1]?.text === '(' && findFunction(keyword!) !== undefined)
  );
}

function misspell(word: string, random: () => number): string {
  const place = Math.floor(random() * (word.length - 1));
  const swapped = word.slice(0, place) + word[place + 1]! + word[place]! + word.slice(place + 2);
  return swapped.toLowerCase() === word.toLowerCase() ? word.slice(0, place) + word.slice(place + 1) : swapped;
}

function isOperand(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'symbol') return token?.text === ')' || token?.text === ']';
  return token.keyword === undefined || (!words.has(token.keyword) && findCommand(token.keyword) === undefined);
}

function isFirstOf(token: Token, stages: readonly Stage[]): boolean {
  const stage = stages.find(({ start, end }) => token.start >= start && token.start < end);
  return stage !== undefined && (token.keyword ?? token.text) === stage.keyword;
}

function isOneArgument(tokens: readonly Token[], open: number): boolean {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const { text } = tokens[index]!;
    if (text === '(') depth++;
    if (text === ')' && --depth === 0) return index > open + 1;
    if (depth === 1 && (text === ',' || (text === '*' && tokens[index + 1]?.text === ')'))) return false;
  }
  return false;
}

function depthAt(tokens: readonly Token[], until: number): number {
  let depth = 0;
  for (const { kind, text } of tokens.slice(0, until)) {
    if (kind === 'symbol' && '(['.includes(text)) depth++;
    if (kind === 'symbol' && ')]'.includes(text)) depth--;
  }
  return depth;
}

/** The stage may not stand before the one it follows: the rules of order, told from the keywords alone. */
function breaksOrder(stages: readonly Stage[], index: number): boolean {
  const [first, second] = [stages[index - 1]!.keyword, stages[index]!.keyword];
  const rest = stages.slice(index + 1).map(({ keyword }) => keyword);
  const statsCount = stages.filter(({ keyword }) => keyword === 'stats').length;
  if (first === 'source' && second !== 'source') return true;
  if (second === 'dedup' && first !== 'limit' && first !== 'dedup') return true;
  if ((second === 'anomaly' || second === 'diff') && first === 'pattern') return true;
  if (first === 'pattern' && second === 'sort') return true;
  if (second === 'estimate') return true;
  return first === 'stats' && (second === 'sort' || second === 'limit') && statsCount > 1 && !rest.includes('stats');
}

function swapStages(text: string, stages: readonly Stage[], index: number): Damage {
  const [first, second] = [stages[index - 1]!, stages[index]!];
  const [left, right] = [first, second].map(({ start, end }) => text.slice(start, end).replace(/\|$/, '')) as [
    string,
    string,
  ];
  const tail = text.slice(second.start, second.end).endsWith('|') ? '|' : '';
  const damaged = `${text.slice(0, first.start)}${right}\n|${left}${tail}${text.slice(second.end)}`;
  const end = second.end + damaged.length - text.length;
  return {
    kind: 'swapped stages',
    text: damaged,
    start: first.start,
    end,
    what: `swapped ${first.keyword} and ${second.keyword}`,
    isStillRight: false,
  };
}
