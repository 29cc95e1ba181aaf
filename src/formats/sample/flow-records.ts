import type { FormatField, LogFormat } from '../format.ts';
import { flowMaker, type Flow } from './flow.ts';
import { makeFlowWorld, type Task } from './flow-world.ts';
import type { Random } from './random.ts';
import { recordWriter, type Cell } from './record-writer.ts';
import { textCell } from './text-cells.ts';

type FlowCell = Cell<Flow>;

/** Makes records of VPC flow logs: one network, its talkers and its scanners. */
export function vpcRecordMaker(format: LogFormat, random: Random): (second: number) => string {
  const names = new Set(format.fields.map(({ name }) => name));
  const world = makeFlowWorld(random, { hasRegionalNat: names.has('resource-id') });
  const nextFlow = flowMaker(world, random);
  const version = String(Math.max(2, ...format.fields.map(({ definition }) => definition?.version ?? 2)));
  const cells = cellTable({ version, region: world.region }, random, {
    tellsReason: names.has('reject-reason'),
  });
  const write = recordWriter(
    format,
    format.fields.map((field) => flowCell(field, cells, random)),
  );
  return (second) => write(nextFlow(second));
}

/** Filled in NODATA and SKIPDATA records too: whose record it is, and of when. */
const filledWithoutTraffic = new Set([
  'version',
  'account-id',
  'interface-id',
  'start',
  'end',
  'log-status',
  'vpc-id',
  'subnet-id',
  'instance-id',
  'region',
  'az-id',
  'sublocation-type',
  'sublocation-id',
  'resource-id',
  'interface-type',
  'instance-tag',
  'instance-tag-2',
  'interface-tag',
  'interface-tag-2',
  'asg-tag',
  'asg-tag-2',
]);

function flowCell(field: FormatField, cells: Readonly<Record<string, FlowCell>>, random: Random): FlowCell {
  const cell = cells[field.name] ?? textCell(field, random);
  if (filledWithoutTraffic.has(field.name)) return cell;
  return (flow) => (flow.status === 'OK' ? cell(flow) : '-');
}

interface World {
  readonly version: string;
  readonly region: string;
}

function cellTable(
  { version, region }: World,
  random: Random,
  { tellsReason }: { readonly tellsReason: boolean },
): Readonly<Record<string, FlowCell>> {
  // Flows that Block Public Access rejects have no byte count: only made where the format tells the reason.
  const isBpa = (flow: Flow) => tellsReason && flow.isRejected && flow.isIngress && flow.destinationPort % 7 === 1;
  const task = (read: (task: Task) => string): FlowCell => {
    return ({ at }) => (at.task ? read(at.task) : '-');
  };
  return {
    version: () => version,
    'account-id': ({ at }) => at.accountId,
    'interface-id': ({ at }) => at.id,
    srcaddr: ({ source }) => source,
    dstaddr: ({ destination }) => destination,
    srcport: ({ sourcePort }) => sourcePort,
    dstport: ({ destinationPort }) => destinationPort,
    protocol: ({ protocol }) => protocol,
    packets: ({ packets }) => packets,
    bytes: (flow) => (isBpa(flow) ? '-' : flow.bytes),
    start: ({ start }) => start,
    end: ({ end }) => end,
    action: ({ isRejected }) => (isRejected ? 'REJECT' : 'ACCEPT'),
    'log-status': ({ status }) => status,
    'vpc-id': ({ at }) => at.vpcId,
    'subnet-id': ({ at }) => at.subnetId,
    'instance-id': ({ at }) => at.instanceId,
    'tcp-flags': ({ tcpFlags }) => tcpFlags,
    type: ({ isIpv6 }) => (isIpv6 ? 'IPv6' : 'IPv4'),
    'pkt-srcaddr': ({ packetSource }) => packetSource,
    'pkt-dstaddr': ({ packetDestination }) => packetDestination,
    region: () => region,
    'az-id': ({ at }) => at.azId,
    'sublocation-type': ({ at }) => at.sublocationType,
    'sublocation-id': ({ at }) => at.sublocationId,
    'pkt-src-aws-service': ({ sourceService }) => sourceService,
    'pkt-dst-aws-service': ({ destinationService }) => destinationService,
    'flow-direction': ({ isIngress }) => (isIngress ? 'ingress' : 'egress'),
    'traffic-path': ({ trafficPath }) => trafficPath,
    'ecs-cluster-arn': task(({ clusterArn }) => clusterArn),
    'ecs-cluster-name': task(({ clusterName }) => clusterName),
    'ecs-container-instance-arn': () => '-',
    'ecs-container-instance-id': () => '-',
    'ecs-container-id': task(({ containerId }) => containerId),
    'ecs-second-container-id': task(({ secondContainerId }) => secondContainerId),
    'ecs-service-name': task(({ serviceName }) => serviceName),
    'ecs-task-definition-arn': task(({ definitionArn }) => definitionArn),
    'ecs-task-arn': task(({ arn }) => arn),
    'ecs-task-id': task(({ id }) => id),
    'reject-reason': (flow) => (isBpa(flow) ? 'BPA' : '-'),
    'resource-id': ({ at }) => at.resourceId,
    'encryption-status': ({ peer, destinationPort }) => encryptionOf(peer !== undefined, destinationPort, random),
    'instance-tag': ({ at }) => (at.instanceId === '-' ? '-' : at.tag),
    'instance-tag-2': () => '-',
    'interface-tag': ({ at }) => at.tag,
    'interface-tag-2': () => '-',
    'asg-tag': ({ at }) => (at.instanceId === '-' ? '-' : at.tag),
    'asg-tag-2': () => '-',
    'interface-type': ({ at }) => at.interfaceType,
    'next-hop-interface-id': ({ peer }) => peer?.id ?? '-',
    'next-hop-subnet-id': ({ peer }) => peer?.subnetId ?? '-',
    'next-hop-az-id': ({ peer }) => peer?.azId ?? '-',
    'next-hop-vpc-id': ({ peer }) => peer?.vpcId ?? '-',
    'next-hop-interface-type': ({ peer }) => peer?.interfaceType ?? '-',
  };
}

function encryptionOf(isWithin: boolean, destinationPort: number, random: Random): string {
  if (!isWithin) return destinationPort === 443 ? '2' : '-';
  return random.chance(0.8) ? '1' : '0';
}
