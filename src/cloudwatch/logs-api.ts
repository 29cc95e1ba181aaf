import type {
  DescribeLogGroupsCommandInput,
  DescribeLogGroupsCommandOutput,
  FilterLogEventsCommandInput,
  FilterLogEventsCommandOutput,
  GetQueryResultsCommandInput,
  GetQueryResultsCommandOutput,
  StartQueryCommandInput,
  StartQueryCommandOutput,
  StopQueryCommandInput,
  StopQueryCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';

/** One operation of the service. */
export type LogsCall<Input, Output> = (input: Input, signal?: AbortSignal) => Promise<Output>;

/** The operations of CloudWatch Logs that flowq uses. They reject with `CloudWatchError`, or with the reason of the signal. */
export interface LogsApi {
  readonly startQuery: LogsCall<StartQueryCommandInput, StartQueryCommandOutput>;
  readonly getQueryResults: LogsCall<GetQueryResultsCommandInput, GetQueryResultsCommandOutput>;
  readonly stopQuery: LogsCall<StopQueryCommandInput, StopQueryCommandOutput>;
  readonly filterLogEvents: LogsCall<FilterLogEventsCommandInput, FilterLogEventsCommandOutput>;
  readonly describeLogGroups: LogsCall<DescribeLogGroupsCommandInput, DescribeLogGroupsCommandOutput>;
  /** Frees the sockets. */
  readonly close: () => void;
}
