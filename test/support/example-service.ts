import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A service that answers every query at once with the same rows, so that examples of the documentation can run. */
export interface ExampleService {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const record =
  '2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK';

const answers: Readonly<Record<string, object>> = {
  StartQuery: { queryId: '12ab3456-12ab-123a-789e-1234567890ab' },
  GetQueryResults: {
    status: 'Complete',
    results: [
      [
        { field: 'srcaddr', value: '172.31.9.69' },
        { field: 'rejects', value: '1' },
      ],
    ],
    statistics: { recordsMatched: 1, recordsScanned: 1, bytesScanned: 140, resultCount: 1 },
  },
  FilterLogEvents: {
    events: [{ message: record, timestamp: 1418530010000, logStreamName: 'eni-1235b8ca123456789-all' }],
  },
  StopQuery: { success: true },
};

export async function startExampleService(): Promise<ExampleService> {
  const server = createServer((request, response) => {
    void (async () => {
      await json(request);
      const operation = String(request.headers['x-amz-target']).replace('Logs_20140328.', '');
      const answer = answers[operation] ?? { __type: 'UnknownOperationException' };
      response.writeHead(operation in answers ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
