import { sourceFirst } from '../../src/lint/rules/source-first.ts';
import { testRule } from '../support/test-rule.ts';

testRule(sourceFirst, {
  valid: [
    "SOURCE logGroups(namePrefix: ['/aws/lambda']) | fields @message",
    'SOURCE "/a" | SOURCE "/b" | fields @message',
    'filter id in (SOURCE "/a" | fields id)',
    'fields source',
    'SOURCE "/a" | SOURCE "/b"',
  ],
  invalid: {
    "fields @message | SOURCE logGroups(namePrefix: ['/aws/lambda'])":
      '                  ^^^^^^ SOURCE may only begin a query.',
    'SOURCE "/a" | fields @message | SOURCE "/b"':
      '                                ^^^^^^ SOURCE may only begin a query.',
    'stats count(*) by a | SOURCE "/b"': '                      ^^^^^^ SOURCE may only begin a query.',
  },
});
