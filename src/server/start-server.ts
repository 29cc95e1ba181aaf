import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { dispatch } from './dispatch.ts';
import type { FaultRates } from './faults.ts';
import { createHttpFront } from './http-front.ts';
import type { LoadReport, LoadRequest } from './load-files.ts';
import { openService, type OpenService } from './open-service.ts';
import { ServerError } from './server-error.ts';

/** How the endpoint is to be; every member may be left out. */
export interface ServerOptions {
  /** 0, the default: a free one. */
  readonly port?: number;
  /** 127.0.0.1 unless told. There is no authentication. */
  readonly host?: string;
  /** Events and definitions are kept there; in memory where it is left out. */
  readonly dataFolder?: string;
  /** Files that are read into log groups before the first answer. */
  readonly load?: readonly LoadRequest[];
  readonly region?: string;
  readonly accountId?: string;
  /** Milliseconds that every query takes at least. */
  readonly latency?: number;
  readonly faultRates?: FaultRates;
  /** Of the faults. */
  readonly seed?: number;
  /** The service's quotas hold. */
  readonly quotas?: boolean;
  /** Milliseconds for which an answer can be had after its end; an hour. */
  readonly resultLifetime?: number;
  /** Queries the engine works on at one time; 2. */
  readonly parallelQueries?: number;
  /** What DuckDB may use before it spills to disk: `512MB`. */
  readonly memoryLimit?: string;
  /** Milliseconds a client has to send a whole request; 30 seconds. */
  readonly requestTimeout?: number;
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** Told of failures of the endpoint itself; standard error unless told. */
  readonly onError?: (error: unknown) => void;
}

/** A running endpoint. */
export interface RunningServer extends AsyncDisposable {
  /** `http://127.0.0.1:4580`: what clients take as the endpoint URL. */
  readonly url: string;
  readonly port: number;
  /** What came of the `load` option, in its order. */
  readonly loaded: readonly LoadReport[];
  /** Reads files into a log group, as the `load` option does. */
  readonly load: (request: LoadRequest) => Promise<LoadReport>;
  /** Finishes the answers under way. */
  readonly close: () => Promise<void>;
}

/** The service's bodies are at most 1 MB, but for lookup tables, whose 10 MB of CSV are escaped. */
const mostBodyBytes = 25 * 1024 * 1024;

/** Starts a CloudWatch Logs endpoint with the embedded engine behind it. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', onError = reportToStderr } = options;
  const opened = await openService({ ...options, onError });
  const server = createHttpFront({
    // Who asks early waits: an answer from half a file would be wrong.
    answer: async (operation, body) => {
      await loading;
      return dispatch(opened.service, operation, body);
    },
    onError,
    mostBodyBytes,
    requestTimeout: options.requestTimeout ?? 30_000,
  });
  // A taken port is found before the time of loading is spent.
  const loading = listen(server, options.port ?? 0, host).then(() => loadAll(opened, options.load ?? []));
  const close = once(() => shutDown(server, opened));
  try {
    const loaded = await loading;
    const { port } = server.address() as AddressInfo;
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { url, port, loaded, load: opened.load, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One after the other, in the order given. */
async function loadAll(opened: OpenService, requests: readonly LoadRequest[]): Promise<readonly LoadReport[]> {
  const reports: LoadReport[] = [];
  for (const request of requests) reports.push(await opened.load(request));
  return reports;
}

function reportToStderr(error: unknown): void {
  process.stderr.write(`flowq: the endpoint failed: ${error instanceof Error ? error.stack : String(error)}\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, port, host)));
    server.listen(port, host, resolve);
  });
}

function listenError(cause: NodeJS.ErrnoException, port: number, host: string): ServerError {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} of ${host} is taken: stop what listens there, or choose another with --port.`,
    EACCES: `Port ${port} of ${host} is not allowed for you: choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `${host} is no address of this machine: choose another with --host.`,
    ENOTFOUND: `There is no host "${host}": choose another with --host.`,
  };
  return new ServerError(sentences[cause.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${cause.message}.`, {
    cause,
  });
}

/** Milliseconds that answers under way get to reach their clients; one that does not read would hold the process for ever. */
const graceTime = 10_000;

/** Answers under way are finished; connections that wait for a next request are closed. */
async function shutDown(server: Server, opened: OpenService): Promise<void> {
  await new Promise<void>((resolve) => {
    // A connection becomes idle when its answer is out: it must not keep the process for its keep-alive time.
    const closing = setInterval(() => server.closeIdleConnections(), 20);
    const end = setTimeout(() => server.closeAllConnections(), graceTime);
    server.close(() => {
      clearInterval(closing);
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
  await opened.close();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined;
  return () => (result ??= work());
}
