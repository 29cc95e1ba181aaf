/** What the console shall show when the link is opened. */
export interface ConsoleLinkTarget {
  readonly query: string;
  readonly region: string;
  /** Names or ARNs; empty where the query itself says where it looks (`SOURCE`). */
  readonly logGroups: readonly string[];
  /** Seconds back from the moment the link is opened, or two fixed instants in epoch milliseconds. */
  readonly range: number | { readonly start: number; readonly end: number };
}

/** A link that cannot be made: no such region, or a part of AWS whose console address is not public. */
export class ConsoleLinkError extends Error {
  override readonly name = 'ConsoleLinkError';
}

/** The address that opens a query in the Logs Insights console. */
export function consoleLink({ query, region, logGroups, range }: ConsoleLinkTarget): string {
  const detail: Record<string, Value> = {
    ...(typeof range === 'number' ? relativeTime(range) : absoluteTime(range)),
    editorString: query,
    ...(logGroups.length > 0 ? { source: logGroups } : {}),
    lang: 'CWLI',
  };
  return `https://${consoleHost(region)}/cloudwatch/home?region=${region}#logsV2:logs-insights$3FqueryDetail$3D${encode(detail)}`;
}

function relativeTime(seconds: number): Record<string, Value> {
  return { end: 0, start: -seconds, timeType: 'RELATIVE', tz: 'UTC', unit: 'seconds' };
}

function absoluteTime({ start, end }: { readonly start: number; readonly end: number }): Record<string, Value> {
  return { end: new Date(end).toISOString(), start: new Date(start).toISOString(), timeType: 'ABSOLUTE', tz: 'UTC' };
}

/** Each partition of AWS has a console of its own. */
function consoleHost(region: string): string {
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region)) {
    throw new ConsoleLinkError(`"${region}" is no AWS region; write one such as eu-central-1.`);
  }
  if (region.startsWith('cn-')) return `${region}.console.amazonaws.cn`;
  if (region.startsWith('us-gov-')) return `${region}.console.amazonaws-us-gov.com`;
  if (/^(us-iso|eu-iso|eusc-)/.test(region)) {
    throw new ConsoleLinkError(
      `The console's address for region "${region}" is not known; paste the query there instead.`,
    );
  }
  return `${region}.console.aws.amazon.com`;
}

type Value = string | number | readonly Value[] | { readonly [key: string]: Value };

/** The console keeps its state in a URL as tilde-separated values: `~'text`, `~3`, `~(~'a~'b)`, `~(key~'text)`. */
function encode(value: Value): string {
  if (typeof value === 'string') return `~'${escape(value)}`;
  if (typeof value === 'number') return `~${value}`;
  if (Array.isArray(value)) return `~(${value.map(encode).join('')})`;
  return `~(${Object.entries(value)
    .map(([key, member]) => key + encode(member))
    .join('~')})`;
}

/** Every UTF-16 unit but letters, digits, `_`, `-` and `.` becomes `*2f`, or `**20ac` beyond Latin-1. */
function escape(text: string): string {
  return text.replace(/[^\w.-]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return code < 0x100 ? `*${code.toString(16).padStart(2, '0')}` : `**${code.toString(16).padStart(4, '0')}`;
  });
}
