import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import type { CaseEvent } from './events.ts';

/** Where the service is and who asks. */
export interface ScratchOptions {
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
}

const stream = 'conformance';

/** Log groups that exist for one run; each case has its own, so that its query can be sent as it is written. */
export class ScratchGroups {
  readonly #client: CloudWatchLogsClient;
  readonly #created = new Set<string>();

  constructor({ region, profile, endpointUrl }: ScratchOptions) {
    this.#client = new CloudWatchLogsClient({
      ...(region !== undefined && { region }),
      ...(profile !== undefined && { profile }),
      ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
      // Making and deleting groups is allowed a few times a second only.
      maxAttempts: 8,
      retryMode: 'adaptive',
    });
  }

  /** Makes a group and tells when, by the clock of the service. A group that is there already is somebody else's: an error. */
  async create(logGroupName: string, abortSignal: AbortSignal): Promise<number> {
    abortSignal.throwIfAborted();
    // Not aborted in flight: a group that may have been made must be known.
    await this.#client.send(new CreateLogGroupCommand({ logGroupName }));
    this.#created.add(logGroupName);
    await this.#client.send(new CreateLogStreamCommand({ logGroupName, logStreamName: stream }), { abortSignal });
    const { logGroups = [] } = await this.#client.send(
      new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }),
      { abortSignal },
    );
    return logGroups.find((group) => group.logGroupName === logGroupName)?.creationTime ?? Date.now();
  }

  async put(logGroupName: string, events: readonly CaseEvent[], abortSignal: AbortSignal): Promise<void> {
    const { rejectedLogEventsInfo: rejected } = await this.#client.send(
      new PutLogEventsCommand({ logGroupName, logStreamName: stream, logEvents: [...events] }),
      { abortSignal },
    );
    if (rejected)
      throw new Error(`The service did not take all events of ${logGroupName}: ${JSON.stringify(rejected)}.`);
  }

  /** Deletes the groups made here; tells the names of those that are still there, and why. */
  async deleteAll(): Promise<string[]> {
    const failures: string[] = [];
    for (const logGroupName of this.#created) {
      try {
        await this.#client.send(new DeleteLogGroupCommand({ logGroupName }));
        this.#created.delete(logGroupName);
      } catch (error) {
        failures.push(`The log group ${logGroupName} is still there: ${(error as Error).message}`);
      }
    }
    this.#client.destroy();
    return failures;
  }
}
