import { noLostBackslash } from '../../src/lint/rules/no-lost-backslash.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noLostBackslash, {
  valid: [
    'parse @message /took (?<took>\\d+) ms/',
    'parse @message /(?<word>[a-d]+)/',
    'filter @message like /add+/',
    'parse @message /(?<a>ds+)/',
    'filter @message like /\\(d+\\)/',
  ],
  invalid: {
    'parse @message /took (?<took>d+) ms/': '                             ^^ "d+" matches the letter d.',
    'parse @message /user=(?<user>S+)/': '                             ^^ "S+" matches the letter S.',
    'filter @message like /id=(w+)/': '                          ^^ "w+" matches the letter w.',
    'parse @message /(?<a>d+) (?<b>S*?) /': [
      '                     ^^ "d+" matches the letter d.',
      '                              ^^^ "S*?" matches the letter S.',
    ].join('\n'),
    'parse @message /(?P<a>s+)x/': '                      ^^ "s+" matches the letter s.',
  },
});
