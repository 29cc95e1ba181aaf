import { binWidth } from '../../src/lint/rules/bin-width.ts';
import { expect, it } from 'vitest';
import { findingsOf, testRule } from '../support/test-rule.ts';

testRule(binWidth, {
  valid: [
    'stats count(*) by bin(5m)',
    'stats count(*) by bin(60s)',
    'stats count(*) by bin(30d)',
    'fields datefloor(@timestamp, 24h) as day',
    'stats count(*) by bin(1 mo)',
  ],
  invalid: {
    'stats count(*) by bin(300s)': '                      ^^^^ "300s" is cut to 60s, the most that seconds can say.',
    'stats count(*) by bin(48h)': '                      ^^^ "48h" is cut to 24h, the most that hours can say.',
    'stats count(*) by bin(90m)': '                      ^^^ "90m" is cut to 60m, the most that minutes can say.',
    'stats count(*) by bin(0m)': '                      ^^ [error] A width of "0m" holds no time.',
    'stats count(*) by bin(1500ms)':
      '                      ^^^^^^ "1500ms" is cut to 1000ms, the most that milliseconds can say.',
    'stats count(*) by bin(61s)': '                      ^^^ "61s" is cut to 60s, the most that seconds can say.',
    'stats count(*) by datefloor(@timestamp, 86400s)':
      '                                        ^^^^^^ "86400s" is cut to 60s, the most that seconds can say.',
    'stats count(*) by bin(300s) | sort `bin(300s)` asc':
      '                      ^^^^ "300s" is cut to 60s, the most that seconds can say.',
  },
  fixed: {
    'stats count(*) by bin(300s)': 'stats count(*) by bin(5m)',
    'stats count(*) by bin(48h)': 'stats count(*) by bin(2d)',
    'stats count(*) by bin(120000ms)': 'stats count(*) by bin(2m)',
  },
});

it('leaves a width that is part of a name in use', async () => {
  const query = 'stats count(*) by bin(300s) | sort `bin(300s)` asc';
  const [finding] = await findingsOf(binWidth, query);
  expect(finding).toMatchObject({ help: 'Write 5m.' });
  expect(finding!.fix).toBeUndefined();
});
