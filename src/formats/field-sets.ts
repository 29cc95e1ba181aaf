import { apiGatewayFields, apiGatewayOpenFields } from './fields/api-gateway.ts';
import { nginxFields, nginxOpenFields } from './fields/nginx.ts';
import { albFields } from './fields/alb.ts';
import { nlbTlsFields } from './fields/nlb-tls.ts';
import { cloudfrontFields } from './fields/cloudfront.ts';
import { s3AccessFields } from './fields/s3-access.ts';
import { route53Fields } from './fields/route53.ts';
import { tgwFields } from './fields/tgw.ts';
import { vpcFields } from './fields/vpc.ts';
import type { FieldDefinition, FormatFamily } from './format.ts';

/** Fields of one kind of log: what a name in a format string can stand for. */
export interface FieldSet {
  readonly family: FormatFamily;
  /** Plain words, for messages: `VPC flow logs`. */
  readonly title: string;
  readonly fields: readonly FieldDefinition[];
  /** Groups of names without end, such as nginx's `http_…`. */
  readonly openFields?: readonly OpenFields[];
}

/** Every name with a prefix is a field. */
export interface OpenFields {
  readonly prefix: string;
  readonly definition: Omit<FieldDefinition, 'name'>;
}

/** The kinds of logs whose fields are known, the most usual first. */
export const fieldSets: readonly FieldSet[] = [
  { family: 'vpc-flow', title: 'VPC flow logs', fields: vpcFields },
  { family: 'tgw-flow', title: 'Transit Gateway flow logs', fields: tgwFields },
  {
    family: 'api-gateway',
    title: 'API Gateway access logs',
    fields: apiGatewayFields,
    openFields: apiGatewayOpenFields,
  },
  { family: 'nginx', title: 'nginx access logs', fields: nginxFields, openFields: nginxOpenFields },
  { family: 'positional', title: 'Application Load Balancer access logs', fields: albFields },
  { family: 'positional', title: 'Network Load Balancer access logs', fields: nlbTlsFields },
  { family: 'positional', title: 'CloudFront standard logs', fields: cloudfrontFields },
  { family: 'positional', title: 'S3 server access logs', fields: s3AccessFields },
  { family: 'positional', title: 'Route 53 query logs', fields: route53Fields },
];

const indexes = new Map(fieldSets.map((set) => [set, indexOf(set)]));

/** The field of a set that a name stands for; flow logs also take underscores for hyphens. */
export function findField(set: FieldSet, name: string): FieldDefinition | undefined {
  const known = indexes.get(set)?.get(name);
  if (known) return known;
  const open = set.openFields?.find(({ prefix }) => name.startsWith(prefix) && name.length > prefix.length);
  return open && { name, ...open.definition };
}

/** The set that knows most of the names; the earlier one where two know as many. */
export function closestFieldSet(names: readonly string[]): FieldSet | undefined {
  let best: FieldSet | undefined;
  let bestKnown = 0;
  for (const set of fieldSets) {
    const known = names.filter((name) => findField(set, name)).length;
    if (known === names.length && known > 0) return set;
    if (known > bestKnown) {
      best = set;
      bestKnown = known;
    }
  }
  return best;
}

/** Flow logs of VPCs and transit gateways: one space stands between their fields. */
export function isFlowFamily(family: FormatFamily): boolean {
  return family === 'vpc-flow' || family === 'tgw-flow';
}

function indexOf(set: FieldSet): ReadonlyMap<string, FieldDefinition> {
  const index = new Map<string, FieldDefinition>();
  if (isFlowFamily(set.family)) {
    for (const field of set.fields) index.set(field.name.replaceAll('-', '_'), field);
  }
  for (const field of set.fields) index.set(field.name, field);
  return index;
}
