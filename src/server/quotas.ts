import { ServiceFault } from './service-fault.ts';

/** Requests a second that the service allows an account in a region, for the operations that have a quota of their own. */
const ratePerSecond: Readonly<Record<string, number>> = {
  CreateLogGroup: 10,
  CreateLogStream: 50,
  DeleteLogGroup: 10,
  DeleteLogStream: 15,
  DescribeLogGroups: 10,
  DescribeLogStreams: 25,
  FilterLogEvents: 10,
  GetLogEvents: 25,
  GetQueryResults: 10,
  PutLogEvents: 5_000,
  StartQuery: 10,
};

/** Queries under way at one time. */
const mostQueries = 100;

/** The service's quotas; all of them are off unless asked for. */
export class Quotas {
  readonly #isOn: boolean;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; filledAt: number }>();

  constructor(isOn: boolean, now: () => number) {
    this.#isOn = isOn;
    this.#now = now;
  }

  /** Throws where an operation comes too often. A second's worth may come at once. */
  admit(operation: string): void {
    const rate = ratePerSecond[operation];
    if (!this.#isOn || rate === undefined) return;
    const bucket = this.#buckets.get(operation) ?? { tokens: rate, filledAt: this.#now() };
    const now = this.#now();
    bucket.tokens = Math.min(rate, bucket.tokens + ((now - bucket.filledAt) / 1000) * rate);
    bucket.filledAt = now;
    this.#buckets.set(operation, bucket);
    if (bucket.tokens < 1) throw new ServiceFault('ThrottlingException', 'Rate exceeded');
    bucket.tokens--;
  }

  /** Throws where no further query may run. */
  admitQuery(underWay: number): void {
    if (!this.#isOn || underWay < mostQueries) return;
    throw new ServiceFault(
      'LimitExceededException',
      `Account maximum query concurrency limit of [${mostQueries}] reached.`,
    );
  }
}
