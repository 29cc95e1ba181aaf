import { unknownValue } from '../../src/lint/rules/unknown-value.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  unknownValue,
  {
    format: 'vpc-default',
    valid: [
      'filter action = "REJECT"',
      'filter action in ["ACCEPT", "REJECT"]',
      'filter action like "REJ"',
      'filter action != "-"',
      'filter action = {{action}}',
      'filter action = "{{action}}"',
      'filter srcAddr = "REJECTED"',
      'filter action like /REJ|DENY/',
      'filter logStatus in ["NODATA", "SKIPDATA"]',
      'filter action > 3',
      'filter action in (SOURCE "/a" | fields action)',
      'filter tolower(action) like "rej"',
      'filter tolower(action) in ["rejected"]',
    ],
    invalid: {
      'filter action = "REJECTED"':
        '                ^^^^^^^^^^ "action" is never "REJECTED"; it is "ACCEPT" or "REJECT".',
      'filter action in ["ACCEPTED", "REJECT"]':
        '                  ^^^^^^^^^^ "action" is never "ACCEPTED"; it is "ACCEPT" or "REJECT".',
      'filter logStatus = "ok"':
        '                   ^^^^ "logStatus" is never "ok"; it is "OK", "NODATA" or "SKIPDATA".',
      'filter action like "DENY"': '                   ^^^^^^ "action" is never "DENY"; it is "ACCEPT" or "REJECT".',
      'filter action != "reject"': '                 ^^^^^^^^ "action" is never "reject"; it is "ACCEPT" or "REJECT".',
      'filter "DROP" = action': '       ^^^^^^ "action" is never "DROP"; it is "ACCEPT" or "REJECT".',
      'filter action = "banana"': '                ^^^^^^^^ "action" is never "banana"; it is "ACCEPT" or "REJECT".',
      'stats sum(if(action = "Reject", 1, 0)) as rejects by srcAddr':
        '                      ^^^^^^^^ "action" is never "Reject"; it is "ACCEPT" or "REJECT".',
    },
    fixed: {
      'filter action = "REJECTED"': 'filter action = "REJECT"',
      'filter action in ["allow", "deny"]': 'filter action in ["ACCEPT", "REJECT"]',
      "filter logStatus = 'ok'": 'filter logStatus = "OK"',
    },
  },
  {
    format:
      '${region} ${vpc-id} ${az-id} ${subnet-id} ${instance-id} ${interface-id} ${flow-direction} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${traffic-path} ${packets} ${bytes} ${action}',
    valid: [
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter flow_direction = "ingress"',
    ],
    invalid: {
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action\n| filter flow_direction = "inbound"':
        '                          ^^^^^^^^^ "flow_direction" is never "inbound"; it is "ingress" or "egress".',
    },
    fixed: {
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter flow_direction in ["out", "in"]':
        'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter flow_direction in ["egress", "ingress"]',
    },
  },
);
