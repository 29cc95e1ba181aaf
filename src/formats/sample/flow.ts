import type { FlowWorld, Interface } from './flow-world.ts';
import type { Random } from './random.ts';

/** One made flow record as values; `-` where a record of this kind has none. */
export interface Flow {
  status: 'OK' | 'NODATA' | 'SKIPDATA';
  at: Interface;
  /** The interface at the other end, where it is of the same network. */
  peer: Interface | undefined;
  isIngress: boolean;
  isIpv6: boolean;
  source: string;
  destination: string;
  sourcePort: number;
  destinationPort: number;
  packetSource: string;
  packetDestination: string;
  sourceService: string;
  destinationService: string;
  protocol: number;
  tcpFlags: number;
  packets: number;
  bytes: number;
  isRejected: boolean;
  trafficPath: string;
  start: number;
  end: number;
}

const publicPorts = [443, 443, 443, 443, 80, 80, 22, 8080];
const privatePorts = [443, 443, 5432, 3306, 6379, 8080, 22];
const scannedPorts = [22, 22, 22, 3389, 3389, 23, 445, 80, 8080, 5900, 1433, 6379, 8443];
const udpPorts = [53, 53, 123, 443, 514];

/** Makes flows one after the other; the object is the same every time, which a million records need. */
export function flowMaker(world: FlowWorld, random: Random): (second: number) => Flow {
  const first = world.interfaces[0]!;
  const flow: Flow = {
    status: 'OK',
    at: first,
    peer: undefined,
    isIngress: true,
    isIpv6: false,
    source: '',
    destination: '',
    sourcePort: 0,
    destinationPort: 0,
    packetSource: '',
    packetDestination: '',
    sourceService: '-',
    destinationService: '-',
    protocol: 6,
    tcpFlags: 0,
    packets: 0,
    bytes: 0,
    isRejected: false,
    trafficPath: '-',
    start: 0,
    end: 0,
  };
  let isAnswerDue = false;
  return (second) => {
    const kind = random.fraction();
    if (kind < 0.012) {
      setTimes(flow, second, random);
      flow.status = kind < 0.002 ? 'SKIPDATA' : 'NODATA';
      flow.at = random.pick(world.interfaces);
      isAnswerDue = false;
      return flow;
    }
    flow.status = 'OK';
    if (isAnswerDue) {
      // An answer keeps the times of what it answers: both are of one interval.
      turnAround(flow, random);
      isAnswerDue = false;
      return flow;
    }
    setTimes(flow, second, random);
    if (kind < 0.12) scan(flow, world, random);
    else converse(flow, world, random);
    isAnswerDue = !flow.isRejected && random.chance(0.6);
    return flow;
  };
}

function setTimes(flow: Flow, second: number, random: Random): void {
  flow.start = second;
  flow.end = second + 1 + random.below(59);
}

/** A scanner knocks and is rejected. */
function scan(flow: Flow, world: FlowWorld, random: Random): void {
  flow.at = random.pickSkewed(world.interfaces);
  flow.peer = undefined;
  flow.isIngress = true;
  flow.isIpv6 = false;
  flow.isRejected = true;
  flow.protocol = random.chance(0.9) ? 6 : 17;
  setEnds(flow, random.pickSkewed(world.scanners), flow.at.address);
  flow.sourceService = '-';
  flow.destinationService = '-';
  flow.sourcePort = 1024 + random.below(64000);
  flow.destinationPort = random.chance(0.7) ? random.pick(scannedPorts) : 1 + random.below(10000);
  flow.tcpFlags = flow.protocol === 6 ? 2 : 0;
  flow.packets = 1 + random.below(3);
  flow.bytes = flow.packets * (40 + random.below(21));
  flow.trafficPath = '-';
}

