import type { Expression } from '../../language/ast.ts';
import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const subqueryLimits: Rule = {
  code: 'subquery-limits',
  severity: 'error',
  summary: 'A query may have one "join", and a subquery may hold no other.',
  explanation: 'The service takes one "join" in a query, compares for equality only, and does not nest subqueries.',
  examples: [
    {
      wrong: "filter id in (SOURCE '/a' | filter k in (SOURCE '/b' | fields k) | fields id) | limit 20",
      right: "filter id in (SOURCE '/a' | filter k = 1 | fields id) | limit 20",
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      for (const extra of commands.filter(({ kind }) => kind === 'JoinCommand').slice(1)) {
        context.report(keywordSpan(extra, context.source.text), 'A query may have only one "join".');
      }
    },
    Subquery(subquery, ancestors) {
      if (!ancestors.some(({ kind }) => kind === 'Subquery')) return;
      context.report(
        { start: subquery.span.start, end: subquery.span.start + 1 },
        'A subquery may not hold another one.',
        {
          help: 'Run the inner query first and write its result as a list.',
        },
      );
    },
    JoinCommand({ condition }) {
      const wrong = firstThatIsNotEquality(condition);
      if (wrong) {
        context.report(wrong, 'A join compares for equality only.', {
          help: 'Filter after the join.',
        });
      }
    },
  }),
};

function firstThatIsNotEquality(condition: Expression): Expression | undefined {
  if (condition.kind !== 'Binary') return condition.kind === 'Placeholder' ? undefined : condition;
  if (condition.operator === 'and')
    return firstThatIsNotEquality(condition.left) ?? firstThatIsNotEquality(condition.right);
  return condition.operator === '=' ? undefined : condition;
}
