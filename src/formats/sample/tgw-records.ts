import type { LogFormat } from '../format.ts';
import type { Random } from './random.ts';
import { recordWriter, type Cell } from './record-writer.ts';
import { textCell } from './text-cells.ts';

/** An attachment of the made transit gateway. */
interface Attachment {
  readonly id: string;
  readonly accountId: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly interfaceId: string;
  readonly azId: string;
  readonly network: string;
}

interface TgwFlow {
  readonly status: 'OK' | 'NODATA' | 'SKIPDATA';
  readonly isIngress: boolean;
  readonly from: Attachment;
  readonly to: Attachment;
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly protocol: number;
  readonly tcpFlags: number;
  readonly packets: number;
  readonly bytes: number;
  readonly start: number;
  readonly end: number;
}

const ports = [443, 443, 80, 22, 5432, 53];

/** Makes records of Transit Gateway flow logs: four VPCs of two accounts at one gateway. */
export function tgwRecordMaker(format: LogFormat, random: Random): (second: number) => string {
  const gateway = `tgw-0${random.hex(16)}`;
  const attachments = [0, 1, 2, 3].map((index): Attachment => ({
    id: `tgw-attach-0${random.hex(16)}`,
    accountId: index < 2 ? '111111111111' : '222222222222',
    vpcId: `vpc-0${random.hex(16)}`,
    subnetId: `subnet-0${random.hex(16)}`,
    interfaceId: `eni-0${random.hex(16)}`,
    azId: `use1-az${(index % 3) + 1}`,
    network: `10.${20 + index * 10}.33`,
  }));
  const version = String(Math.max(2, ...format.fields.map(({ definition }) => definition?.version ?? 2)));
  const cells = cellTable({ gateway, version, random });
  const write = recordWriter(
    format,
    format.fields.map((field) => {
      const cell = cells[field.name] ?? textCell(field, random);
      if (filledWithoutTraffic.has(field.name)) return cell;
      return (flow: TgwFlow) => (flow.status === 'OK' ? cell(flow) : '-');
    }),
  );
  return (second) => write(makeFlow(second, attachments, random));
}

const filledWithoutTraffic = new Set([
  'version',
  'resource-type',
  'account-id',
  'tgw-id',
  'tgw-attachment-id',
  'start',
  'end',
  'log-status',
  'region',
]);

function makeFlow(second: number, attachments: readonly Attachment[], random: Random): TgwFlow {
  const kind = random.fraction();
  const from = random.pick(attachments);
  const to = random.pick(attachments.filter((attachment) => attachment !== from));
  const protocol = random.chance(0.85) ? 6 : 17;
  const packets = 1 + Math.floor(400 * random.fraction() ** 4);
  return {
    status: kind < 0.002 ? 'SKIPDATA' : kind < 0.012 ? 'NODATA' : 'OK',
    isIngress: random.chance(0.5),
    from,
    to,
    source: `${from.network}.${1 + random.below(254)}`,
    destination: `${to.network}.${1 + random.below(254)}`,
    sourcePort: 32768 + random.below(28232),
    destinationPort: random.pick(ports),
    protocol,
    tcpFlags: protocol === 6 ? random.pick([0, 2, 3, 3, 18, 19]) : 0,
    packets,
    bytes: packets * (44 + random.below(1400)),
    start: second,
    end: second + 1 + random.below(59),
  };
}

interface World {
  readonly gateway: string;
  readonly version: string;
  readonly random: Random;
}

function cellTable({ gateway, version, random }: World): Readonly<Record<string, Cell<TgwFlow>>> {
  const here = ({ isIngress, from, to }: TgwFlow) => (isIngress ? from : to);
  const lost: Cell<TgwFlow> = ({ packets }) => (random.chance(0.01) ? 1 + random.below(packets) : 0);
  return {
    version: () => version,
    'resource-type': () => 'TransitGateway',
    'account-id': () => '123456789012',
    'tgw-id': () => gateway,
    'tgw-attachment-id': (flow) => here(flow).id,
    'tgw-pair-attachment-id': ({ isIngress, from, to }) => (isIngress ? to : from).id,
    'tgw-src-vpc-account-id': ({ from }) => from.accountId,
    'tgw-dst-vpc-account-id': ({ to }) => to.accountId,
    'tgw-src-vpc-id': ({ from }) => from.vpcId,
    'tgw-dst-vpc-id': ({ to }) => to.vpcId,
    'tgw-src-subnet-id': ({ from }) => from.subnetId,
    'tgw-dst-subnet-id': ({ to }) => to.subnetId,
    'tgw-src-eni': ({ from }) => from.interfaceId,
    'tgw-dst-eni': ({ to }) => to.interfaceId,
    'tgw-src-az-id': ({ from }) => from.azId,
    'tgw-dst-az-id': ({ to }) => to.azId,
    srcaddr: ({ source }) => source,
    dstaddr: ({ destination }) => destination,
    srcport: ({ sourcePort }) => sourcePort,
    dstport: ({ destinationPort }) => destinationPort,
    protocol: ({ protocol }) => protocol,
    packets: ({ packets }) => packets,
    bytes: ({ bytes }) => bytes,
    start: ({ start }) => start,
    end: ({ end }) => end,
    'log-status': ({ status }) => status,
    type: () => 'IPv4',
    'packets-lost-no-route': lost,
    'packets-lost-blackhole': lost,
    'packets-lost-mtu-exceeded': lost,
    'packets-lost-ttl-expired': lost,
    'tcp-flags': ({ tcpFlags }) => tcpFlags,
    region: () => 'us-east-1',
    'flow-direction': ({ isIngress }) => (isIngress ? 'ingress' : 'egress'),
    'pkt-src-aws-service': () => '-',
    'pkt-dst-aws-service': () => '-',
  };
}
