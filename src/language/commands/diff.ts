import { didYouMean } from '../../text/did-you-mean.ts';
import { defineCommand } from '../command-definition.ts';
import { parseName } from '../names.ts';
import { printAlias } from '../print-names.ts';

const windows: readonly string[] = ['previousDay', 'previousWeek', 'previousMonth'];

/** diff = "diff" [ "previousDay" | "previousWeek" | "previousMonth" ] */
export const diff = defineCommand({
  kind: 'DiffCommand',
  keyword: 'diff',
  summary: 'Compares the patterns of the time range with those of an earlier one.',
  syntax: 'diff [previousDay|previousWeek|previousMonth]',
  since: 'classic',
  notes: ['It follows pattern.', 'Without a window the range directly before is taken.'],
  examples: ['diff', 'diff previousWeek'],
  parse: (reader) => {
    if (reader.token.kind !== 'word') return { kind: 'DiffCommand' };
    const { text } = reader.token;
    if (!windows.some((window) => window.toLowerCase() === text.toLowerCase())) {
      reader.fail({
        message: `Unknown window "${text}".${didYouMean(text, windows)}`,
        help: `Known are ${windows.join(', ')}.`,
      });
    }
    return { kind: 'DiffCommand', window: parseName(reader, 'a window') };
  },
  print: ({ window }) => (window ? `diff ${printAlias(window)}` : 'diff'),
});
