import { EngineError } from './engine-error.ts';

/** An error of DuckDB as an error of ours; others, and the reason of an abort, as they are. */
export function explainFailure(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  if (!(error instanceof Error) || error.name !== 'Error') return error;
  const text = error.message.split('\n')[0]!.trim();
  if (/^Out of Memory Error/i.test(text)) {
    return new EngineError(
      'The query needs more memory than the engine may use; filter earlier, or group by fewer values.',
      { cause: error },
    );
  }
  if (/^(IO|CSV|Invalid|Invalid Input|Conversion|Out of Range) Error/i.test(text)) {
    return new EngineError(`The embedded engine stopped: ${text}`, { cause: error });
  }
  return error;
}
