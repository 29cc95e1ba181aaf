const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

export interface DocumentOptions {
  /** Give the objects inside a document's arrays one by one instead of the document: a torn one costs only its last. */
  readonly elements?: boolean;
}

/** The text of each JSON object that stands in a stream of bytes; the last may be torn, also where the stream breaks off. */
export async function* jsonDocuments(
  chunks: AsyncIterable<Buffer>,
  { elements = false }: DocumentOptions = {},
): AsyncGenerator<string> {
  const scanner = createScanner(elements);
  try {
    for await (const chunk of chunks) yield* scanner.push(chunk);
  } catch (error) {
    yield* scanner.end();
    throw error;
  }
  yield* scanner.end();
}

interface Capture {
  readonly depth: number;
  start: number;
}

/** Follows strings and brackets; captures the outermost object, and in arrays of the outermost object each object. */
function createScanner(elements: boolean) {
  let bytes: Buffer = Buffer.alloc(0);
  let place = 0;
  let depth = 0;
  let isInString = false;
  let outer: Capture | undefined;
  let element: Capture | undefined;
  let hasElements = false;
  const inArray: boolean[] = [];

  function* scan(): Generator<string> {
    for (; place < bytes.length; place++) {
      const byte = bytes[place]!;
      if (isInString) {
        if (byte === backslash) place++;
        else if (byte === quote) isInString = false;
        continue;
      }
      if (byte === quote) isInString = depth > 0;
      else if (byte === openBrace || byte === openBracket) opening(byte);
      else if ((byte === closeBrace || byte === closeBracket) && depth > 0) yield* closing();
    }
  }

  function opening(byte: number): void {
    if (byte === openBrace && depth === 0) outer = { depth, start: place };
    if (elements && byte === openBrace && !element && depth > 0 && depth <= 2 && inArray[depth - 1]) {
      element = { depth, start: place };
      hasElements = true;
      outer = undefined;
    }
    inArray[depth] = byte === openBracket;
    depth++;
  }

  function* closing(): Generator<string> {
    depth--;
    if (element?.depth === depth) {
      yield bytes.toString('utf8', element.start, place + 1);
      element = undefined;
    } else if (depth === 0) {
      if (outer && !hasElements) yield bytes.toString('utf8', outer.start, place + 1);
      outer = undefined;
      hasElements = false;
    }
  }

  /** Forgets the bytes that no capture needs any more. */
  function forget(): void {
    const keep = Math.min(outer?.start ?? place, element?.start ?? place, bytes.length);
    bytes = bytes.subarray(keep);
    place -= keep;
    if (outer) outer.start -= keep;
    if (element) element.start -= keep;
  }

  return {
    *push(chunk: Buffer): Generator<string> {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
      yield* scan();
      forget();
    },
    *end(): Generator<string> {
      const torn = element ?? outer;
      if (torn) yield bytes.toString('utf8', torn.start);
    },
  };
}
