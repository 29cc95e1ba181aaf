import type { Random } from './random.ts';

/** A network interface of the made network, with all that records say of it. */
export interface Interface {
  readonly id: string;
  readonly accountId: string;
  readonly address: string;
  readonly address6: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly azId: string;
  readonly instanceId: string;
  readonly interfaceType: string;
  readonly resourceId: string;
  readonly sublocationType: string;
  readonly sublocationId: string;
  readonly tag: string;
  readonly task?: Task;
}

/** An ECS task behind an interface. */
export interface Task {
  readonly clusterArn: string;
  readonly clusterName: string;
  readonly containerId: string;
  readonly secondContainerId: string;
  readonly serviceName: string;
  readonly definitionArn: string;
  readonly arn: string;
  readonly id: string;
}

/** An address of an AWS service. */
export interface ServiceAddress {
  readonly address: string;
  readonly service: string;
}

/** The network that made flow records tell of. */
export interface FlowWorld {
  readonly region: string;
  readonly interfaces: readonly Interface[];
  readonly clients: readonly string[];
  readonly clients6: readonly string[];
  readonly scanners: readonly string[];
  readonly services: readonly ServiceAddress[];
}

const region = 'us-east-1';
const tags = ['web', 'api', 'batch', 'my%20app', '-'];

export interface WorldOptions {
  /** One interface is of a regional NAT gateway: it has no ID of its own in records, only that of its gateway. */
  readonly hasRegionalNat: boolean;
}

/** Two VPCs with a few subnets, and who talks to them: clients of documentation ranges, scanners, AWS services. */
export function makeFlowWorld(random: Random, { hasRegionalNat }: WorldOptions): FlowWorld {
  const accountId = '123456789010';
  const subnets = [0, 1, 2, 3, 4].map((index) => ({
    vpcId: `vpc-${(index < 3 ? 'a' : 'b').repeat(4)}0123456789${index < 3 ? 'abc' : 'def'}`,
    subnetId: `subnet-0${random.hex(16)}`,
    azId: index === 4 ? '-' : `use1-az${(index % 3) + 1}`,
    network: index < 3 ? `10.0.${index * 16}` : `10.1.${index * 16}`,
  }));
  const interfaces = Array.from({ length: 24 }, (_, index): Interface => {
    const subnet = subnets[index === 23 ? 4 : index % 4]!;
    const isNat = index === 5;
    const isBalancer = index === 9;
    const isTask = index % 6 === 2;
    const isRegional = hasRegionalNat && index === 7;
    return {
      id: isRegional ? '-' : `eni-0${random.hex(16)}`,
      accountId,
      address: `${subnet.network}.${10 + index * 9}`,
      address6: `2001:db8:1234:${(0xa100 + index).toString(16)}:8d6e:3477:df66:f1${index.toString(16).padStart(2, '0')}`,
      vpcId: subnet.vpcId,
      subnetId: isRegional ? '-' : subnet.subnetId,
      azId: subnet.azId,
      instanceId: isNat || isBalancer || isTask || isRegional ? '-' : `i-0${random.hex(16)}`,
      interfaceType: typeOf({ isNat, isBalancer, isRegional }),
      resourceId: isRegional ? `nat-${random.hex(17)}` : '-',
      sublocationType: index === 23 ? 'localzone' : '-',
      sublocationId: index === 23 ? 'use1-bos1-az1' : '-',
      tag: random.pick(tags),
      ...(isTask && { task: makeTask(random, accountId) }),
    };
  });
  return {
    region,
    interfaces,
    clients: documentationAddresses(random),
    clients6: Array.from({ length: 40 }, () => `2001:db8:${random.hex(4)}::${1 + random.below(9999)}`),
    scanners: Array.from(
      { length: 60 },
      (_, index) => (index % 2 ? '162.142.125' : '198.51.100') + `.${1 + random.below(254)}`,
    ),
    services: makeServices(random),
  };
}

function typeOf(is: { readonly isNat: boolean; readonly isBalancer: boolean; readonly isRegional: boolean }): string {
  if (is.isNat) return 'nat_gateway';
  if (is.isBalancer) return 'network_load_balancer';
  return is.isRegional ? 'regional_nat_gateway' : '-';
}

function makeTask(random: Random, accountId: string): Task {
  const clusterName = random.pick(['orders', 'search']);
  const serviceName = random.pick(['checkout', 'indexer']);
  const id = random.hex(32);
  const arn = `arn:aws:ecs:${region}:${accountId}`;
  return {
    clusterArn: `${arn}:cluster/${clusterName}`,
    clusterName,
    containerId: `${id}-${1000000000 + random.below(1000000000)}`,
    secondContainerId: random.chance(0.5) ? `${id}-${1000000000 + random.below(1000000000)}` : '-',
    serviceName,
    definitionArn: `${arn}:task-definition/${serviceName}:${1 + random.below(40)}`,
    arn: `${arn}:task/${clusterName}/${id}`,
    id,
  };
}

/** Addresses that documents may use (RFC 5737): no real machine is accused of anything. */
function documentationAddresses(random: Random): string[] {
  return Array.from({ length: 300 }, () => `${random.pick(['192.0.2', '203.0.113'])}.${1 + random.below(254)}`);
}

function makeServices(random: Random): ServiceAddress[] {
  const ranges: readonly (readonly [string, string])[] = [
    ['S3', '52.216.8'],
    ['S3', '3.5.25'],
    ['DYNAMODB', '52.94.0'],
    ['EC2', '3.80.16'],
    ['CLOUDFRONT', '54.192.6'],
    ['AMAZON', '52.46.130'],
  ];
  return ranges.flatMap(([service, network]) =>
    Array.from({ length: 6 }, () => ({ service, address: `${network}.${1 + random.below(254)}` })),
  );
}
