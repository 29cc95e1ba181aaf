// Parsing and judging 1,000 queries in one process. --queries=FILE takes queries from JSON lines with a "query" each.
import { readFileSync } from 'node:fs';
import { median } from './measure.js';

export const title = 'reading and judging 1,000 queries in one process (the first time, then medians of 9)';

export async function bench() {
  const { checkQuery, parse, readFormat } = await import('../dist/index.js');
  const sources = queries().map((text, index) => ({ name: String(index), text }));
  const { format } = readFormat('vpc-default');
  const jobs = [
    ['parse', (source) => void parse(source)],
    ['parse and lint', (source) => checkQuery(source)],
    ['parse and lint by a format', (source) => checkQuery(source, { format })],
  ];
  const rows = [];
  for (const [name, job] of jobs) {
    const first = await timeOf(job, sources);
    const times = [];
    for (let run = 0; run < 9; run++) times.push(await timeOf(job, sources));
    const seconds = median(times);
    rows.push({
      name,
      'first time': first,
      seconds,
      'a query, ms': (seconds / sources.length) * 1000,
    });
  }
  return rows;
}

async function timeOf(job, sources) {
  const start = performance.now();
  for (const source of sources) await job(source);
  return (performance.now() - start) / 1000;
}

/** A thousand queries: those of a file, over and over, or made ones of the kinds that people write. */
function queries() {
  const option = process.argv.find((word) => word.startsWith('--queries='));
  const base = option ? readQueries(option.slice('--queries='.length)) : made();
  return Array.from({ length: 1000 }, (_, index) => base[index % base.length]);
}

function readQueries(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line).query);
}

function made() {
  const filters = [
    'filter action = "REJECT"',
    'filter @message like /(?i)timeout|refused/ and not ispresent(errorCode)',
    'parse @message "[*] * took * ms" as level, text, took\n| filter took > 100 and level in ["WARN", "ERROR"]',
    'parse @message /user=(?<user>\\S+) status=(?<status>\\d+)/\n| filter status >= 500',
    'fields jsonParse(@message) as event\n| filter event.detail.state != "ok"',
    'filter @type = "REPORT"\n| fields @maxMemoryUsed / 1000 / 1000 as used',
    'filter isIpInSubnet(srcAddr, "10.0.0.0/8") and dstPort in [22, 3389]',
    'fields @timestamp, @message, coalesce(user, "nobody") as who # who did it',
  ];
  const endings = [
    'stats count(*) as hits by bin(5m)',
    'stats count(*) as hits, sum(bytes) / 1024 as kibibytes, pct(bytes, 95) as slow by srcAddr, dstAddr\n| sort hits desc\n| limit 20',
    'sort @timestamp desc\n| limit 100',
    'stats count_distinct(dstPort) as ports by srcAddr\n| filter ports > 30\n| sort ports desc\n| limit 50',
    'dedup @logStream\n| limit 10',
    'display @timestamp, @message\n| limit 1000',
  ];
  return filters.flatMap((filter) => endings.map((ending) => `${filter}\n| ${ending}`));
}
