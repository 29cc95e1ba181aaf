import { noDeprecatedCommand } from '../../src/lint/rules/no-deprecated-command.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noDeprecatedCommand, {
  valid: ['limit 20', 'fields head, tail | limit 5', 'stats count(*) as head by tail'],
  invalid: {
    'fields @message | sort @timestamp desc | head 5':
      '                                         ^^^^ "head" is deprecated.',
    'tail 10': '^^^^ "tail" is deprecated.',
    'filter level = "ERROR"\n| HEAD 3': '  ^^^^ "head" is deprecated.',
  },
  fixed: {
    'fields @message | head 5': 'fields @message | limit 5',
  },
});
