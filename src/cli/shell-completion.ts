import type { Context } from './context.ts';

/** The hidden flag with which the script of `flowq completion` asks what could stand at the cursor. */
const requestFlag = '--get-yargs-completions';

/** Loads the values of one kind that a person finds where they are. */
type ValueSource = (context: Context) => Promise<readonly string[]>;

const formatNames: ValueSource = async () => (await import('../formats/catalogue.ts')).formatNames;

const timeZones: ValueSource = () => Promise.resolve(['UTC', ...Intl.supportedValuesOf('timeZone')]);

const templateNames: ValueSource = async (context) =>
  (await libraryEntries(context)).filter(({ kind }) => kind === 'template').map(({ name }) => name);

const libraryNames: ValueSource = async (context) => (await libraryEntries(context)).map(({ name }) => name);

async function libraryEntries({ cwd }: Context) {
  const { openLibrary } = await import('../library/find.ts');
  return openLibrary(cwd).entries;
}

/** Everything that has an explanation and a name that can be typed without quotes. */
const topicNames: ValueSource = async (context) => {
  const { knownTopics } = await import('../explain/explain.ts');
  const { rules } = await import('../lint/rules.ts');
  const names = [
    ...knownTopics().map(({ name }) => name),
    ...rules.map(({ code }) => code),
    ...(await formatNames(context)),
    ...(await templateNames(context)),
  ];
  return [...new Set(names)].filter((name) => /^@?[\w.-]+$/.test(name));
};

/** Log groups that were imported; those of an account are not asked for while somebody types. */
const localGroups: ValueSource = async (context) => {
  const { readManifests } = await import('../engine/store/manifest.ts');
  const { dataFolder } = await import('./data-folder.ts');
  return (await readManifests(dataFolder({}, context))).map(({ logGroup }) => logGroup);
};

/** Where the parser offers nothing, the shell offers its files. */
const fileNames: ValueSource = () => Promise.resolve([]);

/** Options whose values only their rooms know. */
const optionValues: ReadonlyMap<string, ValueSource> = new Map([
  ['--format', formatNames],
  ['--timezone', timeZones],
  ['--log-group', localGroups],
  ['-g', localGroups],
  ['--file', fileNames],
  ['-f', fileNames],
  ['--out', fileNames],
  ['--query', fileNames],
]);

/** What the arguments of a command are. */
const argumentValues: ReadonlyMap<string, ValueSource> = new Map([
  ['generate', templateNames],
  ['run', libraryNames],
  ['show', libraryNames],
  ['explain', topicNames],
  ['formats show', formatNames],
  ['formats infer', fileNames],
  ['import', fileNames],
  ['complete', fileNames],
  ['fmt', fileNames],
  ['lint', fileNames],
]);

/** The words of a command line that a shell wants to complete, the last one being typed; nothing for any other. */
export function completionRequest(argv: readonly string[]): readonly string[] | undefined {
  const [flag, ...words] = argv;
  if (flag !== requestFlag) return undefined;
  // The scripts for bash and zsh send the program's name first, the one for fish does not.
  return /(^|[\\/])flowq(\.js)?$/.test(words[0] ?? '') ? words.slice(1) : words;
}

/** The command line with which the parser answers a request, in the one shape that it understands. */
export function completionLine(words: readonly string[]): string[] {
  return [requestFlag, 'flowq', ...words];
}

/** What could stand in place of the last word where only a room knows; nothing where the parser knows. */
export async function completionValues(
  words: readonly string[],
  context: Context,
): Promise<readonly string[] | undefined> {
  const current = words.at(-1) ?? '';
  const source = optionValues.get(words.at(-2) ?? '') ?? argumentSource(words, current);
  if (!source) return undefined;
  return (await source(context)).filter((value) => value.startsWith(current));
}

/** The word is an argument if no option, which might take it for its value, stands right before it. */
function argumentSource(words: readonly string[], current: string): ValueSource | undefined {
  if (current.startsWith('-') || words.at(-2)?.startsWith('-') === true) return undefined;
  const [first = '', second] = words;
  if (words.length < 2) return undefined;
  return argumentValues.get(first) ?? (words.length > 2 ? argumentValues.get(`${first} ${second}`) : undefined);
}
