import { countCondition } from '../../src/lint/rules/count-condition.ts';
import { testRule } from '../support/test-rule.ts';

testRule(countCondition, {
  valid: [
    'stats count(error)',
    'stats sum(status >= 500) as failures',
    'stats count(*) as n',
    'stats count(if(status >= 500, 1, missing)) as n',
    'stats count_distinct(a = 1)',
    'stats count(strlen(a))',
    'stats count()',
  ],
  invalid: {
    'stats count(status >= 500) as failures by path':
      '      ^^^^^^^^^^^^^^^^^^^^ "count" counts the events where the condition is false too.',
    'stats count(ispresent(error))':
      '      ^^^^^^^^^^^^^^^^^^^^^^^ "count" counts the events where the condition is false too.',
    'stats count(@message like "ERROR") / count(*) as share':
      '      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "count" counts the events where the condition is false too.',
    'stats count(not a) as n': '      ^^^^^^^^^^^^ "count" counts the events where the condition is false too.',
  },
  fixed: {
    'stats count(status >= 500) as failures by path': 'stats sum(status >= 500) as failures by path',
  },
});
