import type { OperatorDefinition } from './operators.ts';

/** What can be written for a value, and what else stands in a query beside commands and operators. */
export const literals: readonly OperatorDefinition[] = [
  {
    name: 'string',
    aliases: ['text', 'quotes', '"', "'"],
    syntax: '"text" | \'text\'',
    summary: 'A text, in double or single quotes.',
    notes: ['Inside one kind of quotes the other needs no escape.', 'A word without quotes is a field.'],
    examples: ['filter level = "ERROR"'],
  },
  {
    name: 'duration',
    aliases: ['period', 'interval'],
    syntax: '5m | 1h | 30s | 7d',
    summary: 'A length of time: a number and a unit, without quotes.',
    notes: [
      'Units: ms, s, m, h, d, w, mo, q, y and their longer spellings.',
      'At most 1000 ms, 60 s, 60 m, 24 h: a larger amount is cut to that, so 300s is one minute.',
    ],
    examples: ['stats count(*) by bin(5m)'],
  },
  {
    name: 'regex',
    aliases: ['regular expression', 'regexp', '//'],
    syntax: '/pattern/',
    summary: 'A regular expression between slashes, by the rules of RE2.',
    notes: [
      'It matches anywhere; ^ and $ tie it to the beginning and the end.',
      '(?i) at the beginning makes upper and lower case alike; flags behind the last slash are not known.',
      'A slash inside is written \\/.',
      'There are no lookaheads, lookbehinds or back-references.',
    ],
    examples: ['parse @message /user=(?<user>\\S+)/', 'filter @message like /(?i)timeout/'],
  },
  {
    name: 'comment',
    aliases: ['#'],
    syntax: '# text',
    summary: 'What stands behind # up to the end of the line is not read.',
    notes: ['Lines at the head of a saved query may hold its title, description, tags and format.'],
    examples: ['# refused connections\nfilter action = "REJECT"'],
  },
  {
    name: 'parameter',
    aliases: ['{{}}', 'placeholder'],
    syntax: '{{name}}',
    summary: 'A place in a saved query into which the service puts a value.',
    notes: [
      'The value is put into the text before it is read: a text needs its quotes, in the query or in the value.',
      'A saved query may have 20.',
    ],
    examples: ['filter level = {{level}} | limit 20'],
  },
  {
    name: 'backticks',
    aliases: ['`', 'name'],
    syntax: '`name`',
    summary: 'Enclose a name that holds anything but letters, digits, @, dots and underscores.',
    notes: ['Names tell upper from lower case.', 'A result without an alias is called by its text: `count(*)`.'],
    examples: ['fields `x-amzn-trace-id`', 'stats count(*) by level | sort `count(*)` desc'],
  },
];
