/**
 * Stands in for `-` while the command line is parsed: the parser drops a lone dash where an argument or a list is due.
 * From the private use area, so that nobody types it.
 */
const standIn = '\ue000';

/** The command line with every lone dash hidden from the parser. */
export function hideLoneDashes(argv: readonly string[]): string[] {
  return argv.map((word) => (word === '-' ? standIn : word));
}

/** The parsed options with the dashes back in their places. */
export function restoreLoneDashes<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, restore(value)])) as Options;
}

/** A message of the parser with the dashes back. */
export function restoreDashesIn(message: string): string {
  return message.replaceAll(standIn, '-');
}

function restore(value: unknown): unknown {
  if (value === standIn) return '-';
  return Array.isArray(value) ? value.map(restore) : value;
}
