import type { Rule } from '../rule.ts';

export const sortDirection: Rule = {
  code: 'sort-direction',
  severity: 'info',
  summary: 'A sort key should say its direction.',
  explanation: 'The manual does not say which direction is the default. With "asc" or "desc" nobody needs to know.',
  examples: [
    {
      wrong: 'stats count(*) as hits by srcaddr | sort hits',
      right: 'stats count(*) as hits by srcaddr | sort hits desc',
    },
  ],
  create: (context) => ({
    SortKey(key) {
      if (key.direction) return;
      context.report(key, `The direction of "${context.textOf(key)}" is not given.`, { help: 'Add "asc" or "desc".' });
    },
  }),
};
