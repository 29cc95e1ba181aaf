import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { json } from 'node:stream/consumers';

/** What the server does with one request. */
export type ScriptedAnswer =
  | { readonly body: object }
  | { readonly fault: string; readonly status?: number; readonly message?: string; readonly more?: object }
  | 'reset';

/** Answers of each operation in order; none is given twice. */
export type Script = Readonly<Record<string, readonly ScriptedAnswer[]>>;

export interface ReceivedRequest {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

export interface ScriptedLogsServer {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly ReceivedRequest[];
  readonly operations: () => string[];
  readonly close: () => Promise<void>;
}

/** Speaks JSON 1.1 on loopback and answers as scripted; what is not scripted is a 500 that names it. */
export async function startScriptedLogsServer(script: Script): Promise<ScriptedLogsServer> {
  const requests: ReceivedRequest[] = [];
  const answers = new Map(Object.entries(script).map(([operation, list]) => [operation, [...list]]));
  const server = createServer((request, response) => {
    void (async () => {
      const received: ReceivedRequest = {
        operation: operationOf(request),
        body: (await json(request)) as ReceivedRequest['body'],
        authorization: request.headers.authorization,
      };
      requests.push(received);
      send(response, answers.get(received.operation)?.shift() ?? unscripted(received.operation));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    operations: () => requests.map(({ operation }) => operation),
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function operationOf(request: IncomingMessage): string {
  return String(request.headers['x-amz-target']).replace('Logs_20140328.', '');
}

function unscripted(operation: string): ScriptedAnswer {
  return { fault: 'NotScripted', status: 400, message: `The script has no answer left for ${operation}.` };
}

function send(response: ServerResponse, answer: ScriptedAnswer): void {
  if (answer === 'reset') {
    (response.socket as Socket).resetAndDestroy();
    return;
  }
  const isFault = 'fault' in answer;
  const body = isFault ? { __type: answer.fault, message: answer.message, ...answer.more } : answer.body;
  response.writeHead(isFault ? (answer.status ?? 400) : 200, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}
