import { didYouMean } from '../text/did-you-mean.ts';
import type { ParserState } from './parser-state.ts';

/** A command line that the parser refused. */
export interface RefusedLine {
  readonly argv: readonly string[];
  /** The commands in yargs' notation: `lint [paths..]`. */
  readonly commands: readonly string[];
  /** Of the command, if it came to one. */
  readonly state: ParserState | undefined;
}

/** What the parser says, as a person wants to hear it: which word is wrong, missing or too much, and what is right. */
export function usageSentence(message: string, { argv, commands, state }: RefusedLine): string {
  const words = argv.filter((word) => word !== '--');
  const [name, ...others] = words;
  if (name === undefined) return message;
  const command = commands.find((each) => nameOf(each) === name);
  if (command === undefined && name !== 'completion' && !name.startsWith('-')) {
    return `There is no command "${name}".${didYouMean(name, commands.map(nameOf))} "flowq --help" lists them.`;
  }
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1];
  if (unknown !== undefined) return describeUnknown(unknown.split(', '), words);
  // A word behind it is advised upon as if it were a command.
  if (name === 'completion') return describeUnknown(others, words);
  if (command === undefined || !state) return message;
  for (const [pattern, describe] of sentences) {
    const match = pattern.exec(message);
    if (match) return describe(match[1] ?? '', { command, name, state });
  }
  return message;
}

interface Place {
  readonly command: string;
  readonly name: string;
  readonly state: ParserState;
}

/** What yargs says, and what we say instead. */
const sentences: readonly (readonly [RegExp, (found: string, place: Place) => string])[] = [
  [/^Not enough non-option arguments/, (_, { command, name }) => missingWord(command, name)],
  [/^Not enough arguments following: (.*)$/s, (found, { name, state }) => missingValue(found, name, state)],
  [/^Missing required arguments?: (.*)$/s, (found, { name, state }) => missingFlags(found.split(', '), name, state)],
  [/^Arguments (.*) are mutually exclusive$/s, (found) => `${exclusive(found)} exclude each other: give one of them.`],
  [/^Invalid values:\n {2}Argument: (.*)$/s, (found, { name, state }) => wrongChoice(found, name, state)],
];

function missingWord(command: string, name: string): string {
  const [, missing = 'argument', more] = /<([\w-]+)(\.\.)?/.exec(command) ?? [];
  return `"flowq ${name}" needs ${more ? '' : 'a '}${missing}: flowq ${command}; ${helpOf(name)}`;
}

function missingValue(flag: string, name: string, { descriptions, alias }: ParserState): string {
  const described =
    descriptions[flag] ?? descriptions[Object.keys(alias).find((key) => alias[key]!.includes(flag)) ?? ''];
  return `${dashed(flag)} needs a value (${described ?? 'a text'}); ${helpOf(name)}`;
}

function missingFlags(flags: readonly string[], name: string, { descriptions }: ParserState): string {
  const list = flags.map((flag) => `${dashed(flag)} (${descriptions[flag] ?? 'a value'})`);
  return `"flowq ${name}" needs ${list.join(' and ')}; ${helpOf(name)}`;
}

function exclusive(found: string): string {
  return found.split(' and ').map(dashed).join(' and ');
}

/** The first wrong value; the others are told when it is mended. */
function wrongChoice(found: string, name: string, { choices, positionals }: ParserState): string {
  const [, option = '', given = ''] = /^(\S+), Given: "(.*?)"(?:, "|, Choices: )/s.exec(found) ?? [];
  const known = choices[option] ?? [];
  const who = positionals.includes(option) ? `"flowq ${name}"` : dashed(option);
  const list = known.length < 2 ? known.join() : `${known.slice(0, -1).join(', ')} or ${known.at(-1)!}`;
  return `${who} takes ${list}, not "${given}".${didYouMean(given, known)}`;
}

function helpOf(name: string): string {
  return `"flowq ${name} --help" tells more.`;
}

function dashed(flag: string): string {
  return flag.length === 1 ? `-${flag}` : `--${flag}`;
}

function nameOf(command: string): string {
  return command.split(' ')[0]!;
}

/** yargs drops the dashes of a flag, and names one with dashes inside a second time, in camel case. */
function describeUnknown(names: readonly string[], argv: readonly string[]): string {
  const typed = argv.map((word) => word.split('=')[0]!);
  const flags = names.flatMap((name) => typed.find((word) => /^--?[^-]/.test(word) && bareName(word) === name) ?? []);
  const words = names.filter((name) => argv.includes(name)).map((word) => `"${word}"`);
  const help = `"flowq ${argv[0]!.startsWith('-') ? '' : `${argv[0]!} `}--help" tells what there is.`;
  if (flags.length > 0) return `Unknown flag ${[...new Set(flags)].join(', ')}; ${help}`;
  return `Too much: ${(words.length > 0 ? words : names).join(', ')}; ${help}`;
}

function bareName(flag: string): string {
  return flag.replace(/^--?/, '');
}
