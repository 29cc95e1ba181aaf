import { noFieldBeforeParse } from '../../src/lint/rules/no-field-before-parse.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  noFieldBeforeParse,
  {
    valid: [
      'parse @message "[*] *" as level, text | filter level = "ERROR"',
      'filter status >= 500 | parse @message "user=* " as user | stats count(*) by user',
      'fields user | filter ispresent(user) | stats count(*) as n by user | parse user "*@*" as name, host',
      'filter path = "/" | stats count(*) by path | parse path "/*" as path',
      'filter level = "A" | fields tolower(level) as level',
    ],
    invalid: {
      'filter level = "ERROR" | parse @message "[*] *" as level, text':
        '       ^^^^^ [warning] Field "level" is made only later, in line 1.',
      'stats count(*) by user | filter domain = "example.com" | parse user "*@*" as name, domain':
        '                                ^^^^^^ Field "domain" is made only later, in line 1.',
      'fields first\n| parse @message "user=* *" as first, last':
        '       ^^^^^ [warning] Field "first" is made only later, in line 2.',
      'filter code > 400 | json field=payload "status.code" as code':
        '       ^^^^ [warning] Field "code" is made only later, in line 1.',
    },
  },
  {
    format:
      '${region} ${vpc-id} ${az-id} ${subnet-id} ${instance-id} ${interface-id} ${flow-direction} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${traffic-path} ${packets} ${bytes} ${action}',
    valid: [
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter action = "REJECT"',
      'fields hostname | lookup hosts ip as @log OUTPUTNEW hostname, region',
    ],
    invalid: {
      'filter action = "REJECT"\n| parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action':
        '       ^^^^^^ Field "action" is made only later, in line 2.',
      'fields hostname | lookup hosts ip as @log OUTPUT hostname, region':
        '       ^^^^^^^^ Field "hostname" is made only later, in line 1.',
    },
  },
);
