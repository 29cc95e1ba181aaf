import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConnectionCut } from './connection-cut.ts';
import type { OperationAnswer } from './operation.ts';
import { contentType, faultAnswer, operationName, readBody, requestId } from './protocol.ts';
import { ServiceFault } from './service-fault.ts';

/** What the front hands requests to. */
export interface HttpFrontOptions {
  readonly answer: (operation: string, body: Readonly<Record<string, unknown>>) => Promise<OperationAnswer>;
  /** An error that is no refusal: ours. The client gets a 500 without its text. */
  readonly onError: (error: unknown) => void;
  /** Bytes of a request. */
  readonly mostBodyBytes: number;
  /** Milliseconds a client has to send a whole request. */
  readonly requestTimeout: number;
}

/** POST / with JSON 1.1. Header size, slow clients and malformed HTTP are node:http's own settings and answers. */
export function createHttpFront(options: HttpFrontOptions): Server {
  return createServer(
    {
      maxHeaderSize: 32 * 1024,
      headersTimeout: Math.min(10_000, options.requestTimeout),
      requestTimeout: options.requestTimeout,
      connectionsCheckingInterval: Math.min(1_000, options.requestTimeout),
      keepAliveTimeout: 20_000,
    },
    (request, response) => {
      void serve(request, response, options);
    },
  );
}

async function serve(request: IncomingMessage, response: ServerResponse, options: HttpFrontOptions): Promise<void> {
  try {
    if (request.method !== 'POST' || pathOf(request) !== '/') {
      throw new ServiceFault('UnknownOperationException', 'Operations are sent by POST to "/".', { status: 404 });
    }
    const operation = operationName(request.headers['x-amz-target']);
    const body = readBody(await bytesOf(request, options.mostBodyBytes));
    await send(response, await options.answer(operation, body));
  } catch (error) {
    if (error instanceof ConnectionCut) (response.socket as Socket).resetAndDestroy();
    else if (response.headersSent) cutOff(response, error, options);
    else sendFault(request, response, faultOf(error, options));
  }
}

/** Half an answer is out: the client must see that it is not whole. */
function cutOff(response: ServerResponse, error: unknown, { onError }: HttpFrontOptions): void {
  response.destroy();
  if (!isHangUp(error)) onError(error);
}

/** The client went away: nobody hears the answer, and nothing is wrong here. */
function isHangUp(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0]!;
}

/** Stops reading at the limit: a body that is too large is never held. */
async function bytesOf(request: IncomingMessage, most: number): Promise<Uint8Array> {
  const tooLarge = new ServiceFault('RequestEntityTooLargeException', `A request may have ${most} bytes.`, {
    status: 413,
  });
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge;
  if (request.headers['content-encoding'] !== undefined) {
    throw new ServiceFault('SerializationException', 'This endpoint reads uncompressed bodies only.', { status: 415 });
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, answer: OperationAnswer): Promise<void> {
  const headers = { 'content-type': contentType, 'x-amzn-requestid': requestId() };
  if (!(Symbol.asyncIterator in answer)) {
    const body = JSON.stringify(answer);
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
    return;
  }
  response.writeHead(200, headers);
  await pipeline(Readable.from(answer), response);
}

function faultOf(error: unknown, options: HttpFrontOptions): ServiceFault {
  if (error instanceof ServiceFault) return error;
  if (!isHangUp(error)) options.onError(error);
  return new ServiceFault('InternalFailure', 'The endpoint failed; its log says how.', { status: 500 });
}

function sendFault(request: IncomingMessage, response: ServerResponse, fault: ServiceFault): void {
  const { headers, body } = faultAnswer(fault);
  // What is left of an unread body would be taken for the next request.
  const close = request.complete ? {} : { connection: 'close' };
  response
    .writeHead(fault.status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      'x-amzn-requestid': requestId(),
      ...headers,
      ...close,
    })
    .end(body);
}
