/** Thrown in place of an answer: the connection is to be cut, as a broken network would. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
}
