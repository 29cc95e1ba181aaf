import { memoryUnits } from '../../src/lint/rules/memory-units.ts';
import { testRule } from '../support/test-rule.ts';

testRule(memoryUnits, {
  valid: [
    'stats max(@memorySize / 1000 / 1000) as provisioned',
    'fields bytes / 1024 / 1024 as megabytes',
    'fields @memorySize / 10',
    'fields 1024 / @memorySize',
    'fields strlen() / 1024',
    'fields 5 / 1024 as x',
  ],
  invalid: {
    'stats max(@memorySize / 1024 / 1024) as provisioned':
      '          ^^^^^^^^^^^^^^^^^^^^^^^^^ "@memorySize" counts in units of 1000, not of 1024.',
    'fields @maxMemoryUsed / 1048576 as used':
      '       ^^^^^^^^^^^^^^^^^^^^^^^^ "@maxMemoryUsed" counts in units of 1000, not of 1024.',
    'stats max(@maxMemoryUsed) / 1024 / 1024 as used by @log':
      '      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "@maxMemoryUsed" counts in units of 1000, not of 1024.',
    'fields (@memorySize - @maxMemoryUsed) / 1024':
      '       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "@memorySize" counts in units of 1000, not of 1024.',
  },
});
