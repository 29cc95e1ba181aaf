import { declaredParameters } from '../../src/lint/rules/declared-parameters.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  declaredParameters,
  {
    parameters: ['level', 'rows'],
    valid: [
      'filter level = {{level}} | limit {{rows}}',
      'filter @message like "{{level}}" | limit {{rows}}',
      'filter @message like /{{level}}/ # not {{this}} one\n| limit {{rows}}',
    ],
    invalid: {
      'filter level = {{levl}} | limit {{rows}}': [
        '^ [warning] Parameter "level" is declared but never used.',
        '               ^^^^^^^^ Parameter "levl" is not declared. Did you mean "level"?',
      ].join('\n'),
      'filter level = {{level}}': '^ [warning] Parameter "rows" is declared but never used.',
      'filter host = {{machine}} and level = {{level}} | limit {{rows}}':
        '              ^^^^^^^^^^^ Parameter "machine" is not declared.',
    },
  },
  {
    parameters: [
      'p0',
      'p1',
      'p2',
      'p3',
      'p4',
      'p5',
      'p6',
      'p7',
      'p8',
      'p9',
      'p10',
      'p11',
      'p12',
      'p13',
      'p14',
      'p15',
      'p16',
      'p17',
      'p18',
      'p19',
      'p20',
    ],
    valid: [],
    invalid: {
      'filter a in [{{p0}}, {{p1}}, {{p2}}, {{p3}}, {{p4}}, {{p5}}, {{p6}}, {{p7}}, {{p8}}, {{p9}}, {{p10}}, {{p11}}, {{p12}}, {{p13}}, {{p14}}, {{p15}}, {{p16}}, {{p17}}, {{p18}}, {{p19}}, {{p20}}]':
        '^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A saved query may have 20 parameters, not 21.',
    },
  },
  {
    valid: ['filter level = {{anything}}'],
    invalid: {},
  },
);
