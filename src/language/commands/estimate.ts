import { defineCommand } from '../command-definition.ts';

/** estimate = "estimate" */
export const estimate = defineCommand({
  kind: 'EstimateCommand',
  keyword: 'estimate',
  summary: 'Estimates how many bytes the query would scan, and runs nothing.',
  syntax: 'estimate',
  since: '2026',
  notes: ['It is the last command.'],
  examples: ['estimate'],
  parse: () => ({ kind: 'EstimateCommand' }),
  print: () => 'estimate',
});