/** Two ends that may talk to each other; one record in forty is rejected all the same. */
function converse(flow: Flow, world: FlowWorld, random: Random): void {
  flow.at = random.pickSkewed(world.interfaces);
  flow.isIngress = random.chance(0.5);
  flow.isRejected = random.chance(0.025);
  const path = setRemote(flow, world, random);
  setPorts(flow, random);
  flow.packets = flow.isRejected ? 1 + random.below(4) : 1 + Math.floor(400 * random.fraction() ** 4);
  flow.bytes = flow.packets * (44 + Math.floor(1400 * random.fraction() ** 2));
  flow.tcpFlags = flow.protocol === 6 ? (flow.isRejected ? 2 : random.pick([0, 2, 3, 3, 3, 7])) : 0;
  flow.trafficPath = flow.isIngress ? '-' : path;
}

/** Chooses the other end; answers the traffic path from here to there. */
function setRemote(flow: Flow, world: FlowWorld, random: Random): string {
  const where = random.fraction();
  flow.isIpv6 = where > 0.96;
  flow.peer = undefined;
  let service = '-';
  let remote: string;
  let path = '8';
  if (flow.isIpv6) remote = random.pickSkewed(world.clients6);
  else if (where < 0.4) remote = random.pickSkewed(world.clients);
  else if (where < 0.75) {
    const other = random.pick(world.interfaces);
    if (other !== flow.at) flow.peer = other;
    remote = flow.peer ? other.address : random.pickSkewed(world.clients);
    if (flow.peer) path = other.vpcId === flow.at.vpcId ? '1' : '4';
  } else {
    const target = random.pickSkewed(world.services);
    remote = target.address;
    service = target.service;
    flow.isIngress = false;
    path = service === 'S3' || service === 'DYNAMODB' ? '7' : '8';
  }
  const here = flow.isIpv6 ? flow.at.address6 : flow.at.address;
  if (flow.isIngress) setEnds(flow, remote, here);
  else setEnds(flow, here, remote);
  flow.sourceService = flow.isIngress ? service : '-';
  flow.destinationService = flow.isIngress ? '-' : service;
  if (flow.at.interfaceType === 'nat_gateway' && flow.isIngress && flow.peer)
    flow.packetDestination = random.pick(world.clients);
  return path;
}

function setPorts(flow: Flow, random: Random): void {
  const kind = random.fraction();
  const clientPort = 32768 + random.below(28232);
  flow.protocol = kind < 0.85 ? 6 : kind < 0.97 ? 17 : flow.isIpv6 ? 58 : 1;
  flow.sourcePort = kind < 0.97 ? clientPort : 0;
  flow.destinationPort =
    kind < 0.85 ? random.pick(flow.peer ? privatePorts : publicPorts) : kind < 0.97 ? random.pick(udpPorts) : 0;
}

function setEnds(flow: Flow, source: string, destination: string): void {
  flow.source = source;
  flow.packetSource = source;
  flow.destination = destination;
  flow.packetDestination = destination;
}

/** The other direction of the same conversation, seen at the same interface. */
function turnAround(flow: Flow, random: Random): void {
  const { source, packetSource, sourcePort, sourceService, packets, tcpFlags } = flow;
  flow.source = flow.destination;
  flow.destination = source;
  flow.packetSource = flow.packetDestination;
  flow.packetDestination = packetSource;
  flow.sourcePort = flow.destinationPort;
  flow.destinationPort = sourcePort;
  flow.sourceService = flow.destinationService;
  flow.destinationService = sourceService;
  flow.isIngress = !flow.isIngress;
  flow.packets = Math.max(1, Math.floor(packets * (0.5 + random.fraction())));
  flow.bytes = flow.packets * (44 + Math.floor(1400 * random.fraction() ** 2));
  // A server answers SYN with SYN-ACK; the rest of the flags are about how the conversation ends.
  flow.tcpFlags = tcpFlags & 2 ? tcpFlags | 16 : tcpFlags;
  flow.trafficPath = flow.isIngress ? '-' : pathOfAnswer(flow);
}

function pathOfAnswer({ peer, at, destinationService }: Flow): string {
  if (peer) return peer.vpcId === at.vpcId ? '1' : '4';
  return destinationService === 'S3' || destinationService === 'DYNAMODB' ? '7' : '8';
}
