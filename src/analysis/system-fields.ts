import type { ValueType } from '../functions/definition.ts';
import type { ScopeField } from './analysis.ts';

const systemTypes: Readonly<Record<string, ValueType>> = {
  '@timestamp': 'timestamp',
  '@message': 'string',
  '@ingestionTime': 'timestamp',
  '@logStream': 'string',
  '@log': 'string',
  '@ptr': 'string',
  '@data_source_name': 'string',
  '@data_source_type': 'string',
  '@data_format': 'string',
  '@source.log': 'string',
  '@aws.region': 'string',
  '@aws.account': 'string',
  '@aws.tag': 'map',
  '@entity': 'map',
};

/** What the service finds in the lines of Lambda functions. */
const lambdaTypes: Readonly<Record<string, ValueType>> = {
  '@requestId': 'string',
  '@type': 'string',
  '@duration': 'number',
  '@billedDuration': 'number',
  '@initDuration': 'number',
  '@memorySize': 'number',
  '@maxMemoryUsed': 'number',
  '@xrayTraceId': 'string',
  '@xraySegmentId': 'string',
};

/** The fields of every event, whatever its log group. */
export const systemFields: readonly ScopeField[] = Object.entries(systemTypes).map(([name, type]) => ({
  name,
  type,
  origin: 'system',
}));

/** Fields that some log groups have, where nothing is known about the format. */
export const lambdaFields: readonly ScopeField[] = Object.entries(lambdaTypes).map(([name, type]) => ({
  name,
  type,
  origin: 'discovered',
}));
