import { problemOfField } from '../field-use.ts';
import { locate } from '../../text/position.ts';
import type { Rule } from '../rule.ts';

export const noFieldBeforeParse: Rule = {
  code: 'no-field-before-parse',
  severity: 'error',
  summary: 'A field must be made before it is used.',
  explanation:
    'Commands run in the order in which they stand. A filter on a name that a later "parse" makes sees no value, ' +
    'unless the events happen to have a field of the same name.',
  examples: [
    {
      wrong: 'filter level = "ERROR" | parse @message "[*] *" as level, text',
      right: 'parse @message "[*] *" as level, text | filter level = "ERROR"',
    },
  ],
  create: (context) => ({
    Field(field, ancestors) {
      const problem = problemOfField(field, ancestors, context);
      if (problem?.kind !== 'later') return;
      const { command } = problem.at;
      // The manual lists a column first and lets OUTPUTNEW fill it.
      if (command.kind === 'LookupCommand' && command.mode === 'OUTPUTNEW') return;
      const { line } = locate(context.source.text, command.span.start);
      const isOpen = context.scopeOf(ancestors).isOpen;
      context.report(field, `Field "${field.name}" is made only later, in line ${line}.`, {
        // In an open scope the events may have a field of this name.
        severity: isOpen ? 'warning' : 'error',
        help: 'Move the command that makes it before this one.',
      });
    },
  }),
};
