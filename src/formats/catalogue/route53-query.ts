import type { CatalogueFormat } from '../catalogue-format.ts';

export const route53Query: CatalogueFormat = {
  name: 'route53-query',
  aliases: ['route53'],
  title: 'Route 53 public DNS query log',
  source: 'Route 53 guide: query logging',
  text: '${version} ${queryTimestamp} ${hostZoneId} ${queryName} ${queryType} ${responseCode} ${protocol} ${edgeLocation} ${resolverIp} ${ednsClientSubnet}',
  isDiscovered: true,
  samples: [
    {
      topic: 'a query over TCP',
      record: '1.0 2017-12-13T08:15:50.235Z Z123412341234 example.com AAAA NOERROR TCP IAD12 192.0.2.0 198.51.100.0/24',
    },
  ],
};
