import { findFunction, functionNames } from '../../functions/table.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import type { Rule } from '../rule.ts';

/** What people call functions that exist under other names, or not at all. */
const otherNames: Readonly<Record<string, string>> = {
  median: 'Write pct(field, 50).',
  percentile: 'Write pct(field, 95).',
  p95: 'Write pct(field, 95).',
  mean: 'Write avg(field).',
  mode: 'Write stats count(*) as n by field and sort by n.',
  list: 'Write values(field).',
  first: 'Write earliest(field) or sortsFirst(field).',
  last: 'Write latest(field) or sortsLast(field).',
  stdev: 'Write stddev(field).',
  distinct_count: 'Write count_distinct(field).',
  dcount: 'Write count_distinct(field).',
  any_value: 'Write latest(field).',
  contains: 'Write strcontains(field, "text") or field like "text".',
  length: 'Write strlen(field).',
  len: 'Write strlen(field).',
  lower: 'Write tolower(field).',
  upper: 'Write toupper(field).',
  isnull: 'Write not ispresent(field).',
  isnotnull: 'Write ispresent(field).',
  exists: 'Write ispresent(field).',
  tostring: 'Values are text where text is needed: use the field as it is.',
};

export const noUnknownFunction: Rule = {
  code: 'no-unknown-function',
  severity: 'error',
  summary: 'A call must name a function of the query language.',
  explanation:
    'The service refuses a query that calls a function it does not have. Names match without regard to case.',
  examples: [
    { wrong: 'filter strlenn(@message) > 300', right: 'filter strlen(@message) > 300' },
    { wrong: 'stats median(@duration) by bin(5m)', right: 'stats pct(@duration, 50) by bin(5m)' },
  ],
  create: (context) => ({
    Call({ name }) {
      if (findFunction(name.text)) return;
      const help = otherNames[name.text.toLowerCase()];
      const hint = help === undefined ? didYouMean(name.text, functionNames) : '';
      context.report(name, `Unknown function "${name.text}".${hint}`, help === undefined ? {} : { help });
    },
  }),
};
