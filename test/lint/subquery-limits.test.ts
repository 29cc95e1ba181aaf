import { subqueryLimits } from '../../src/lint/rules/subquery-limits.ts';
import { testRule } from '../support/test-rule.ts';

testRule(subqueryLimits, {
  valid: [
    "filter id in (SOURCE '/a' | filter k = 1 | fields id)",
    "join type=inner left=a right=b where a.id=b.id (SOURCE '/b')",
    "join type=left left=a right=b where a.id=b.id and a.t=b.t (SOURCE '/b')",
    "filter a in (SOURCE '/a' | fields a) and b in (SOURCE '/b' | fields b)",
    "join left=a right=b where {{condition}} (SOURCE '/b')",
  ],
  invalid: {
    "filter id in (SOURCE '/a' | filter k in (SOURCE '/b' | fields k) | fields id)":
      '                                        ^ A subquery may not hold another one.',
    "join left=a right=b where a.id>b.id (SOURCE '/b')":
      '                          ^^^^^^^^^ A join compares for equality only.',
    "join left=a right=b where a.id=b.id (SOURCE '/b') | join left=a right=c where a.id=c.id (SOURCE '/c')":
      '                                                    ^^^^ A query may have only one "join".',
    'join left=a right=b where a.id=b.id and a.x like "y" (SOURCE \'/b\')':
      '                                        ^^^^^^^^^^^^ A join compares for equality only.',
  },
});
