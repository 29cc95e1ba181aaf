import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../src/server/start-server.ts';
import { post, served } from './world.ts';

describe('on the wire', () => {
  it('an answer is JSON 1.1 with a request id', async () => {
    const { server } = await served();
    const { status, headers, body } = await post(server, 'DescribeLogGroups', {});
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({ logGroups: [] });
  });

  it('a fault names itself in the body and a header', async () => {
    const { server } = await served();
    const { status, headers, body } = await post(server, 'DeleteLogGroup', { logGroupName: 'a' });
    expect(status).toBe(400);
    expect(headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException');
    expect(body).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
  });

  it.each([
    {
      name: 'an operation that is not there',
      operation: 'PutDestination',
      body: {},
      fault: 'UnknownOperationException',
    },
    {
      name: 'a body that is no JSON',
      operation: 'CreateLogGroup',
      body: '{"logGroup',
      fault: 'SerializationException',
    },
    { name: 'a body that is no object', operation: 'CreateLogGroup', body: '[]', fault: 'SerializationException' },
    {
      name: 'a number for a string',
      operation: 'CreateLogGroup',
      body: { logGroupName: 5 },
      fault: 'SerializationException',
    },
    {
      name: 'a string for a number',
      operation: 'PutRetentionPolicy',
      body: { logGroupName: 'a', retentionInDays: '1' },
      fault: 'SerializationException',
    },
    {
      name: 'a list for a string',
      operation: 'CreateLogGroup',
      body: { logGroupName: ['a'] },
      fault: 'SerializationException',
    },
  ])('refuses $name', async ({ operation, body, fault }) => {
    const { server } = await served();
    expect((await post(server, operation, body)).body).toMatchObject({ __type: fault });
  });

  it('names every broken constraint at once', async () => {
    const { server } = await served();
    const { body } = await post(server, 'CreateLogStream', { logGroupName: 'a b', logStreamName: null });
    expect(body).toEqual({
      __type: 'InvalidParameterException',
      message:
        "2 validation errors detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [.\\-_/#A-Za-z0-9]+; " +
        "Value null at 'logStreamName' failed to satisfy constraint: Member must not be null",
    });
  });

  it('takes POST to "/" only', async () => {
    const { server } = await served();
    expect((await fetch(server.url)).status).toBe(404);
    expect((await fetch(`${server.url}/other`, { method: 'POST' })).status).toBe(404);
  });

  it('refuses a request without a target', async () => {
    const { server } = await served();
    const response = await fetch(server.url, { method: 'POST', body: '{}' });
    expect(await response.json()).toMatchObject({ __type: 'UnknownOperationException' });
  });

  it('refuses headers that are too large', async () => {
    const { server } = await served();
    const response = await fetch(server.url, { method: 'POST', headers: { 'x-big': 'x'.repeat(40_000) } });
    expect(response.status).toBe(431);
  });

  it('refuses a body that is too large without reading it', async () => {
    const { server } = await served();
    const answer = await raw(
      server.port,
      'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: Logs_20140328.PutLogEvents\r\ncontent-length: 99999999\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('RequestEntityTooLargeException');
  });

  it('does not wait for a client that sends no more', async () => {
    const { server } = await served({ requestTimeout: 300 });
    const answer = await raw(
      server.port,
      'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: Logs_20140328.PutLogEvents\r\ncontent-length: 10\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('refuses what is no HTTP', async () => {
    const { server } = await served();
    expect(await raw(server.port, 'hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('the server', () => {
  it('says in one sentence that its port is taken', async () => {
    const { server } = await served();
    await expect(startServer({ port: server.port })).rejects.toMatchObject({
      name: 'ServerError',
      message: `Port ${server.port} of 127.0.0.1 is taken: stop what listens there, or choose another with --port.`,
    });
  });

  it('is closed at the end of the block that uses it', async () => {
    let url: string;
    {
      await using server = await startServer();
      url = server.url;
      expect((await fetch(url)).status).toBe(404);
    }
    await expect(fetch(url)).rejects.toThrow();
  });
});

/** Sends bytes and answers what comes back until the other side closes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
