import type { Scope } from '../analysis/analysis.ts';
import type { Command } from '../language/command-nodes.ts';
import { findCommand } from '../language/commands.ts';
import type { Token } from '../language/token.ts';
import type { Candidate } from './completion.ts';
import { commandCandidates, fieldCandidates, functionCandidates, keywordCandidates } from './names.ts';
import type { Place } from './place.ts';
import { durationCandidates, valueCandidates } from './values.ts';

/** What can stand at a place of a command, as far as the words around it tell. */
interface CommandGrammar {
  /** What an operand can be; nothing for commands that take no expression. */
  readonly operands: 'expressions' | 'aggregates' | 'fields' | 'none';
  /** Words that can stand where an operand can. */
  readonly openers?: readonly string[];
  /** Words that can follow an operand. */
  readonly followers?: readonly string[];
  /** Words that can follow a string or a regular expression, where these are not the same. */
  readonly patternFollowers?: readonly string[];
}

const conditions = ['and', 'or', 'like', 'not like', 'in', 'not in'];

const grammars: Readonly<Partial<Record<Command['kind'], CommandGrammar>>> = {
  FieldsCommand: { operands: 'expressions', followers: ['as'] },
  DisplayCommand: { operands: 'expressions', followers: ['as'] },
  FilterCommand: { operands: 'expressions', openers: ['not'], followers: conditions },
  FilterIndexCommand: { operands: 'fields', followers: ['in', 'and'] },
  ParseCommand: {
    operands: 'fields',
    openers: ['logfmt', 'csv'],
    followers: ['logfmt', 'csv'],
    patternFollowers: ['as', 'multi'],
  },
  StatsCommand: { operands: 'aggregates', followers: ['as', 'by'] },
  SortCommand: { operands: 'expressions', followers: ['asc', 'desc'] },
  LimitCommand: { operands: 'none', openers: ['any'] },
  DedupCommand: { operands: 'fields' },
  UnmaskCommand: { operands: 'fields' },
  PatternCommand: { operands: 'fields' },
  UnnestCommand: { operands: 'fields', followers: ['into'] },
  ExpandCommand: { operands: 'fields' },
  DiffCommand: { operands: 'none', openers: ['previousDay', 'previousWeek', 'previousMonth'] },
  LookupCommand: { operands: 'fields', followers: ['as', 'OUTPUT', 'OUTPUTNEW'] },
  AccumCommand: { operands: 'fields', followers: ['as'] },
  AutoregressCommand: { operands: 'fields', followers: ['as'] },
  CountFrequentCommand: { operands: 'fields' },
  AddtotalsCommand: { operands: 'fields' },
  FilldownCommand: { operands: 'fields' },
  FillmissingCommand: { operands: 'fields', openers: ['with'], followers: ['for'] },
  OutlierCommand: { operands: 'fields' },
  SessionizeCommand: { operands: 'fields', followers: ['maxspan', 'as'] },
  RelevantfieldsCommand: { operands: 'expressions', followers: ['where', ...conditions] },
  JoinCommand: { operands: 'expressions', followers: conditions },
  LogcompareCommand: { operands: 'none', openers: ['timeshift'] },
};

/** After these words the person invents a name. */
const naming: ReadonlySet<string> = new Set(['as', 'into']);

/** Words after which an operand is due, though they look like names. */
const operators: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'in', 'like', 'by', 'where', 'for', 'output', 'outputnew', 'with'],
]);

/** What could stand in the code of a stage: a command, an operand, or a word that follows one. */
export function codeCandidates(place: Place, scope: () => Scope): Candidate[] {
  const [head] = place.stage;
  if (!head) return commandCandidates();
  const command = head.keyword === undefined ? undefined : findCommand(head.keyword);
  const grammar = command && grammars[command.kind];
  if (!grammar) return [];
  const previous = place.stage.at(-1)!;
  if (naming.has(previous.keyword ?? '') || namesFollow(place)) return [];
  if (place.stage.length > 1 && endsOperand(previous)) return keywordCandidates(followersOf(grammar, previous));
  return operandCandidates(place, grammar, scope);
}

function followersOf(
  { followers = [], patternFollowers = followers }: CommandGrammar,
  { kind }: Token,
): readonly string[] {
  return kind === 'string' || kind === 'regex' ? patternFollowers : followers;
}

function operandCandidates(place: Place, grammar: CommandGrammar, scope: () => Scope): Candidate[] {
  const durations = durationCandidates(place);
  // A number begins no name.
  if (durations.length > 0 || /^\d/.test(place.typed)) return durations;
  const openers = keywordCandidates(grammar.openers ?? []);
  if (grammar.operands === 'none') return openers;
  if (grammar.operands === 'fields') return [...fieldCandidates(scope()), ...openers];
  return [
    ...valueCandidates(place, scope()),
    ...(expectsAggregate(place, grammar) ? functionCandidates(['aggregate']) : []),
    ...fieldCandidates(scope()),
    ...functionCandidates(['scalar']),
    ...openers,
  ];
}

/** In `stats`, before `by` and outside a call. */
function expectsAggregate({ stage, bracket }: Place, { operands }: CommandGrammar): boolean {
  return operands === 'aggregates' && !bracket && !stage.some(({ keyword }) => keyword === 'by');
}

/** In the list of names that a `parse` makes. */
function namesFollow({ stage }: Place): boolean {
  return stage[0]?.keyword === 'parse' && stage.at(-1)!.text === ',' && stage.some(({ keyword }) => keyword === 'as');
}

function endsOperand({ kind, keyword, text }: Token): boolean {
  if (kind === 'symbol') return text === ')' || text === ']';
  return kind !== 'malformed' && !(kind === 'word' && operators.has(keyword ?? ''));
}
