import type { Field, Node } from '../../language/ast.ts';
import { newNameOf, problemOfField } from '../field-use.ts';
import { keywordSpan, namesInWords } from '../place.ts';
import type { Rule } from '../rule.ts';

export const noFieldAfterStats: Rule = {
  code: 'no-field-after-stats',
  severity: 'error',
  summary: 'After "stats" only its groups and results exist.',
  explanation:
    'A "stats" replaces the events by one row per group: the group keys and the results of its functions. ' +
    'Filter on other fields before it, add them to "by", or hand a value on with "latest(field) as field".',
  examples: [
    {
      wrong: 'stats count(*) as hits by srcAddr | filter action = "REJECT"',
      right: 'filter action = "REJECT" | stats count(*) as hits by srcAddr',
    },
    {
      wrong: 'stats sum(bytes) as total by srcAddr | display srcAddr, dstAddr, total',
      right: 'stats sum(bytes) as total by srcAddr, dstAddr | display srcAddr, dstAddr, total',
    },
  ],
  create: (context) => ({
    Field(field, ancestors) {
      if (ancestors.at(-1)?.kind === 'SortKey') return;
      const problem = problemOfField(field, ancestors, context);
      if (problem?.kind !== 'dropped') return;
      const newName = newNameOf(field.name, problem.at);
      if (newName !== undefined) {
        context.report(field, `After the "stats" field "${field.name}" is called "${newName}".`, {
          severity: 'warning',
          help: `Write ${newName}.`,
        });
        return;
      }
      const command = context.textOf(keywordSpan(problem.at.command, context.source.text));
      const left = namesInWords([...problem.at.output.fields.keys()].slice(0, 12));
      context.report(field, `Field "${field.name}" does not exist after "${command}", which leaves ${left}.`, {
        help: adviceFor(field, ancestors),
      });
    },
  }),
};

function adviceFor({ name }: Field, ancestors: readonly Node[]): string {
  return ancestors.some(({ kind }) => kind === 'FilterCommand')
    ? 'Filter on it before the "stats".'
    : `Add it to "by", or hand it on with latest(${name}) as … in the "stats".`;
}
