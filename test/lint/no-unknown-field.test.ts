import { noUnknownField } from '../../src/lint/rules/no-unknown-field.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  noUnknownField,
  {
    valid: [
      'fields anything, at.all | filter whatever = 1',
      'stats count(*) as hits by host | sort hits desc',
      'fields jsonParse(@message) as event | display event.user.name',
      "fields @timestamp | join type=inner left=api right=infra where api.requestId=infra.requestId (SOURCE '/aws/infra')",
      'SOURCE "/aws/lambda/a" start=-1d end=now | fields @message',
      'lookup owners id as accountId OUTPUT team, mail as address | display team, address',
      'cidrlookup networks srcAddr as cidr OUTPUT name | display name',
      'parse @message "user=*" as @user | stats count(*) by @user',
      'parse @message "took * ms" as duration | stats avg(@duration), avg(duration)',
      'parse @message "user=*" as user | display @@user, @method',
      'stats count(*) as user by host | filter @user = 1',
    ],
    invalid: {
      'parse @message /user=(?<user2>\\S+), method:(?<method2>\\S+)/ | stats count(*) by @method2, user2':
        '                                                                                ^^^^^^^^ Unknown field "@method2". Did you mean "method2"?',
      'parse @message "user=*" as user | filter @user = "ann"':
        '                                         ^^^^^ Unknown field "@user". Did you mean "user"?',
    },
  },
  {
    format: 'vpc-default',
    valid: [
      'fields srcAddr, dstAddr, bytes | filter action = "REJECT"',
      'fields @timestamp, @message, @logStream, @log',
      'fields @entity.KeyAttributes.Type, @aws.region, @ptr',
      'stats sum(bytes) as total by srcAddr | sort total desc',
      'parse @message "* * *" as a, b, c | display a, b, c',
      'filter srcAddr in (SOURCE "/other" | fields anything)',
      'filter action = REJECT',
      'lookup owners accountId OUTPUT team',
    ],
    invalid: {
      'fields srcAddr, dstAdr | filter action = "REJECT"':
        '                ^^^^^^ Unknown field "dstAdr". Did you mean "dstAddr"?',
      'filter srcaddr = "10.0.0.1"': '       ^^^^^^^ Unknown field "srcaddr".',
      'stats sum(byte) by srcAddr': '          ^^^^ Unknown field "byte". Did you mean "bytes"?',
      'filter SrcAddr = "10.0.0.1"': '       ^^^^^^^ Unknown field "SrcAddr". Did you mean "srcAddr"?',
      'fields @mesage': '       ^^^^^^^ Unknown field "@mesage". Did you mean "@message"?',
      'lookup owners id as account OUTPUT team':
        '                    ^^^^^^^ Unknown field "account". Did you mean "accountId"?',
      'cidrlookup networks source as cidr OUTPUT name': '                    ^^^^^^ Unknown field "source".',
      'fields flowDirection': '       ^^^^^^^^^^^^^ Unknown field "flowDirection".',
      'stats count(*) as hits by srcAddr | filter hitz > 10':
        '                                           ^^^^ Unknown field "hitz". Did you mean "hits"?',
    },
  },
  {
    format:
      '${region} ${vpc-id} ${az-id} ${subnet-id} ${instance-id} ${interface-id} ${flow-direction} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${traffic-path} ${packets} ${bytes} ${action}',
    valid: [
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter flow_direction = "ingress" | stats sum(bytes) by srcaddr',
    ],
    invalid: {
      'filter srcaddr = "10.0.0.1"': '       ^^^^^^^ Unknown field "srcaddr".',
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | filter srcadr = "10.0.0.1"':
        '                                                                                  ^^^^^^ Unknown field "srcadr". Did you mean "srcaddr"?',
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | stats sum(bytes) as b by start':
        '                                                                                                ^^^^^ Unknown field "start".',
    },
  },
);
