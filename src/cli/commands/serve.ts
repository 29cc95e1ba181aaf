import { once } from 'node:events';
import { resolve } from 'node:path';
import type { LoadReport } from '../../server/load-files.ts';
import type { RunningServer, ServerOptions } from '../../server/start-server.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';

interface ServeOptions {
  load: string[] | undefined;
  port: number;
  host: string;
  data: string | undefined;
  region: string;
  account: string;
  latency: number;
  fault: string | undefined;
  seed: number;
  quotas: boolean;
}

export const serveCommand = defineCommand<ServeOptions>({
  builder: (yargs) =>
    yargs
      .option('load', {
        type: 'string',
        array: true,
        nargs: 1,
        requiresArg: true,
        describe: 'Read files into a log group: GROUP=PATH, a file, folder or glob; repeatable',
      })
      .option('port', { type: 'number', default: 4580, describe: 'Port; 0 takes a free one' })
      .option('host', { type: 'string', default: '127.0.0.1', describe: 'Address to listen on' })
      .option('data', {
        type: 'string',
        requiresArg: true,
        describe: 'Folder that keeps the data, and has that of "flowq import"; in memory without it',
      })
      .option('region', { type: 'string', default: 'us-east-1', describe: 'Region in ARNs' })
      .option('account', { type: 'string', default: '000000000000', describe: 'Account id in ARNs and @log' })
      .option('latency', { type: 'number', default: 0, describe: 'Milliseconds a query takes at least' })
      .option('fault', {
        type: 'string',
        requiresArg: true,
        describe: 'Share of requests that fail, of throttle, error, reset, timeout, fail: throttle=0.05,fail=0.01',
      })
      .option('seed', { type: 'number', default: 1, describe: 'Makes the faults come the same way again' })
      .option('quotas', { type: 'boolean', default: false, describe: "Apply the service's quotas" })
      .example('$0 serve --load vpc-flow=./flow.log', 'Ask a file with any client of CloudWatch Logs'),
  async handler(options, context) {
    const loads = (options.load ?? []).map(readLoad);
    const { startServer } = await import('../../server/start-server.ts');
    const server = await startServer({
      ...(await serverOptions(options, context)),
      load: loads.map(({ group, path }) => ({ group, paths: [path], cwd: context.cwd })),
    });
    try {
      warnOfHost(options.host, context);
      loads.forEach(({ group, path }, index) => tellLoaded(server.loaded[index]!, group, path, context));
      greet(server, context);
      if (!context.signal.aborted) await once(context.signal, 'abort');
    } finally {
      await server.close();
    }
    return 0;
  },
});

function readLoad(text: string): { readonly group: string; readonly path: string } {
  const place = text.indexOf('=');
  if (place > 0 && place < text.length - 1) return { group: text.slice(0, place), path: text.slice(place + 1) };
  throw new UsageError(`--load takes GROUP=PATH, such as vpc-flow=./flow.log, not "${text}".`);
}

async function serverOptions(options: ServeOptions, context: Context): Promise<ServerOptions> {
  const { readFaultRates } = await import('../../server/faults.ts');
  checkValues(options);
  return {
    port: options.port,
    host: options.host,
    ...(options.data !== undefined && { dataFolder: resolve(context.cwd, options.data) }),
    region: options.region,
    accountId: options.account,
    latency: options.latency,
    seed: options.seed,
    quotas: options.quotas,
    faultRates: options.fault === undefined ? {} : readFaultRates(options.fault),
    onError: (error) => context.stderr(`flowq: ${error instanceof Error ? error.message : String(error)}\n`),
  };
}

/** Timers cannot wait longer than weeks, and nobody waits longer than this for a query. */
const longestLatency = 3_600_000;

function checkValues({ port, latency, seed, region, account }: ServeOptions): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a whole number from 0 to 65535, not ${port}.`);
  }
  if (latency < 0 || latency > longestLatency) {
    throw new UsageError(`--latency takes milliseconds from 0 to 3600000, which is an hour, not ${latency}.`);
  }
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError(`--seed takes a whole number from 0, not ${seed}.`);
  if (!/^[a-z0-9-]+$/.test(region)) throw new UsageError(`--region takes a region such as us-east-1, not "${region}".`);
  if (!/^\d{12}$/.test(account)) {
    throw new UsageError(`--account takes the 12 digits of an account id, not "${account}".`);
  }
}

function warnOfHost(host: string, context: Context): void {
  if (/^(127\.|::1$|localhost$)/.test(host)) return;
  context.stderr(`flowq: everybody who reaches ${host} can read and write here: there is no authentication.\n`);
}

function tellLoaded({ events, notices }: LoadReport, group: string, path: string, context: Context): void {
  for (const notice of notices) context.stderr(`flowq: ${notice}\n`);
  context.stderr(`flowq: loaded ${groupDigits(events)} events from ${path} into "${group}".\n`);
}

function greet({ url }: RunningServer, context: Context): void {
  context.stdout(
    [
      `CloudWatch Logs endpoint at ${url}`,
      '',
      `  export AWS_ENDPOINT_URL_CLOUDWATCH_LOGS=${url}`,
      '',
      'Any credentials will do. Ctrl-C ends it.',
      '',
    ].join('\n'),
  );
}
