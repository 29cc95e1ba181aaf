import { defineCommand } from '../command-definition.ts';
import { printFields } from '../items.ts';
import { parseAlias, parseDuration, parseFields } from '../names.ts';
import { printAlias, printDuration } from '../print-names.ts';

/** sessionize = "sessionize" fields [ "maxspan" duration ] [ "as" alias ] */
export const sessionize = defineCommand({
  kind: 'SessionizeCommand',
  keyword: 'sessionize',
  summary: 'Numbers the sessions of each combination of values; a gap in time begins a new one.',
  syntax: 'sessionize field, … [maxspan duration] [as name]',
  since: '2026',
  notes: ['The gap is 30m and the name session_id where they are left out.'],
  examples: ['sessionize userId, deviceId maxspan 1h as session'],
  parse: (reader) => {
    const fields = parseFields(reader, 'a field after "sessionize"');
    const maxspan = reader.acceptWord('maxspan')
      ? { maxspan: parseDuration(reader, 'a duration after "maxspan"') }
      : {};
    return {
      kind: 'SessionizeCommand',
      fields,
      ...maxspan,
      ...(reader.acceptWord('as') && { alias: parseAlias(reader) }),
    };
  },
  print: ({ fields, maxspan, alias }) => [
    printFields('sessionize', fields),
    maxspan ? ` maxspan ${printDuration(maxspan)}` : '',
    alias ? ` as ${printAlias(alias)}` : '',
  ],
});
