import { definitionOf } from '../definitions.ts';
import { isString } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Fields that CloudWatch indexes by itself in every log group of the standard class. */
const indexedEverywhere: ReadonlySet<string> = new Set([
  '@logStream',
  '@aws.region',
  '@aws.account',
  '@source.log',
  '@data_source_name',
  '@data_source_type',
  '@data_format',
  'traceId',
  'severityText',
  'attributes.session.id',
]);

/** Fields of flow logs that CloudWatch indexes by itself, by the names in the format. */
const indexedInFlowLogs: ReadonlySet<string> = new Set(['action', 'log-status', 'region', 'flow-direction', 'type']);

export const preferEquals: Rule = {
  code: 'prefer-equals',
  severity: 'info',
  summary: 'A whole value of an indexed field is found faster and cheaper with "=".',
  explanation:
    'CloudWatch skips data that cannot match for "=" and "in" on an indexed field, and you pay only for what it reads. ' +
    '"like" reads everything. Several fields are indexed by default, such as @logStream, and action in VPC flow logs.',
  examples: [
    {
      wrong: 'filter action like "REJECT" | limit 20',
      right: 'filter action = "REJECT" | limit 20',
      format: 'vpc-default',
    },
  ],
  create: (context) => ({
    Like(like, ancestors) {
      const { value: field, pattern, negated } = like;
      if (field.kind !== 'Field' || !isString(pattern) || negated) return;
      const definition = definitionOf(field, context.scopeOf(ancestors));
      const isFlowField = definition !== undefined && indexedInFlowLogs.has(definition.name);
      if (!isFlowField && !indexedEverywhere.has(field.name)) return;
      const text = `${context.textOf(field)} = ${context.textOf(pattern)}`;
      if (isFlowField && definition.values && pattern.value in definition.values) {
        context.report(like, `"like" cannot use the index of "${field.name}".`, {
          severity: 'warning',
          help: `Write ${text}.`,
          fix: { description: `Write ${text}`, edits: [{ span: like.span, text }] },
        });
      } else {
        context.report(like, `"like" cannot use the index of "${field.name}".`, {
          help: `If this is the whole value, write ${text}.`,
        });
      }
    },
  }),
};
