import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcDefault: CatalogueFormat = {
  name: 'vpc-default',
  aliases: ['default', 'vpc-v2'],
  title: 'VPC flow logs, default format',
  source: 'AWS VPC User Guide: flow log records',
  text: '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}',
  isDiscovered: true,
  samples: [
    {
      topic: 'accepted SSH',
      record:
        '2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK',
    },
    {
      topic: 'rejected RDP',
      record:
        '2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK',
    },
    { topic: 'no data', record: '2 123456789010 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - NODATA' },
    {
      topic: 'skipped records',
      record: '2 123456789010 eni-11111111aaaaaaaaa - - - - - - - 1431280876 1431280934 - SKIPDATA',
    },
    {
      topic: 'ping in, allowed (security group + NACL)',
      record:
        '2 123456789010 eni-1235b8ca123456789 203.0.113.12 172.31.16.139 0 0 1 4 336 1432917027 1432917142 ACCEPT OK',
    },
    {
      topic: 'ping reply, denied by the stateless NACL',
      record:
        '2 123456789010 eni-1235b8ca123456789 172.31.16.139 203.0.113.12 0 0 1 4 336 1432917094 1432917142 REJECT OK',
    },
    {
      topic: 'IPv6 SSH',
      record:
        '2 123456789010 eni-1235b8ca123456789 2001:db8:1234:a100:8d6e:3477:df66:f105 2001:db8:1234:a102:3304:8879:34cf:4071 34892 22 6 54 8855 1477913708 1477913820 ACCEPT OK',
    },
    {
      topic: 'NODATA; arrived as {"message":"..."} JSON wrapper (Firehose)',
      record: '2 428961148399 eni-0e0bf7be352692297 - - - - - - - 1671029698 1671029728 - NODATA',
    },
    {
      topic: 'https reply',
      record: '2 123456789010 eni-102010ab 198.51.100.1 192.0.2.1 443 49152 6 10 840 1439387263 1439387264 ACCEPT OK',
      isEdited: true,
    },
    {
      topic: 'rejected https',
      record: '2 123456789010 eni-102010cd 192.0.2.1 198.51.100.1 49152 443 6 20 1680 1439387263 1439387266 REJECT OK',
      isEdited: true,
    },
  ],
};
