/**
 * Stands before a word that the parser would misread: it drops a lone dash where an argument or a list is due, and
 * takes what follows `--` for no argument of the command. From the private use area, so that nobody types it.
 */
const shield = '\ue000';

/** The command line without its `--`, whose later words, like every lone dash, are read as they stand. */
export function shieldWords(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const [before, after] = end < 0 ? [argv, []] : [argv.slice(0, end), argv.slice(end + 1)];
  return [
    ...before.map((word) => (word === '-' ? `${shield}-` : word)),
    ...after.map((word) => (word.startsWith('-') ? `${shield}${word}` : word)),
  ];
}

/** The parsed options with the words as they were typed. */
export function unshieldOptions<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, unshield(value)])) as Options;
}

/** A message of the parser with the words as they were typed. */
export function unshieldMessage(message: string): string {
  return message.replaceAll(shield, '');
}

function unshield(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith(shield)) return value.slice(shield.length);
  return Array.isArray(value) ? value.map(unshield) : value;
}
