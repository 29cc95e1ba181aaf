import { defineCommand } from '../command-definition.ts';
import { parseDuration } from '../names.ts';
import { printDuration } from '../print-names.ts';

/** logcompare = "logcompare" "timeshift" duration */
export const logcompare = defineCommand({
  kind: 'LogcompareCommand',
  keyword: 'logcompare',
  summary: 'Compares the time range with the same range some time before.',
  syntax: 'logcompare timeshift duration',
  since: '2026',
  examples: ['logcompare timeshift 7d'],
  parse: (reader) => {
    reader.expectWord('timeshift', '"timeshift" and a duration');
    return { kind: 'LogcompareCommand', timeshift: parseDuration(reader, 'a duration after "timeshift"') };
  },
  print: ({ timeshift }) => `logcompare timeshift ${printDuration(timeshift)}`,
});
