import { noTrailingLazyGroup } from '../../src/lint/rules/no-trailing-lazy-group.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noTrailingLazyGroup, {
  valid: [
    'parse @message /latency=(?<latency>\\S+)/',
    'parse @message /user=(?<user>.*?) /',
    'parse @message /(?<a>.*?)$/',
    'parse @message /(?<a>x\\*?)/',
    'parse @message /(?<q>what\\+?)/',
  ],
  invalid: {
    'parse @message /latency=(?<latency>.*?)/':
      '                                    ^^^ A lazy group at the end of the pattern captures nothing.',
    'parse @message /user=(?<user>.+?)/':
      '                              ^^^ A lazy group at the end of the pattern captures only one character.',
    'parse @message /(?<a>\\d+) (?<b>[^"]*?)/':
      '                                   ^^^ A lazy group at the end of the pattern captures nothing.',
    'parse @message /(?<a>\\d+)(?<b>x??)/':
      '                               ^^^ A lazy group at the end of the pattern captures nothing.',
  },
});
