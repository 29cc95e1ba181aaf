import type { FieldDefinition } from '../format.ts';
import { awsServices } from './aws-services.ts';
import { protocolNames } from './protocols.ts';

const noTraffic = 'in NODATA and SKIPDATA records';

/** All 36 fields of Transit Gateway flow logs in the order of the default format. */
export const tgwFields: readonly FieldDefinition[] = [
  {
    name: 'version',
    type: 'number',
    kind: 'number',
    version: 2,
    meaning: 'Version of the record format; 6 in the default format.',
    examples: ['6'],
  },
  {
    name: 'resource-type',
    type: 'string',
    kind: 'code',
    version: 6,
    meaning: 'Kind of the resource that is recorded.',
    values: { TransitGateway: 'a transit gateway', TransitGatewayAttachment: 'one of its attachments' },
    examples: ['TransitGateway'],
  },
  identifier('account-id', 'Account that owns the source transit gateway.', '123456789012', 2),
  identifier('tgw-id', 'Transit gateway.', 'tgw-0123456789abcdef0'),
  identifier('tgw-attachment-id', 'Attachment whose traffic is recorded.', 'tgw-attach-0aaaaaaaaaaaaaaa1'),
  identifier('tgw-src-vpc-account-id', 'Account of the source VPC.', '111111111111'),
  identifier('tgw-dst-vpc-account-id', 'Account of the destination VPC.', '222222222222'),
  identifier('tgw-src-vpc-id', 'Source VPC.', 'vpc-0aaaaaaaaaaaaaaa1'),
  identifier('tgw-dst-vpc-id', 'Destination VPC.', 'vpc-0bbbbbbbbbbbbbbb2'),
  identifier('tgw-src-subnet-id', 'Subnet of the source attachment.', 'subnet-0aaaaaaaaaaaaaaa1'),
  identifier('tgw-dst-subnet-id', 'Subnet of the destination attachment.', 'subnet-0bbbbbbbbbbbbbbb2'),
  identifier('tgw-src-eni', 'Interface of the source attachment.', 'eni-0aaaaaaaaaaaaaaa1'),
  identifier('tgw-dst-eni', 'Interface of the destination attachment.', 'eni-0bbbbbbbbbbbbbbb2'),
  {
    ...identifier('tgw-src-az-id', 'Availability Zone ID on the source side.', 'use1-az1'),
    missing: 'for traffic from a sublocation',
  },
  identifier('tgw-dst-az-id', 'Availability Zone ID on the destination side.', 'use1-az2'),
  identifier('tgw-pair-attachment-id', 'The other attachment of the flow.', 'tgw-attach-0bbbbbbbbbbbbbbb2'),
  address('srcaddr', 'Source address of the packet.', '10.20.33.164'),
  address('dstaddr', 'Destination address of the packet.', '10.40.2.236'),
  port('srcport', 'Source port; 0 for protocols without ports.', '39812'),
  port('dstport', 'Destination port; 0 for protocols without ports.', '80'),
  {
    name: 'protocol',
    type: 'number',
    kind: 'protocol',
    version: 2,
    meaning: 'IANA protocol number, never a name.',
    values: protocolNames,
    missing: noTraffic,
    examples: ['6', '17'],
  },
  count('packets', 'Packets of the flow in the minute.', '10', 2),
  count('bytes', 'Bytes of the flow in the minute.', '1260', 2),
  seconds('start', 'Unix second of the first packet in the minute.', '1700000000'),
  seconds('end', 'Unix second of the last packet in the minute.', '1700000060'),
  {
    name: 'log-status',
    type: 'string',
    kind: 'code',
    version: 2,
    meaning: 'Whether the record counts a flow, or says that there was none or that some were missed.',
    values: {
      OK: 'a flow was recorded',
      NODATA: 'there was no traffic in the interval',
      SKIPDATA: 'one or more flows of the interval were not captured',
    },
    closedValues: true,
    examples: ['OK', 'NODATA', 'SKIPDATA'],
  },
  {
    name: 'type',
    type: 'string',
    kind: 'code',
    version: 3,
    meaning: 'Kind of traffic.',
    values: { IPv4: 'IP version 4', IPv6: 'IP version 6', EFA: 'Elastic Fabric Adapter' },
    closedValues: true,
    missing: noTraffic,
    examples: ['IPv4', 'IPv6'],
  },
  count('packets-lost-no-route', 'Packets lost because no route led on.', '0', 6),
  count('packets-lost-blackhole', 'Packets lost to a black-hole route.', '0', 6),
  count('packets-lost-mtu-exceeded', 'Packets lost because they were larger than the MTU.', '0', 6),
  count('packets-lost-ttl-expired', 'Packets lost because their time to live ended.', '0', 6),
  {
    name: 'tcp-flags',
    type: 'number',
    kind: 'tcp-flags',
    version: 3,
    meaning: 'Bit mask of the TCP flags of all packets of the flow; an ACK alone counts as 0.',
    values: {
      '0': 'none of the counted flags',
      '1': 'FIN',
      '2': 'SYN',
      '4': 'RST',
      '8': 'PSH',
      '16': 'ACK',
      '18': 'SYN-ACK',
      '32': 'URG',
    },
    missing: noTraffic,
    examples: ['0', '2', '3', '18', '19'],
  },
  identifier('region', 'Region of the transit gateway.', 'us-east-1', 4),
  {
    name: 'flow-direction',
    type: 'string',
    kind: 'code',
    version: 5,
    meaning: 'Direction of the flow as the transit gateway sees it.',
    values: { ingress: 'into the transit gateway', egress: 'out of the transit gateway' },
    closedValues: true,
    missing: noTraffic,
    examples: ['ingress', 'egress'],
  },
  service('pkt-src-aws-service', 'AWS service to whose address range srcaddr belongs.'),
  service('pkt-dst-aws-service', 'AWS service to whose address range dstaddr belongs.'),
];

function identifier(name: string, meaning: string, example: string, version = 6): FieldDefinition {
  const missing = name === 'account-id' ? {} : { missing: 'when it cannot be computed' };
  return { name, type: 'string', kind: 'identifier', version, meaning, ...missing, examples: [example] };
}

function address(name: string, meaning: string, example: string): FieldDefinition {
  return { name, type: 'string', kind: 'address', version: 2, meaning, missing: noTraffic, examples: [example] };
}

function port(name: string, meaning: string, example: string): FieldDefinition {
  return { name, type: 'number', kind: 'port', version: 2, meaning, missing: noTraffic, examples: [example] };
}

function count(name: string, meaning: string, example: string, version: number): FieldDefinition {
  return { name, type: 'number', kind: 'count', version, meaning, missing: noTraffic, examples: [example] };
}

function seconds(name: string, meaning: string, example: string): FieldDefinition {
  return { name, type: 'number', kind: 'epoch-seconds', version: 2, meaning, examples: [example] };
}

function service(name: string, meaning: string): FieldDefinition {
  const missing = 'when the address belongs to no AWS service';
  const examples = ['S3', 'EC2'];
  return { name, type: 'string', kind: 'code', version: 5, meaning, values: awsServices, missing, examples };
}
