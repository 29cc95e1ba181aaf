/** What a caller may act on besides the sentence. */
export interface CloudWatchErrorDetails extends ErrorOptions {
  /** The service's name of the fault (`ResourceNotFoundException`), the status of a query that ended badly, or a word of ours. */
  readonly code: string;
  readonly queryId?: string;
}

/** The service refused, failed or could not be reached. */
export class CloudWatchError extends Error {
  override readonly name = 'CloudWatchError';
  readonly code: string;
  readonly queryId: string | undefined;

  constructor(message: string, { code, queryId, ...options }: CloudWatchErrorDetails) {
    super(message, options);
    this.code = code;
    this.queryId = queryId;
  }
}
