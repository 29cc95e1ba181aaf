import { CloudWatchError } from './cloudwatch-error.ts';

/** One sentence for what the SDK threw, with the service's own words where it has any. */
export function serviceFault(error: unknown, operation: string, endpoint: string): CloudWatchError {
  if (error instanceof CloudWatchError) return error;
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  const cause = { cause: error };
  if (code !== undefined && code in socketFaults) {
    return new CloudWatchError(`Cannot reach CloudWatch Logs at ${endpoint}: ${socketFaults[code]!}.`, {
      code,
      ...cause,
    });
  }
  const said = serviceWords(message);
  const kind = name ?? 'Error';
  return new CloudWatchError(sentences[kind]?.(said, operation) ?? `${operation} failed (${kind}): ${said}`, {
    code: kind,
    ...cause,
  });
}

/** The service's message without the tail that its Java client adds. */
export function serviceWords(message: string | undefined): string {
  const text = (message ?? '').replace(/\s*\(Service: [^()]*(?:\([^()]*\)[^()]*)*\)\s*$/, '').trim();
  if (text === '' || text === 'UnknownError') return 'the service gave no reason.';
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

const socketFaults: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut, again and again',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no network',
  ENOTFOUND: 'there is no host of that name; check --region and --endpoint-url',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'no answer came in time',
};

type Sentence = (said: string, operation: string) => string;

const credentialsRefused: Sentence = (said) =>
  `AWS refused the credentials: ${said} Renew them, or choose others with --profile.`;

const throttled: Sentence = (_said, operation) =>
  `CloudWatch Logs refuses ${operation} as too frequent, after all retries; try again in a minute.`;

const sentences: Readonly<Record<string, Sentence>> = {
  AccessDeniedException: (said, operation) => `AWS does not allow ${operation}: ${said}`,
  CredentialsProviderError: () =>
    'No AWS credentials were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with "aws sso login", or name a profile with --profile.',
  ExpiredTokenException: credentialsRefused,
  InvalidParameterException: (said, operation) => `CloudWatch Logs refused ${operation}: ${said}`,
  InvalidSignatureException: credentialsRefused,
  LimitExceededException: (said, operation) =>
    operation === 'StartQuery'
      ? `No query slot came free in this account and region (a quota of CloudWatch Logs): ${said}`
      : `A quota of CloudWatch Logs is used up: ${said}`,
  MalformedQueryException: (said) => said,
  ResourceNotFoundException: (said) => `${said} Check the name and --region.`,
  Throttling: throttled,
  ThrottlingException: throttled,
  TimeoutError: (_said, operation) => `CloudWatch Logs did not answer ${operation} in time.`,
  TokenProviderError: credentialsRefused,
  UnrecognizedClientException: credentialsRefused,
};
