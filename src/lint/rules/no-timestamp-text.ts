import { findField } from '../../analysis/scope.ts';
import { comparedValues, isString } from '../place.ts';
import type { Rule } from '../rule.ts';

export const noTimestampText: Rule = {
  code: 'no-timestamp-text',
  severity: 'error',
  summary: '@timestamp must not be compared with a date as text.',
  explanation:
    'The service does not compare a timestamp with text. Choose the time range where you run the query; ' +
    'inside it compare toMillis(@timestamp) with a number of milliseconds.',
  examples: [
    {
      wrong: 'filter @timestamp > "2026-11-20 10:00:00" | limit 20',
      right: 'filter toMillis(@timestamp) > 1795168800000 | limit 20',
    },
  ],
  create: (context) => ({
    Binary(node, ancestors) {
      for (const { field, value } of comparedValues(node)) {
        if (!isString(value) || !/^\d{4}-\d\d/.test(value.value)) continue;
        if (findField(context.scopeOf(ancestors), field.name)?.type !== 'timestamp') continue;
        const milliseconds = Date.parse(
          value.value.replace(/^(\S+) (\S+)$/, '$1T$2') + (/[zZ]$|[+-]\d\d:?\d\d$/.test(value.value) ? '' : 'Z'),
        );
        context.report(value, `A timestamp is not compared with text such as "${value.value}".`, {
          help: Number.isNaN(milliseconds)
            ? 'Choose the time range where you run the query.'
            : `Write toMillis(${context.textOf(field)}) ${node.operator} ${milliseconds}, or choose the time range where you run the query.`,
        });
      }
    },
  }),
};
