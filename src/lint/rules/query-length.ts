import type { Rule } from '../rule.ts';

/** Characters of a query that the service takes. */
const mostCharacters = 10_000;

export const queryLength: Rule = {
  code: 'query-length',
  severity: 'error',
  summary: 'A query must not be longer than 10,000 characters.',
  explanation: 'The service refuses a longer text. Comments and white space count.',
  examples: [
    {
      wrong: `filter userId in [${Array.from({ length: 1200 }, (_, index) => `"u-${1000 + index}"`).join(', ')}]\n| stats count(*)`,
      right: 'filter userId in ["u-1000", "u-1001"] | stats count(*)',
    },
  ],
  create: (context) => ({
    Query(_query, ancestors) {
      const { text } = context.source;
      if (ancestors.length > 0 || text.trimEnd().length <= mostCharacters) return;
      context.report(
        { start: mostCharacters, end: text.trimEnd().length },
        `The query has ${text.trimEnd().length} characters; the service takes ${mostCharacters}.`,
        { help: 'Take comments and unneeded parts away, or split the query.' },
      );
    },
  }),
};
