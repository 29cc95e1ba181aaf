import type { FieldDefinition } from '../format.ts';

const notEcs = 'for traffic that is not of an ECS task of yours in awsvpc mode';
const notOnEc2 = `${notEcs}, and on Fargate`;
const noTag = 'when the resource has no such tag or is not yours';
const noNextHop = 'when the next hop is no interface of the account in the region';

const interfaceTypes = {
  nat_gateway: 'NAT gateway',
  network_load_balancer: 'Network Load Balancer',
  regional_nat_gateway: 'regional NAT gateway',
  transit_gateway: 'transit gateway',
  vpc_endpoint: 'VPC endpoint',
};

/** The 25 fields that versions 7 to 11 added; version 6 is of transit gateways only. */
export const vpcVersion7To11Fields: readonly FieldDefinition[] = [
  ecs('ecs-cluster-arn', 'ecsClusterArn', 'ARN of the ECS cluster of the task.', {
    examples: ['arn:aws:ecs:us-east-1:123456789012:cluster/my-cluster'],
  }),
  ecs('ecs-cluster-name', 'ecsClusterName', 'Name of the ECS cluster of the task.', { examples: ['my-cluster'] }),
  ecs('ecs-container-instance-arn', 'ecsContainerInstanceArn', 'ARN of the container instance on EC2.', {
    missing: notOnEc2,
    examples: ['arn:aws:ecs:us-east-1:123456789012:container-instance/my-cluster/abcdef'],
  }),
  ecs('ecs-container-instance-id', 'ecsContainerInstanceId', 'Container instance on EC2.', {
    missing: notOnEc2,
    examples: ['abcdef1234567890'],
  }),
  ecs('ecs-container-id', 'ecsContainerId', 'Docker runtime ID of the first container of the task.', {
    examples: ['container-1'],
  }),
  ecs('ecs-second-container-id', 'ecsSecondContainerId', 'Docker runtime ID of the second container of the task.', {
    missing: `${notEcs}, and for tasks of one container`,
    examples: ['container-2'],
  }),
  ecs('ecs-service-name', 'ecsServiceName', 'ECS service that started the task.', {
    missing: `${notEcs}, and for tasks that no service started`,
    examples: ['my-service'],
  }),
  ecs('ecs-task-definition-arn', 'ecsTaskDefinitionArn', 'ARN of the task definition.', {
    examples: ['arn:aws:ecs:us-east-1:123456789012:task-definition/my-task:1'],
  }),
  ecs('ecs-task-arn', 'ecsTaskArn', 'ARN of the running task.', {
    examples: ['arn:aws:ecs:us-east-1:123456789012:task/my-cluster/abcdef'],
  }),
  ecs('ecs-task-id', 'ecsTaskId', 'ID of the running task.', { examples: ['abcdef1234567890'] }),
  {
    name: 'reject-reason',
    type: 'string',
    kind: 'code',
    version: 8,
    meaning: 'Why the traffic was rejected, for the two controls that tell.',
    values: { BPA: 'VPC Block Public Access', EC: 'VPC Encryption Controls, at a VPC endpoint' },
    missing: 'for every other reason and for accepted traffic',
    discovered: 'rejectReason',
    examples: ['BPA', 'EC'],
  },
  {
    name: 'resource-id',
    type: 'string',
    kind: 'identifier',
    version: 9,
    meaning: 'Regional NAT gateway that holds the interface.',
    missing: 'for everything else',
    discovered: 'resourceId',
    examples: ['nat-1234567890abcdef'],
  },
  {
    name: 'encryption-status',
    type: 'number',
    kind: 'code',
    version: 10,
    meaning: 'How the flow was encrypted, as VPC Encryption Controls tell.',
    values: {
      '0': 'not encrypted',
      '1': 'encrypted by Nitro hardware',
      '2': 'encrypted by the application',
      '3': 'encrypted by both',
    },
    closedValues: true,
    missing: 'when it is unknown or Encryption Controls are off',
    discovered: 'encryptionStatus',
    examples: ['0', '1'],
  },
  tag('instance-tag', 'instanceTag', 'first instance'),
  tag('instance-tag-2', 'instanceTag2', 'second instance'),
  tag('interface-tag', 'interfaceTag', 'first network-interface'),
  tag('interface-tag-2', 'interfaceTag2', 'second network-interface'),
  tag('asg-tag', 'asgTag', 'first Auto Scaling group'),
  tag('asg-tag-2', 'asgTag2', 'second Auto Scaling group'),
  {
    name: 'interface-type',
    type: 'string',
    kind: 'code',
    version: 11,
    meaning: 'Kind of the interface that recorded the flow.',
    values: interfaceTypes,
    missing: 'for plain instances and services without a code',
    discovered: 'interfaceType',
    examples: ['nat_gateway'],
  },
  nextHop('next-hop-interface-id', 'nextHopInterfaceId', 'Interface at the next hop.', ['eni-22222222222222222']),
  nextHop('next-hop-subnet-id', 'nextHopSubnetId', 'Subnet of the next hop.', ['subnet-22222222bbbbbbbbb']),
  {
    ...nextHop('next-hop-az-id', 'nextHopAzId', 'Availability Zone ID of the next hop.', ['use1-az2']),
    missing: 'when the next hop is no interface of the region',
  },
  nextHop('next-hop-vpc-id', 'nextHopVpcId', 'VPC of the next hop.', ['vpc-0461a061']),
  {
    ...nextHop('next-hop-interface-type', 'nextHopInterfaceType', 'Kind of the interface at the next hop.', [
      'transit_gateway',
    ]),
    kind: 'code',
    values: interfaceTypes,
  },
];

function ecs(
  name: string,
  discovered: string,
  meaning: string,
  rest: Pick<FieldDefinition, 'missing' | 'examples'>,
): FieldDefinition {
  return { name, type: 'string', kind: 'identifier', version: 7, meaning, missing: notEcs, discovered, ...rest };
}

function tag(name: string, discovered: string, which: string): FieldDefinition {
  const meaning = `Percent-encoded value of the ${which} tag that the flow log is set up to record.`;
  const examples = ['web', 'my%20app'];
  return { name, type: 'string', kind: 'text', version: 11, meaning, missing: noTag, discovered, examples };
}

function nextHop(name: string, discovered: string, meaning: string, examples: readonly string[]): FieldDefinition {
  return { name, type: 'string', kind: 'identifier', version: 11, meaning, missing: noNextHop, discovered, examples };
}
