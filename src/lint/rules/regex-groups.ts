import { regexGroups as groupsOf } from '../../analysis/regex-groups.ts';
import type { Rule } from '../rule.ts';

export const regexGroups: Rule = {
  code: 'regex-groups',
  severity: 'error',
  summary: 'The regular expression of "parse" must have named groups.',
  explanation:
    'Each group "(?<name>…)" becomes a field. Groups without a name make nothing, and naming them after "as" is not documented.',
  examples: [
    { wrong: 'parse @message /user=(\\S+)/', right: 'parse @message /user=(?<user>\\S+)/' },
    { wrong: 'parse @message /took \\d+ ms/', right: 'parse @message /took (?<milliseconds>\\d+) ms/' },
  ],
  create: (context) => ({
    ParseRegex({ pattern, names }) {
      if (pattern.pattern.includes('{{')) return;
      const groups = groupsOf(pattern.pattern);
      if (groups.some(({ name }) => name !== undefined)) return;
      const unnamed = groups.length;
      if (unnamed === 0) {
        context.report(pattern, 'The regular expression has no group, so "parse" makes no field.', {
          help: 'Put what you want into a named group: (?<name>…).',
        });
      } else if (names.length === 0) {
        context.report(pattern, 'The regular expression has no named group, so "parse" makes no field.', {
          help: 'Name the groups: (?<name>…).',
        });
      } else if (names.length !== unnamed) {
        context.report(pattern, `The regular expression has ${unnamed} groups for ${names.length} names.`, {
          severity: 'warning',
          help: 'Name the groups: (?<name>…).',
        });
      } else {
        context.report(pattern, 'Groups named after "as" are not documented.', {
          severity: 'info',
          help: 'Name the groups in the pattern: (?<name>…).',
        });
      }
    },
  }),
};
