import { findFormat } from '../formats/catalogue.ts';
import type { LogFormat } from '../formats/format.ts';
import { guessColumns } from '../formats/guess.ts';
import type { FormatCandidate, Inference } from '../formats/infer.ts';
import { matchRecord } from '../formats/match.ts';
import { printFormat } from '../formats/print.ts';
import { wrap } from '../text/wrap.ts';

/** What is known of the format of lines, for a person. */
export function describeInference(inference: Inference, width: number): string {
  const { candidates, ties, isAmbiguous, header, recordLines: records } = inference;
  if (records.length === 0 && !header) return 'There are no records to look at.\n';
  if (isAmbiguous) return describeTies(ties);
  const best = candidates[0];
  if (!best) return describeUnknown(records, width);
  const looked = records.length === 1 ? '1 record' : `${records.length} records`;
  const how = header
    ? 'named by the file itself'
    : `${percent(best.score)} of what ${looked} ${records.length === 1 ? 'tells' : 'tell'} fits`;
  return [
    `${wrap(`${titleOf(best.format)}: ${how}`, 0, width)}\n`,
    best.format.name === undefined ? `\n${printFormat(best.format)}\n` : '',
    `\n${fieldTable(best, records)}`,
    describeOthers(candidates.slice(1)),
  ].join('');
}

/** The same as data. */
export function inferenceData(inference: Inference) {
  return {
    format: inference.format ? nameOrText(inference.format) : null,
    header: inference.header !== undefined,
    ambiguous: inference.isAmbiguous,
    records: inference.records,
    candidates: inference.candidates.map(({ format, score, fields }) => ({
      ...(format.name !== undefined && { name: format.name }),
      format: printFormat(format),
      score: rounded(score),
      tied: inference.ties.some((tie) => tie.format === format),
      fields: fields.map(({ name, confidence }) => ({
        name,
        confidence: confidence === undefined ? null : rounded(confidence),
      })),
    })),
    ...(inference.candidates.length === 0 && inference.records > 0 && { columns: guessColumns(inference.recordLines) }),
  };
}

function titleOf(format: LogFormat): string {
  const title = format.name === undefined ? undefined : findFormat(format.name)?.title;
  return title === undefined ? `A format of ${format.fields.length} fields` : `${format.name} (${title})`;
}

function nameOrText(format: LogFormat): string {
  return format.name ?? printFormat(format);
}

function fieldTable({ format, fields }: FormatCandidate, records: readonly string[]): string {
  const rows = records.map((record) => matchRecord(format, record) ?? []);
  const nameWidth = Math.max(5, ...fields.map(({ name }) => name.length)) + 2;
  const lines = fields.map(({ name, confidence }, index) => {
    const example = rows.map((row) => row[index]).find((value) => value !== undefined && value !== '-') ?? '-';
    const sure = confidence === undefined ? '?' : percent(confidence);
    return `${String(index + 1).padStart(4)}  ${name.padEnd(nameWidth)}${sure.padStart(4)}  ${example}\n`;
  });
  return `   #  ${'Field'.padEnd(nameWidth)}Sure  First value\n${lines.join('')}`;
}

function describeTies(ties: readonly FormatCandidate[]): string {
  const names = ties.map(({ format }) => `  ${nameOrText(format)}\n`);
  return `The values fit ${ties.length} formats equally well; name the right one with --format:\n${names.join('')}`;
}

function describeOthers(others: readonly FormatCandidate[]): string {
  if (others.length === 0) return '';
  const names = others.slice(0, 3).map(({ format, score }) => `${nameOrText(format)} (${percent(score)})`);
  return `\nLess likely: ${names.join(', ')}\n`;
}

function describeUnknown(records: readonly string[], width: number): string {
  const columns = guessColumns(records);
  const lines = columns.map(({ example = '-', names }, index) => {
    const shown = names.length === 0 ? '' : `${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}`;
    return `${String(index + 1).padStart(4)}  ${cut(example).padEnd(28)}${wrap(shown, 34, width)}`.trimEnd() + '\n';
  });
  return [
    `No known format fits these records of ${columns.length} values.\n`,
    `\n   #  ${'First value'.padEnd(28)}May be\n${lines.join('')}`,
    '\nFind the format where the log was set up and give it with --format.\n',
  ].join('');
}

function cut(text: string): string {
  return text.length <= 26 ? text : `${text.slice(0, 25)}…`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
