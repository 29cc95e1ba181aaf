import { typeOf } from '../../analysis/type-of.ts';
import type { Rule } from '../rule.ts';

export const countCondition: Rule = {
  code: 'count-condition',
  severity: 'warning',
  summary: 'count() of a condition counts every event; sum() counts where it holds.',
  explanation:
    'count(x) counts the events that have a value, and "false" is a value too. A condition is 1 or 0, so its sum is the number of hits.',
  examples: [
    { wrong: 'stats count(status >= 500) as failures by path', right: 'stats sum(status >= 500) as failures by path' },
    { wrong: 'stats count(ispresent(error)) as failures', right: 'stats count(error) as failures' },
  ],
  create: (context) => ({
    Call(call, ancestors) {
      const [argument] = call.args;
      if (call.name.text.toLowerCase() !== 'count' || !argument || argument.kind === 'Field') return;
      if (typeOf(argument, context.scopeOf(ancestors)) !== 'boolean') return;
      const text = context.textOf(argument);
      // The name of a column without an alias would change.
      const isNamed =
        ancestors.at(-1)?.kind === 'Item' && (ancestors.at(-1) as { alias?: unknown }).alias !== undefined;
      context.report(call, '"count" counts the events where the condition is false too.', {
        help: `Write sum(${text}).`,
        ...(isNamed && { fix: { description: 'Write sum()', edits: [{ span: call.name.span, text: 'sum' }] } }),
      });
    },
  }),
};
