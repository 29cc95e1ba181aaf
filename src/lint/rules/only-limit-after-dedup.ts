import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const onlyLimitAfterDedup: Rule = {
  code: 'only-limit-after-dedup',
  severity: 'error',
  summary: 'Only "limit" may follow "dedup".',
  explanation:
    'The service refuses any other command after "dedup" ("unexpected symbol found sort"). Sort before it: ' +
    '"dedup" keeps the first row of each kind in the order it gets.',
  examples: [
    {
      wrong: 'fields @timestamp, host | dedup host | sort @timestamp desc',
      right: 'fields @timestamp, host | sort @timestamp desc | dedup host',
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      const dedup = commands.findIndex(({ kind }) => kind === 'DedupCommand');
      if (dedup < 0) return;
      const wrong = commands.slice(dedup + 1).find(({ kind }) => !allowed.has(kind));
      if (!wrong) return;
      const span = keywordSpan(wrong, context.source.text);
      const isChoice = wrong.kind === 'FieldsCommand' || wrong.kind === 'DisplayCommand';
      context.report(span, `"${context.textOf(span)}" may not follow "dedup"; only "limit" may.`, {
        // The manual forbids it and shows it once.
        ...(isChoice && { severity: 'warning' }),
        help: 'Move it before the "dedup".',
      });
    },
  }),
};

const allowed: ReadonlySet<string> = new Set(['LimitCommand', 'EstimateCommand', 'UnknownCommand']);
