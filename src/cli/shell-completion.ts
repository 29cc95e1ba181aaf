/** The hidden flag with which the script of `flowq completion` asks what could stand at the cursor. */
const requestFlag = '--get-yargs-completions';

/** Loads the values of one kind; the folder is the one that the person is in. */
type ValueSource = (cwd: string) => Promise<readonly string[]>;

const formatNames: ValueSource = async () => (await import('../formats/catalogue.ts')).formatNames;

const timeZones: ValueSource = () => Promise.resolve(['UTC', ...Intl.supportedValuesOf('timeZone')]);

const templateNames: ValueSource = async (cwd) =>
  (await libraryEntries(cwd)).filter(({ kind }) => kind === 'template').map(({ name }) => name);

const libraryNames: ValueSource = async (cwd) => (await libraryEntries(cwd)).map(({ name }) => name);

async function libraryEntries(cwd: string) {
  const { openLibrary } = await import('../library/find.ts');
  return openLibrary(cwd).entries;
}

/** Where the parser offers nothing, the shell offers its files. */
const fileNames: ValueSource = () => Promise.resolve([]);

/** Options whose values only their rooms know. */
const optionValues: ReadonlyMap<string, ValueSource> = new Map([
  ['--format', formatNames],
  ['--timezone', timeZones],
  ['--file', fileNames],
  ['--out', fileNames],
]);

/** What the arguments of a command are. */
const argumentValues: ReadonlyMap<string, ValueSource> = new Map([
  ['generate', templateNames],
  ['run', libraryNames],
  ['show', libraryNames],
  ['formats show', formatNames],
  ['formats infer', fileNames],
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
export async function completionValues(words: readonly string[], cwd: string): Promise<readonly string[] | undefined> {
  const current = words.at(-1) ?? '';
  const source = optionValues.get(words.at(-2) ?? '') ?? argumentSource(words, current);
  if (!source) return undefined;
  return (await source(cwd)).filter((value) => value.startsWith(current));
}

/** The word is an argument if no option, which might take it for its value, stands right before it. */
function argumentSource(words: readonly string[], current: string): ValueSource | undefined {
  if (current.startsWith('-') || words.at(-2)?.startsWith('-') === true) return undefined;
  const [first = '', second] = words;
  if (words.length < 2) return undefined;
  return argumentValues.get(first) ?? (words.length > 2 ? argumentValues.get(`${first} ${second}`) : undefined);
}
