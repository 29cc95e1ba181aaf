import { sortDirection } from '../../src/lint/rules/sort-direction.ts';
import { testRule } from '../support/test-rule.ts';

testRule(sortDirection, {
  valid: ['sort @timestamp desc', 'sort a asc, b desc', 'sort `a b` ASC'],
  invalid: {
    'stats count(*) as hits by srcaddr | sort hits':
      '                                         ^^^^ The direction of "hits" is not given.',
    'sort a, b desc': '     ^ The direction of "a" is not given.',
    'sort strlen(@message)': '     ^^^^^^^^^^^^^^^^ The direction of "strlen(@message)" is not given.',
  },
});
