/** The server cannot do its work: the port is taken, the data cannot be read. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
}
