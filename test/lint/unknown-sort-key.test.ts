import { unknownSortKey } from '../../src/lint/rules/unknown-sort-key.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  unknownSortKey,
  {
    valid: [
      'stats count(*) as hits by srcAddr | sort hits desc',
      'stats count(*) by srcAddr | sort `count(*)` desc',
      'stats count(*) by srcAddr | sort count(*) desc',
      'fields @timestamp, anything | sort nothing asc',
      'stats count(*) as hits by a.b | sort a.b asc, hits desc',
      'stats sum(a) as x, sum(b) as y by c | sort x + y desc',
    ],
    invalid: {
      'stats count(*) as hits by srcAddr | sort count desc':
        '                                         ^^^^^ Nothing called "count" exists here to sort by.',
      'stats sum(bytes) as total by srcAddr | sort bytes desc':
        '                                            ^^^^^ Nothing called "bytes" exists here to sort by.',
      'stats count(*) by bin(5m) | sort @timestamp asc':
        '                                 ^^^^^^^^^^ [warning] Nothing called "@timestamp" exists here to sort by.',
      'stats count(*) as n by user | sort n desc, usr asc':
        '                                           ^^^ Nothing called "usr" exists here to sort by. Did you mean "user"?',
      'stats avg(a) as x by b | sort @timestamp desc':
        '                              ^^^^^^^^^^ Nothing called "@timestamp" exists here to sort by.',
      'stats count(*) by a.b as host | sort a.b desc':
        '                                     ^^^ [warning] After the "stats" field "a.b" is called "host".',
      'countFrequent host | sort path desc':
        '                          ^^^^ Nothing called "path" exists here to sort by.',
    },
  },
  {
    format: 'vpc-default',
    valid: ['fields srcAddr | sort @timestamp desc', 'fields srcAddr | sort bytes desc | limit 10'],
    invalid: {
      'fields srcAddr, bytes | sort duration desc':
        '                             ^^^^^^^^ Nothing called "duration" exists here to sort by.',
      'fields srcAddr | sort dstport asc':
        '                      ^^^^^^^ Nothing called "dstport" exists here to sort by. Did you mean "dstPort"?',
    },
  },
  {
    format:
      '${region} ${vpc-id} ${az-id} ${subnet-id} ${instance-id} ${interface-id} ${flow-direction} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${traffic-path} ${packets} ${bytes} ${action}',
    valid: [
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | sort bytes desc',
    ],
    invalid: {
      'parse @message "* * * * * * * * * * * * * * * * * * *" as region, vpc_id, az_id, subnet_id, instance_id, interface_id, flow_direction, srcaddr, dstaddr, srcport, dstport, pkt_srcaddr, pkt_dstaddr, pkt_src_aws_service, pkt_dst_aws_service, traffic_path, packets, bytes, action | fields srcaddr, action | sort start desc':
        '                                                                                           ^^^^^ Nothing called "start" exists here to sort by.',
    },
  },
);
