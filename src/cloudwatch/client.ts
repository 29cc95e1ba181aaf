import type * as Sdk from '@aws-sdk/client-cloudwatch-logs';
import { CloudWatchError } from './cloudwatch-error.ts';
import type { LogsApi, LogsCall } from './logs-api.ts';
import { defaultRetryPolicy, withRetries, type RetryPolicy } from './retry.ts';
import { serviceFault } from './service-fault.ts';

/** Where the service is and who asks; whatever is left out comes from the SDK's own chain. */
export interface LogsApiOptions {
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
  readonly retry?: RetryPolicy;
}

/** Opens the real service (or whatever speaks its protocol at `endpointUrl`). Credentials are looked up at the first call. */
export async function openLogsApi(options: LogsApiOptions = {}): Promise<LogsApi> {
  const sdk = await loadSdk();
  const client = new sdk.CloudWatchLogsClient({
    ...(options.region !== undefined && { region: options.region }),
    ...(options.profile !== undefined && { profile: options.profile }),
    ...(options.endpointUrl !== undefined && { endpoint: checkedEndpoint(options.endpointUrl) }),
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  });
  const region = await regionOf(client, options.profile);
  const context: CallContext = {
    endpoint: options.endpointUrl ?? process.env.AWS_ENDPOINT_URL_CLOUDWATCH_LOGS ?? `logs.${region}.amazonaws.com`,
    policy: options.retry ?? defaultRetryPolicy,
  };
  return {
    // No signal reaches the request: an abort in flight would leave a running query whose id nobody knows.
    startQuery: call('StartQuery', (input) => client.send(new sdk.StartQueryCommand(input)), {
      ...context,
      waitsForSlot: true,
    }),
    getQueryResults: call(
      'GetQueryResults',
      (input, http) => client.send(new sdk.GetQueryResultsCommand(input), http),
      context,
    ),
    stopQuery: call('StopQuery', (input, http) => client.send(new sdk.StopQueryCommand(input), http), context),
    filterLogEvents: call(
      'FilterLogEvents',
      (input, http) => client.send(new sdk.FilterLogEventsCommand(input), http),
      context,
    ),
    describeLogGroups: call(
      'DescribeLogGroups',
      (input, http) => client.send(new sdk.DescribeLogGroupsCommand(input), http),
      context,
    ),
    close: () => client.destroy(),
  };
}

/** Node 20 is supported here for as long as the client runs on it; its warning would spoil stderr. */
async function loadSdk(): Promise<typeof Sdk> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return import('@aws-sdk/client-cloudwatch-logs');
}

function checkedEndpoint(endpointUrl: string): string {
  if (URL.canParse(endpointUrl) && /^https?:$/.test(new URL(endpointUrl).protocol)) return endpointUrl;
  throw new CloudWatchError(
    `The endpoint "${endpointUrl}" is not a URL; write it as https://host or http://127.0.0.1:4580.`,
    { code: 'InvalidEndpoint' },
  );
}

async function regionOf(client: Sdk.CloudWatchLogsClient, profile: string | undefined): Promise<string> {
  try {
    return await client.config.region();
  } catch (cause) {
    client.destroy();
    // The SDK refuses a region that cannot be a part of a host's name.
    const refused = /region="(.*?)"/.exec((cause as Error).message)?.[1];
    if (refused !== undefined) {
      throw new CloudWatchError(`"${refused}" is no AWS region; name one such as eu-central-1.`, {
        code: 'InvalidRegion',
        cause,
      });
    }
    const place = profile === undefined ? 'your AWS profile' : `the profile "${profile}"`;
    throw new CloudWatchError(`No AWS region is set: give --region, or set AWS_REGION or a region in ${place}.`, {
      code: 'NoRegion',
      cause,
    });
  }
}

/** What the SDK takes beside the input. */
type HttpOptions = { readonly abortSignal?: AbortSignal };

interface CallContext {
  readonly endpoint: string;
  readonly policy: RetryPolicy;
  readonly waitsForSlot?: boolean;
}

function call<Input, Output>(
  operation: string,
  send: (input: Input, http: HttpOptions) => Promise<Output>,
  { endpoint, policy, waitsForSlot = false }: CallContext,
): LogsCall<Input, Output> {
  return async (input, signal) => {
    const http = signal ? { abortSignal: signal } : {};
    try {
      return await withRetries(() => send(input, http), { policy, waitsForSlot, signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw serviceFault(error, operation, endpoint);
    }
  };
}
