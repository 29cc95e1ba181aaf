// 200 clients asking queries and 20 writing events, at one time, against `flowq serve` in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { clearInterval, setInterval } from 'node:timers';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const title = 'flowq serve under load: 200 clients asking, 20 writing';

const seconds = Number(process.env.FLOWQ_BENCH_SECONDS ?? 60);
const askers = 200;
const writers = 20;
const eventsOfBatch = 100;

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'flowq-bench-'));
  const server = spawn(process.execPath, ['bin/flowq.js', 'serve', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [greeting] = await once(server.stdout, 'data');
    const load = new Load(/http:\S+/.exec(greeting.toString())[0]);
    await load.prepare();
    const memory = watchMemory(server.pid);
    await load.run();
    const row = { ...load.figures(), ...memory.stop() };
    await load.check();
    return [row];
  } finally {
    server.kill('SIGINT');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

class Load {
  latencies = { query: [], put: [] };
  errors = 0;
  acknowledged = 0;
  #agent = new Agent({ keepAlive: true, maxSockets: askers + writers });
  #url;
  #end = 0;

  constructor(url) {
    this.#url = url;
  }

  async prepare() {
    await this.#send('CreateLogGroup', { logGroupName: 'load' });
    for (let writer = 0; writer < writers; writer++) {
      await this.#send('CreateLogStream', { logGroupName: 'load', logStreamName: `writer-${writer}` });
    }
    for (let writer = 0; writer < writers; writer++) await this.#put(writer);
  }

  async run() {
    this.#end = Date.now() + seconds * 1000;
    this.latencies = { query: [], put: [] };
    const asking = Array.from({ length: askers }, (_, index) => this.#repeat('query', () => this.#ask(index)));
    const writing = Array.from({ length: writers }, (_, index) => this.#repeat('put', () => this.#put(index)));
    await Promise.all([...asking, ...writing]);
  }

  /** Every acknowledged event must be there. */
  async check() {
    const rows = await this.#ask(0, 'stats count(*) as events');
    const found = Number(rows[0][0].value);
    if (found !== this.acknowledged)
      throw new Error(`${this.acknowledged} events were acknowledged, ${found} are there.`);
  }

  figures() {
    const { query, put } = this.latencies;
    return {
      seconds,
      queries: query.length,
      'query p50 ms': percentile(query, 0.5),
      'query p99 ms': percentile(query, 0.99),
      puts: put.length,
      'put p50 ms': percentile(put, 0.5),
      'put p99 ms': percentile(put, 0.99),
      errors: this.errors,
    };
  }

  async #repeat(kind, work) {
    while (Date.now() < this.#end) {
      const started = performance.now();
      try {
        await work();
        this.latencies[kind].push(performance.now() - started);
      } catch (error) {
        this.errors++;
        console.error(`${kind}: ${error.message}`);
      }
    }
  }

  async #ask(index, queryString = queries[index % queries.length]) {
    const now = Math.floor(Date.now() / 1000);
    const { queryId } = await this.#send('StartQuery', {
      logGroupName: 'load',
      startTime: now - 3600,
      endTime: now + 3600,
      queryString,
    });
    for (;;) {
      const answer = await this.#send('GetQueryResults', { queryId });
      if (answer.status === 'Complete') return answer.results;
      if (answer.status !== 'Scheduled' && answer.status !== 'Running') throw new Error(answer.status);
      await wait(200);
    }
  }

  async #put(writer) {
    const timestamp = Date.now();
    const logEvents = Array.from({ length: eventsOfBatch }, (_, index) => ({
      timestamp,
      message: JSON.stringify({ writer, index, level: index % 10 ? 'INFO' : 'ERROR', took: (index * 37) % 400 }),
    }));
    const { rejectedLogEventsInfo } = await this.#send('PutLogEvents', {
      logGroupName: 'load',
      logStreamName: `writer-${writer}`,
      logEvents,
    });
    if (rejectedLogEventsInfo) throw new Error('events were rejected');
    this.acknowledged += eventsOfBatch;
    await wait(100);
  }

  #send(operation, body) {
    return new Promise((resolve, reject) => {
      const headers = { 'x-amz-target': `Logs_20140328.${operation}`, 'content-type': 'application/x-amz-json-1.1' };
      const sent = request(this.#url, { method: 'POST', agent: this.#agent, headers }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${operation}: ${response.statusCode} ${text}`));
      });
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }
}

const queries = [
  'filter level = "ERROR" | stats count(*) as n by writer | sort n desc',
  'stats avg(took), max(took) by bin(1m)',
  'fields @timestamp, writer, took | filter took > 390 | sort took desc | limit 20',
];

/** The largest resident size, read from Linux; elsewhere it is not told. */
function watchMemory(pid) {
  let largest = 0;
  const look = () => {
    try {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
      largest = Math.max(largest, Number(kilobytes) / 1024);
    } catch {
      largest = NaN;
    }
  };
  const timer = setInterval(look, 200);
  return {
    stop() {
      clearInterval(timer);
      return { 'largest RSS MB': Number.isNaN(largest) ? '-' : Math.round(largest) };
    },
  };
}

function percentile(values, part) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted.length === 0 ? '-' : Math.round(sorted[Math.floor((sorted.length - 1) * part)]);
}
