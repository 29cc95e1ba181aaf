import pRetry from 'p-retry';
import { systemClock, type Clock } from './clock.ts';

/** How often and how patiently a call is tried again. */
export interface RetryPolicy {
  /** Tries after the first, for faults that pass by themselves. */
  readonly retries: number;
  /** Milliseconds before the second try; doubled from try to try, with jitter. */
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** StartQuery without a free query slot: how often to wait for one, and how long each time. */
  readonly slotWaits: number;
  readonly slotDelay: number;
  readonly clock: Clock;
}

/** About half a minute for passing faults, five minutes for a query slot. */
export const defaultRetryPolicy: RetryPolicy = {
  retries: 6,
  firstDelay: 300,
  longestDelay: 10_000,
  slotWaits: 60,
  slotDelay: 5_000,
  clock: systemClock,
};

export interface RetryOptions {
  readonly policy: RetryPolicy;
  /** `LimitExceededException` means: no query slot is free yet. */
  readonly waitsForSlot?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Calls until it answers, fails for good, or the policy is used up; rejects with the last error. The only retry layer. */
export async function withRetries<Output>(call: () => Promise<Output>, options: RetryOptions): Promise<Output> {
  const { policy, signal } = options;
  const { wait } = policy.clock;
  const isSlotFault = (error: Error): boolean =>
    options.waitsForSlot === true && error.name === 'LimitExceededException';
  let slotWaits = 0;
  let answer: { readonly value: Output } | undefined;
  try {
    return await pRetry(
      async () => {
        answer = { value: await call() };
        return answer.value;
      },
      {
        retries: policy.retries,
        minTimeout: policy.firstDelay,
        maxTimeout: policy.longestDelay,
        factor: 2,
        randomize: true,
        ...(signal && { signal }),
        // A busy account is no fault of the call: waiting for a slot has a budget of its own.
        shouldConsumeRetry: ({ error }) => !isSlotFault(error),
        shouldRetry: async ({ error }) => {
          if (!isSlotFault(error)) return isPassing(error);
          if (slotWaits++ === policy.slotWaits) return false;
          await wait(policy.slotDelay, signal);
          return true;
        },
      },
    );
  } catch (error) {
    // p-retry drops an answer that came in the moment of the abort; a query that was started must still be stopped.
    if (answer) return answer.value;
    throw error;
  }
}

const passingNames: ReadonlySet<string> = new Set([
  'InternalFailure',
  'InternalServerError',
  'RequestLimitExceeded',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
]);

const passingSocketCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** A fault that may be gone at the next try. A refused connection is not one: nobody listens there. */
function isPassing(error: Error): boolean {
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  if (passingNames.has(error.name)) return true;
  if (typeof code === 'string' && passingSocketCodes.has(code)) return true;
  return ($metadata?.httpStatusCode ?? 0) >= 500;
}
