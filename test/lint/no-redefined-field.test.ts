import { noRedefinedField } from '../../src/lint/rules/no-redefined-field.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noRedefinedField, {
  valid: [
    'fields coalesce(source, "unknown") as source | stats count(*) by source',
    'fields a | fields a as b',
    'fields a as a',
    'parse @message "user=* " as user | parse user "*@*" as name, host',
    'stats count(*) as hits by a | fields hits / 2 as half',
    'display a | fields upper as b',
    'fields @timestamp, concat(a, b) as c',
  ],
  invalid: {
    'fields source | fields coalesce(source, "unknown") as source | stats count(*) by source':
      '                                                      ^^^^^^ "source" already exists here; the new value hides it.',
    'parse @message "user=* " as user | parse @message "account=* " as user':
      '                                                                  ^^^^ "user" already exists here; the new value hides it.',
    'fields strlen(a) as n | fields strlen(b) as n':
      '                                            ^ "n" already exists here; the new value hides it.',
    'stats count(*) as hits by a | fields hits / 2 as hits':
      '                                                 ^^^^ "hits" already exists here; the new value hides it.',
    'parse @message /id=(?<id>\\d+)/ | parse @message /no=(?<id>\\d+)/':
      '                                                       ^^ "id" already exists here; the new value hides it.',
  },
});
