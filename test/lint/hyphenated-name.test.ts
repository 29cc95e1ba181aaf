import { hyphenatedName } from '../../src/lint/rules/hyphenated-name.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  hyphenatedName,
  {
    valid: [
      'fields `pkt-srcaddr`, action',
      'fields end - start as duration',
      'fields end-start as duration | filter ispresent(end - 1)',
      'stats max(a) as most, min(a) as least by b | fields most-least as spread',
      'filter a-1 > b',
      'fields (a-b) as c',
      'fields strlen(a)-strlen(b) as c',
      'filter abs(a-b) > 3',
      'filter a-b + 1 > 3',
    ],
    invalid: {
      'fields pkt-srcaddr, action':
        '       ^^^^^^^^^^^ "pkt-srcaddr" is a subtraction; a name with a hyphen needs backticks.',
      'filter flow-direction = "ingress"':
        '       ^^^^^^^^^^^^^^ "flow-direction" is a subtraction; a name with a hyphen needs backticks.',
      'stats count(*) by interface-id':
        '                  ^^^^^^^^^^^^ "interface-id" is a subtraction; a name with a hyphen needs backticks.',
      'fields x-amzn-trace-id':
        '       ^^^^^^^^^^^^^^^ "x-amzn-trace-id" is a subtraction; a name with a hyphen needs backticks.',
    },
  },
  {
    format:
      '${region} ${vpc-id} ${az-id} ${subnet-id} ${instance-id} ${interface-id} ${flow-direction} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${traffic-path} ${packets} ${bytes} ${action}',
    valid: [
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | fields srcport-dstport as gap',
    ],
    invalid: {
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action\n| filter flow-direction = "ingress"':
        '         ^^^^^^^^^^^^^^ [error] "flow-direction" is a subtraction; a name with a hyphen needs backticks.',
      'filter vpc-id = "vpc-1"':
        '       ^^^^^^ [error] "vpc-id" is a subtraction; a name with a hyphen needs backticks.',
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action\n| filter pkt-src-aws-service = "S3"':
        '         ^^^^^^^^^^^^^^^^^^^ [error] "pkt-src-aws-service" is a subtraction; a name with a hyphen needs backticks.',
      'fields made-up': '       ^^^^^^^ [error] "made-up" is a subtraction; a name with a hyphen needs backticks.',
    },
    fixed: {
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter flow-direction = "ingress"':
        'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter flow_direction = "ingress"',
    },
  },
);
