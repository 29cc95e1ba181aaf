import { topkAlone } from '../../src/lint/rules/topk-alone.ts';
import { testRule } from '../support/test-rule.ts';

testRule(topkAlone, {
  valid: [
    'stats topk(10, path)',
    'stats count(*) by path',
    'fields topk',
    'stats topk({{k}}, path)',
    'stats max(a), count(b)',
  ],
  invalid: {
    'stats topk(10, path) by host': '      ^^^^^^^^^^^^^^ "topk" cannot be combined with groups.',
    'stats topk(10, path), count(*)': '      ^^^^^^^^^^^^^^ "topk" cannot be combined with other results.',
    'stats topk(0, path)': '           ^ "topk" takes 1 to 10,000 values, not 0.',
    'stats topk(20000, path)': '           ^^^^^ "topk" takes 1 to 10,000 values, not 20000.',
  },
});
