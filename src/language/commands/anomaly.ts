import { defineCommand } from '../command-definition.ts';

/** anomaly = "anomaly" */
export const anomaly = defineCommand({
  kind: 'AnomalyCommand',
  keyword: 'anomaly',
  summary: 'Finds unusual patterns.',
  syntax: 'anomaly',
  since: '2024',
  notes: ['It follows pattern.'],
  examples: ['anomaly'],
  parse: () => ({ kind: 'AnomalyCommand' }),
  print: () => 'anomaly',
});
