import { readsMessage } from '../../analysis/parse-definitions.ts';
import { namesOfFormatParse } from '../format-parse.ts';
import type { Rule } from '../rule.ts';

export const starCount: Rule = {
  code: 'star-count',
  severity: 'error',
  summary: 'A glob in "parse" must have a star for every name.',
  explanation:
    'Each "*" of the pattern gives its text to the name at the same place after "as". ' +
    'One name with no star is the exception: it takes the text that follows the literal.',
  examples: [
    { wrong: 'parse @message "[*] *" as level', right: 'parse @message "[*] *" as level, text' },
    { wrong: 'parse @message "user=*" as user, method', right: 'parse @message "user=*, method=*" as user, method' },
  ],
  create: (context) => ({
    ParseCommand(command) {
      const { mode } = command;
      if (mode.kind !== 'ParseGlob' || mode.pattern.kind !== 'StringLiteral') return;
      const { pattern, names } = mode;
      const stars = pattern.value.split('*').length - 1;
      if (stars === names.length || (stars === 0 && names.length === 1)) return;
      // A parameter's value may hold stars.
      if (pattern.value.includes('{{')) return;
      // With a known format it is told what the format has.
      if (context.format && readsMessage(command) && namesOfFormatParse(mode, context.format)) return;
      context.report(pattern, `The pattern has ${inWords(stars, 'star')} for ${inWords(names.length, 'name')}.`, {
        help:
          stars > names.length
            ? `Add ${inWords(stars - names.length, 'name')} after "as", or take as many stars away.`
            : `Add ${inWords(names.length - stars, 'star')} to the pattern, or take as many names away.`,
      });
    },
  }),
};

function inWords(count: number, word: string): string {
  return `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`;
}
