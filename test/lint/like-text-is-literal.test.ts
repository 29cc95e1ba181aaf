import { likeTextIsLiteral } from '../../src/lint/rules/like-text-is-literal.ts';
import { testRule } from '../support/test-rule.ts';

testRule(likeTextIsLiteral, {
  valid: [
    'filter @message like "Timeout"',
    'filter @message like /(?i)timeout/',
    'filter @message like "100%"',
    'filter @message like "a * b"',
    'filter path like "/api/*"',
    'filter @message =~ "x.*"',
    'filter @message like "C:\\data"',
    'filter a like {{x}}',
    'filter @message like "50 %"',
    'filter @message like "%s"',
    'filter @message like "%"',
  ],
  invalid: {
    'filter @message like "%Timeout%"':
      '                     ^^^^^^^^^^^ "%" is searched as it stands: a string after "like" has no wildcards.',
    'filter @message like "(?i)timeout"':
      '                     ^^^^^^^^^^^^^ "(?i)" is searched as it stands: a string after "like" has no wildcards.',
    'filter @message like "user.*failed"':
      '                     ^^^^^^^^^^^^^^ ".*" is searched as it stands: a string after "like" has no wildcards.',
    'filter @message not like "*Timeout*"':
      '                         ^^^^^^^^^^^ "*" is searched as it stands: a string after "like" has no wildcards.',
    'filter @message like "id \\d+"':
      '                     ^^^^^^^^ "\\d" is searched as it stands: a string after "like" has no wildcards.',
    'filter host like "web%"':
      '                 ^^^^^^ "%" is searched as it stands: a string after "like" has no wildcards.',
  },
});
