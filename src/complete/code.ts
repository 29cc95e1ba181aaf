import type { Scope } from '../analysis/analysis.ts';
import type { LogFormat } from '../formats/format.ts';
import { findCommand } from '../language/commands.ts';
import type { Token } from '../language/token.ts';
import { columnCandidates, namesColumn } from './columns.ts';
import type { Candidate } from './completion.ts';
import { grammars, type CommandGrammar } from './grammar.ts';
import { commandCandidates, fieldCandidates, functionCandidates, keywordCandidates } from './names.ts';
import type { Place } from './place.ts';
import { durationCandidates, valueCandidates } from './values.ts';

/** After these words the person invents a name. */
const naming: ReadonlySet<string> = new Set(['as', 'into']);

/** Words after which an operand is due, though they look like names. */
const operators: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'in', 'like', 'by', 'where', 'for', 'output', 'outputnew', 'with'],
]);

/** What is known around a place; the scope is worked out when it is asked for. */
export interface Surroundings {
  readonly scope: () => Scope;
  readonly format?: LogFormat;
}

/** What could stand in the code of a stage: a command, an operand, or a word that follows one. */
export function codeCandidates(place: Place, { scope, format }: Surroundings): Candidate[] {
  const [head] = place.stage;
  if (!head) return commandCandidates({ isFirst: place.before.start === place.before.end });
  const command = head.keyword === undefined ? undefined : findCommand(head.keyword);
  const grammar = command && grammars[command.kind];
  if (!grammar) return [];
  if (namesColumn(place)) return format ? columnCandidates(place, format) : [];
  const previous = place.stage.at(-1)!;
  if (naming.has(previous.keyword ?? '')) return [];
  const option = optionBefore(place, grammar);
  if (option) return keywordCandidates(option);
  const isFollower = place.stage.length > 1 && endsOperand(previous);
  if (!isFollower) return operandCandidates(place, grammar, scope);
  const words = keywordCandidates([...optionNames(place, grammar), ...followersOf(place, grammar)]);
  return grammar.separatedByBlanks === true ? [...fieldCandidates(scope()), ...words] : words;
}

/** The values of the option whose `=` stands before the cursor. */
function optionBefore({ stage }: Place, { options = {} }: CommandGrammar): readonly string[] | undefined {
  const name = stage.at(-1)!.text === '=' ? stage.at(-2)?.keyword : undefined;
  if (name === undefined || !Object.hasOwn(options, name)) return undefined;
  return options[name]!.length > 0 ? options[name] : undefined;
}

/** The options that are not there yet. */
function optionNames({ stage, bracket }: Place, { options = {} }: CommandGrammar): string[] {
  if (bracket) return [];
  const present = new Set(stage.map(({ keyword }) => keyword));
  return Object.keys(options)
    .filter((name) => !present.has(name))
    .map((name) => `${name}=`);
}

function followersOf({ stage }: Place, grammar: CommandGrammar): readonly string[] {
  const { followers = [], patternFollowers = followers, followersAfter = {} } = grammar;
  const turn = stage.findLast(
    ({ keyword }) => keyword !== undefined && Object.hasOwn(followersAfter, keyword),
  )?.keyword;
  if (turn !== undefined) return followersAfter[turn]!;
  const { kind } = stage.at(-1)!;
  return kind === 'string' || kind === 'regex' ? patternFollowers : followers;
}

function operandCandidates(place: Place, grammar: CommandGrammar, scope: () => Scope): Candidate[] {
  const durations = durationCandidates(place);
  // A number begins no name.
  if (durations.length > 0 || /^\d/.test(place.typed)) return durations;
  const words = keywordCandidates([...optionNames(place, grammar), ...(grammar.openers ?? [])]);
  if (grammar.operands === 'none') return words;
  if (grammar.operands === 'fields') return [...fieldCandidates(scope()), ...words];
  return [
    ...valueCandidates(place, scope()),
    ...(expectsAggregate(place, grammar) ? functionCandidates(['aggregate']) : []),
    ...fieldCandidates(scope()),
    ...functionCandidates(['scalar']),
    ...words,
  ];
}

/** In `stats`, before `by` and outside a call. */
function expectsAggregate({ stage, bracket }: Place, { operands }: CommandGrammar): boolean {
  return operands === 'aggregates' && !bracket && !stage.some(({ keyword }) => keyword === 'by');
}

function endsOperand({ kind, keyword, text }: Token): boolean {
  if (kind === 'symbol') return text === ')' || text === ']';
  return kind !== 'malformed' && !(kind === 'word' && operators.has(keyword ?? ''));
}
