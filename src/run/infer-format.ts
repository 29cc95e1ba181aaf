import type { LogFormat } from '../formats/format.ts';
import { inferFormat, unwrapMessage, type FormatCandidate, type Inference } from '../formats/infer.ts';
import { printFormat } from '../formats/print.ts';
import { groupDigits } from '../text/group-digits.ts';
import { RunError } from './run-error.ts';

/** Lines of a source, and how people call it. */
export interface PeekedLines {
  readonly lines: readonly string[];
  /** `flow.log`, `the log group vpc-flow`. */
  readonly place: string;
}

/** The format that lines are in, with the sentence that tells of it. */
export interface InferredFormat {
  readonly format: LogFormat;
  readonly notice: string;
}

/** The format of the lines; throws `RunError` with what would help where it cannot be told. */
export function requireFormat(peeked: PeekedLines): InferredFormat {
  const inference = infer(peeked);
  if (inference.format) return { format: inference.format, notice: tellFormat(inference.format, inference, peeked) };
  throw new RunError(inference.isAmbiguous ? tellTies(inference.ties, peeked) : tellNothing(peeked));
}

/** The format of the lines, if it can be told; a query that names its own fields does without. */
export function findFormatOf(peeked: PeekedLines): InferredFormat | undefined {
  const inference = infer(peeked);
  // The service discovers fields of this format only: whether the lines are in it decides what the query means.
  if (inference.ties.some(({ format }) => format.isDiscovered)) throw new RunError(tellTies(inference.ties, peeked));
  if (!inference.format) return undefined;
  return { format: inference.format, notice: tellFormat(inference.format, inference, peeked) };
}

function infer({ lines }: PeekedLines): Inference {
  return inferFormat(lines.map(unwrapMessage));
}

/** A format as one would give it on the command line, short where it has a name. */
function nameOf(format: LogFormat): string {
  return format.name ?? `'${printFormat(format)}'`;
}

function tellFormat(format: LogFormat, { header, records }: Inference, { place }: PeekedLines): string {
  if (header) return `Format of ${place}: ${nameOf(format)}, by its header line.`;
  const count = groupDigits(records);
  const lines = records === 1 ? 'line' : 'lines';
  return `Format of ${place}: ${nameOf(format)}, inferred from ${count} ${lines}; --format names another.`;
}

function tellTies(ties: readonly FormatCandidate[], { place }: PeekedLines): string {
  const names = ties.map(({ format }) => `--format ${nameOf(format)}`).join(' or ');
  return `The lines of ${place} fit ${ties.length} formats equally well: say ${names}.`;
}

function tellNothing({ lines, place }: PeekedLines): string {
  if (lines.length === 0) return `No format can be told from ${place}: there are no events. Name it with --format.`;
  return `The lines of ${place} are in no format of the catalogue; name theirs, as in --format '\${srcaddr} \${dstaddr} \${bytes}'.`;
}
