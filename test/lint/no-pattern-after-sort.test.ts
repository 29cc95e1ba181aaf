import { noPatternAfterSort } from '../../src/lint/rules/no-pattern-after-sort.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noPatternAfterSort, {
  valid: [
    'pattern @message | sort @sampleCount desc',
    'filter a = 1 | pattern @message | sort @ratio desc | limit 5',
    'sort @timestamp desc | limit 5',
    'pattern @message',
  ],
  invalid: {
    'filter @message like "ERROR" | sort @timestamp desc | pattern @message':
      '                                                      ^^^^^^^ "pattern" may not follow "sort".',
    'sort a asc | pattern a': '             ^^^^^^^ "pattern" may not follow "sort".',
    'sort @timestamp desc | limit 1000 | pattern @message':
      '                                    ^^^^^^^ "pattern" may not follow "sort".',
  },
});
