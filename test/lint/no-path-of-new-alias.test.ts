import { noPathOfNewAlias } from '../../src/lint/rules/no-path-of-new-alias.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noPathOfNewAlias, {
  valid: [
    'fields jsonParse(@message) as event | fields event.user as user',
    'fields event, event.user as user',
    'fields a as b, b as c',
    'display jsonParse(@message) as e, f.g',
  ],
  invalid: {
    'fields jsonParse(@message) as event, event.user as user':
      '                                     ^^^^^^^^^^ "event" is made in the same command, where its parts cannot be read yet.',
    'display jsonParse(@message) as e, strlen(e.name) as n':
      '                                         ^^^^^^ "e" is made in the same command, where its parts cannot be read yet.',
    'fields a, jsonParse(b) as c, c.d.e':
      '                             ^^^^^ "c" is made in the same command, where its parts cannot be read yet.',
  },
});
