/** A query cannot be run as asked: no format can be told, nothing says where the data is. */
export class RunError extends Error {
  override readonly name = 'RunError';
}
