import type { SourceArgument, SourceSelector } from '../../language/command-nodes.ts';
import type { Rule } from '../rule.ts';

interface SourceLimit {
  readonly selector: string;
  /** Of a named argument; absent for the bare list. */
  readonly argument?: string;
  readonly most: number;
  readonly what: string;
}

const limits: readonly SourceLimit[] = [
  { selector: 'loggroups', argument: 'nameprefix', most: 5, what: 'name prefixes' },
  { selector: 'loggroups', argument: 'accountidentifier', most: 20, what: 'accounts' },
  { selector: 'loggroups', argument: 'accountidentifiers', most: 20, what: 'accounts' },
  { selector: 'datasource', most: 10, what: 'data sources' },
];

export const sourceLimits: Rule = {
  code: 'source-limits',
  severity: 'error',
  summary: 'SOURCE takes 5 name prefixes, 20 accounts and 10 data sources at most.',
  explanation: 'The service refuses a SOURCE that lists more, and one that selects more than 10,000 log groups.',
  examples: [
    {
      wrong: "SOURCE logGroups(namePrefix: ['/a', '/b', '/c', '/d', '/e', '/f']) | fields @message | limit 20",
      right: "SOURCE logGroups(namePrefix: ['/a', '/b', '/c', '/d', '/e']) | fields @message | limit 20",
    },
  ],
  create: (context) => ({
    SourceSelector(selector) {
      for (const argument of selector.arguments) {
        const limit = limitOf(selector, argument);
        if (!limit || argument.value.kind !== 'List' || argument.value.items.length <= limit.most) continue;
        const count = argument.value.items.length;
        context.report(argument.value, `SOURCE takes at most ${limit.most} ${limit.what}, not ${count}.`);
      }
    },
  }),
};

function limitOf({ name }: SourceSelector, argument: SourceArgument): SourceLimit | undefined {
  const argumentName = argument.name?.text.toLowerCase();
  return limits.find((limit) => limit.selector === name.text.toLowerCase() && limit.argument === argumentName);
}
