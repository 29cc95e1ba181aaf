import { documentedSpelling } from '../../src/lint/rules/documented-spelling.ts';
import { testRule } from '../support/test-rule.ts';

testRule(documentedSpelling, {
  valid: [
    'filter level = "ERROR"',
    'filter path =~ /x/',
    'stats count(*) by bin(5m), group',
    'SORT @timestamp desc',
    'stats count(*) by datefloor(@timestamp, 1h)',
    'filter "a == b" = c',
    'stats count(*) as n',
    'filter path like "x"',
  ],
  invalid: {
    'filter level == "ERROR"': '             ^^ "==" is not documented.',
    'fields @message | sort by @timestamp desc': '                  ^^^^^^^ "sort by" is not documented.',
    'stats count(*) group by level': '               ^^^^^^^^ "group by" is not documented.',
    'filter path ~= "x"': '            ^^ "~=" is not documented.',
    'filter path ~= /x/': '            ^^ "~=" is not documented.',
    'stats count(*) by bin(@timestamp, 1h)':
      '                  ^^^^^^^^^^^^^^^^^^^ "bin" with two arguments is not documented.',
    'stats count(*) by bin(@timestamp, 1h) as hour':
      '                  ^^^^^^^^^^^^^^^^^^^ "bin" with two arguments is not documented.',
    'stats count(*) by bin(start, 1h) as hour':
      '                  ^^^^^^^^^^^^^^ "bin" with two arguments is not documented.',
    'stats avg(a) as b\n  GROUP BY c, d': '  ^^^^^^^^ "GROUP BY" is not documented.',
  },
  fixed: {
    'filter level == "ERROR" and path ~= "x" or path ~= /y/': 'filter level = "ERROR" and path like "x" or path =~ /y/',
    'stats count(*) as n group by level | sort by n desc': 'stats count(*) as n by level | sort n desc',
    'stats count(*) by bin(@timestamp, 1h) as hour': 'stats count(*) by bin(1h) as hour',
    'fields bin(start, 1h) as hour, strlen(bin(@timestamp, 5m)) as n':
      'fields datefloor(start, 1h) as hour, strlen(bin(5m)) as n',
  },
});
