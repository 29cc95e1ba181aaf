/** The hidden flag with which the script of `flowq completion` asks what could stand at the cursor. */
const requestFlag = '--get-yargs-completions';

/** Loads the values of one kind that begin with what is there. */
type ValueSource = () => Promise<readonly string[]>;

const formatNames: ValueSource = async () => (await import('../formats/catalogue.ts')).formatNames;

const timeZones: ValueSource = () => Promise.resolve(['UTC', ...Intl.supportedValuesOf('timeZone')]);

/** Options whose values only their rooms know. */
const optionValues: ReadonlyMap<string, ValueSource> = new Map([
  ['--format', formatNames],
  ['--timezone', timeZones],
]);

/** Commands whose first argument is a name: what the names are. */
const argumentValues: ReadonlyMap<string, ValueSource> = new Map([['formats show', formatNames]]);

/** The words of a command line that a shell wants to complete, the last one being typed; nothing for any other. */
export function completionRequest(argv: readonly string[]): readonly string[] | undefined {
  // The word after the flag is the program's own name.
  return argv[0] === requestFlag ? argv.slice(2) : undefined;
}

/** What could stand in place of the last word where only a room knows; nothing where the parser knows. */
export async function completionValues(words: readonly string[]): Promise<readonly string[] | undefined> {
  const current = words.at(-1) ?? '';
  const source = optionValues.get(words.at(-2) ?? '') ?? argumentSource(words.slice(0, -1), current);
  if (!source) return undefined;
  return (await source()).filter((value) => value.startsWith(current));
}

function argumentSource(before: readonly string[], current: string): ValueSource | undefined {
  return current.startsWith('-') ? undefined : argumentValues.get(before.join(' '));
}
