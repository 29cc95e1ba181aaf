import { text, type Topic } from '../topic.ts';

/** What the parser reports, by code: what it means and what to do. */
const syntaxErrors: Readonly<Record<string, readonly [meaning: string, advice: string]>> = {
  syntax: ['Something else was expected at this place.', 'The message says what could stand there.'],
  'empty-query': ['There is no command.', 'Begin with a command such as fields, filter or stats.'],
  'empty-stage': ['Nothing stands between two pipes.', 'Take one pipe away.'],
  'trailing-pipe': ['The query ends with a pipe.', 'Take the pipe away, or write the command that was to follow.'],
  'missing-pipe': ['A command begins without a pipe before it.', 'Write | before it.'],
  'pipe-in-list': [
    'A list of names goes on behind a pipe, and a pipe begins a new command even at the start of a line.',
    'Break the line behind a comma, without a pipe.',
  ],
  'trailing-comma': ['A list ends with a comma.', 'Take the comma away, or write the entry that was to follow.'],
  'unknown-command': [
    'The first word of a stage is no command that flowq knows.',
    'If the service knows it, the query runs there as it stands; on files flowq refuses it.',
  ],
  'unknown-option': [
    'The command does not take an option of this name or value.',
    '"flowq explain COMMAND" shows its options.',
  ],
  'unclosed-string': ['A text has no closing quote.', 'Write the quote where the text ends.'],
  'unclosed-regex': [
    'A regular expression has no closing slash.',
    'Write the slash where it ends; a slash inside is written \\/.',
  ],
  'unclosed-name': ['A name in backticks has no closing backtick.', 'Write it where the name ends.'],
  'unclosed-bracket': ['A bracket is not closed.', 'Write the closing bracket.'],
  'unquoted-name': [
    'A name with a hyphen stands without backticks.',
    'Write `account-id`, or account_id if that is its name.',
  ],
  'typographic-quote': ['A quote is one of the curved kind that text editors make.', 'Write a straight one: " or \'.'],
  'foreign-comment': ['// and /* do not begin a comment here.', 'Write # instead.'],
  'foreign-operator': ['The operator belongs to another language.', 'The message says what to write here.'],
  'chained-comparison': ['Two comparisons share a value, as in 1 < a < 5.', 'Write a > 1 and a < 5.'],
  'misplaced-regex': [
    'A regular expression stands where a value is needed.',
    'It may follow like and =~, and give the pattern of parse. Functions such as regexReplace take it as a text in quotes.',
  ],
  'regex-flags': ['Letters stand behind a regular expression.', 'Flags go inside: /(?i)text/.'],
  'invalid-number': ['This is no number and no duration.', 'Write 42, 1.5 or 5m.'],
  'nested-too-deeply': ['Parentheses are nested more than 200 deep.', 'Split the expression over several commands.'],
};

/** What the parser can report. */
export function syntaxErrorTopics(): Topic[] {
  return Object.entries(syntaxErrors).map(([name, [summary, advice]]) => ({
    kind: 'syntax error',
    name,
    aliases: [],
    summary,
    sections: [{ title: 'What to do', entries: [text(advice)] }],
  }));
}
