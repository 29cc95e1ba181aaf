// Library questions with the SQL that a person would write for the same answer on a typed read of the same file.
export const queries = [
  {
    name: 'reject counts by source',
    query: 'filter action = "REJECT" | stats count(*) as n by srcAddr | sort n desc | limit 20',
    sql: `SELECT srcaddr, count(*) n FROM {typed} WHERE action = 'REJECT' GROUP BY 1 ORDER BY n DESC LIMIT 20`,
  },
  {
    name: 'bytes by pair',
    query: 'stats sum(bytes) as n by srcAddr, dstAddr | sort n desc | limit 15',
    sql: 'SELECT srcaddr, dstaddr, sum(bytes) n FROM {typed} GROUP BY 1, 2 ORDER BY n DESC NULLS LAST LIMIT 15',
  },
  {
    name: 'flows over time',
    query: 'stats count(*) as n by bin(5m) as t | sort t asc',
    sql: `SELECT time_bucket(INTERVAL 5 minutes, make_timestamp(start * 1000000)) t, count(*) n FROM {typed} GROUP BY 1 ORDER BY 1`,
  },
  {
    name: 'distinct ports per source',
    query: 'filter action = "REJECT" | stats count_distinct(dstPort) as n by srcAddr, dstAddr | sort n desc | limit 20',
    sql: `SELECT srcaddr, dstaddr, count(DISTINCT dstport) n FROM {typed} WHERE action = 'REJECT' GROUP BY 1, 2 ORDER BY n DESC LIMIT 20`,
  },
  {
    name: 'sources in a CIDR block',
    query: 'filter isIpv4InSubnet(srcAddr, "10.0.0.0/16") | stats sum(bytes) as n by dstAddr | sort n desc | limit 15',
    sql: `SELECT dstaddr, sum(bytes) n FROM {typed} WHERE starts_with(srcaddr, '10.0.') GROUP BY 1 ORDER BY n DESC LIMIT 15`,
  },
  {
    name: 'substring of an address',
    query: 'filter dstAddr like "192.0.2." | stats count(*) as n by dstAddr | sort n desc | limit 20',
    sql: `SELECT dstaddr, count(*) n FROM {typed} WHERE contains(dstaddr, '192.0.2.') GROUP BY 1 ORDER BY n DESC LIMIT 20`,
  },
  {
    name: 'largest records',
    query: 'fields srcAddr, dstAddr, bytes | sort bytes desc | limit 100',
    sql: 'SELECT srcaddr, dstaddr, bytes FROM {typed} ORDER BY bytes DESC NULLS LAST LIMIT 100',
    compares: 2,
  },
  {
    name: 'one record per connection',
    query: 'filter dstPort = 22 | dedup srcAddr, dstAddr | limit 10000',
    sql: `SELECT * FROM {typed} WHERE dstport = 22 QUALIFY row_number() OVER (PARTITION BY srcaddr, dstaddr ORDER BY start DESC) = 1 LIMIT 10000`,
    compares: 'rows',
  },
  {
    name: 'two stats',
    query:
      'stats sum(bytes) as b by srcAddr, dstAddr | stats max(b) as n, count(*) as pairs by srcAddr | sort n desc | limit 20',
    sql: `SELECT srcaddr, max(b) n, count(*) FROM (SELECT srcaddr, dstaddr, sum(bytes) b FROM {typed} GROUP BY 1, 2) GROUP BY 1 ORDER BY n DESC NULLS LAST LIMIT 20`,
    compares: 1,
  },
  {
    name: 'bytes by protocol',
    query: 'filter logStatus = "OK" | stats sum(bytes) as n, sum(packets) as p by protocol | sort n desc',
    sql: `SELECT protocol, sum(bytes) n, sum(packets) p FROM {typed} WHERE log_status = 'OK' GROUP BY 1 ORDER BY n DESC`,
  },
  {
    name: 'SSH attempts',
    query: 'filter dstPort = 22 and logStatus = "OK" | stats count(*) as n by srcAddr, action | sort n desc | limit 50',
    sql: `SELECT srcaddr, action, count(*) n FROM {typed} WHERE dstport = 22 AND log_status = 'OK' GROUP BY 1, 2 ORDER BY n DESC LIMIT 50`,
    compares: 2,
  },
];
