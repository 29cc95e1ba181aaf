/** A log group as the account knows it. */
export interface LogGroup {
  readonly name: string;
  readonly createdAt: number;
  readonly groupClass: 'STANDARD' | 'INFREQUENT_ACCESS' | 'DELIVERY';
  readonly retentionInDays?: number | undefined;
  readonly kmsKeyId?: string | undefined;
  readonly isProtected: boolean;
  readonly tags: Readonly<Record<string, string>>;
  /** The number of its event table. */
  readonly table: number;
}

/** A log stream and what its events add up to. */
export interface LogStream {
  readonly group: string;
  readonly name: string;
  readonly createdAt: number;
  readonly firstTimestamp?: number | undefined;
  readonly lastTimestamp?: number | undefined;
  readonly lastIngestion?: number | undefined;
  readonly bytes: number;
}
