import type { Argv } from 'yargs';
import { UsageError } from './errors.ts';
import { stateOf, type ParserState } from './parser-state.ts';

/** Lets no option that takes a value stand without one, whatever its command says. */
export function demandValues(parser: Argv): void {
  const state = stateOf(parser);
  // Whoever takes exactly one demands it already, and a list that demands any number takes the argument behind it too.
  const others = [
    ...state.boolean,
    ...state.positionals,
    ...Object.keys(state.narg),
    ...Object.values(state.alias).flat(),
  ];
  parser.requiresArg(Object.keys(state.key).filter((name) => !others.includes(name)));
}

/** Throws `UsageError` for values that the parser bends into something else, and for empty ones. */
export function checkOptions(
  options: Readonly<Record<string, unknown>>,
  state: ParserState,
  words: readonly string[],
): void {
  const end = words.indexOf('--');
  const argv = end < 0 ? words : words.slice(0, end);
  for (const name of Object.keys(state.key)) {
    refuseRepeated(name, options[name], state);
    if (state.boolean.includes(name)) {
      refuseValue(name, argv, state);
      continue;
    }
    refuseNegated(name, argv, state);
    if (state.number.includes(name)) refuseNoNumber(name, options[name], argv, state);
    else refuseEmpty(name, options[name], state);
  }
}

/** yargs makes a list of a flag that is given twice, whether or not the command can take one. */
function refuseRepeated(name: string, value: unknown, { array }: ParserState): void {
  if (!Array.isArray(value) || array.includes(name)) return;
  throw new UsageError(`--${name} is given more than once; it takes one value.`);
}

/** yargs takes any word but "true" for false. */
function refuseValue(name: string, argv: readonly string[], state: ParserState): void {
  const value = typedValue(name, argv, state);
  if (value === undefined || value === 'true' || value === 'false') return;
  throw new UsageError(`--${name} takes no value, but "${value}" is given: write --${name}, or --no-${name}.`);
}

/** yargs takes an empty text for 0, and any other that is no number for NaN. */
function refuseNoNumber(name: string, value: unknown, argv: readonly string[], state: ParserState): void {
  if (value === undefined) return;
  const typed = typedValue(name, argv, state, argv[placeOf(name, argv, state) + 1]);
  if (typed?.trim() === '') {
    throw new UsageError(`--${name} needs a number (${state.descriptions[name] ?? ''}); an empty text is given.`);
  }
  if (Number.isFinite(value)) return;
  const size = Number.isNaN(value) ? '' : ' of a size that can be counted with';
  throw new UsageError(`--${name} takes a number${size}, not "${typed ?? ''}".`);
}

function refuseEmpty(name: string, value: unknown, { positionals, descriptions }: ParserState): void {
  if (value !== '' && !(Array.isArray(value) && value.includes(''))) return;
  const what = positionals.includes(name) ? `The argument "${name}"` : `--${name}`;
  throw new UsageError(`${what} needs a value (${descriptions[name] ?? 'a text'}); an empty one is given.`);
}

/** The parser lets `--no-NAME` stand before any option. */
function refuseNegated(name: string, argv: readonly string[], { alias }: ParserState): void {
  const flags = [name, ...(alias[name] ?? [])].map((each) => `--no-${each}`);
  const found = argv.find((word) => flags.includes(word.split('=')[0]!));
  if (found !== undefined) throw new UsageError(`Unknown flag ${found}; to have no --${name}, leave it out.`);
}

/** The word behind `=`; without one, `next`. */
function typedValue(name: string, argv: readonly string[], state: ParserState, next?: string): string | undefined {
  const word = argv[placeOf(name, argv, state)];
  if (word === undefined) return undefined;
  const equals = word.indexOf('=');
  return equals < 0 ? next : word.slice(equals + 1);
}

function placeOf(name: string, argv: readonly string[], { alias }: ParserState): number {
  const flags = [name, ...(alias[name] ?? [])].map((each) => (each.length === 1 ? `-${each}` : `--${each}`));
  return argv.findIndex((word) => flags.includes(word.split('=')[0]!));
}
