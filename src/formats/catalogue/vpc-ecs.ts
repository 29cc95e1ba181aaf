import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcEcs: CatalogueFormat = {
  name: 'vpc-ecs',
  title: 'The default format with the ECS fields',
  source: 'OpenTelemetry collector test data',
  text: '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${ecs-cluster-arn} ${ecs-cluster-name} ${ecs-container-instance-arn} ${ecs-container-instance-id} ${ecs-container-id} ${ecs-second-container-id} ${ecs-service-name} ${ecs-task-definition-arn} ${ecs-task-arn} ${ecs-task-id}',
  samples: [
    {
      topic: 'ECS fields',
      record:
        '5 123456789012 eni-0abc1234def567890 10.0.1.100 10.0.2.200 49152 22 6 15 3500 1700000000 1700000060 ACCEPT OK arn:aws:ecs:us-east-1:123456789012:cluster/my-cluster my-cluster arn:aws:ecs:us-east-1:123456789012:container-instance/my-cluster/abcdef abcdef1234567890 container-1 container-2 my-service arn:aws:ecs:us-east-1:123456789012:task-definition/my-task:1 arn:aws:ecs:us-east-1:123456789012:task/my-cluster/abcdef abcdef1234567890',
      isEdited: true,
    },
  ],
};
