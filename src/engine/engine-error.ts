/** Local data cannot be read, or the embedded engine cannot run. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
