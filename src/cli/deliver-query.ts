import type { Argv } from 'yargs';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { defaultSince, readTimeRange, timeRangeSince, withTimeOptions, type TimeOptions } from './time-range.ts';

/** Where a query goes: standard output, the clipboard, or into a link that opens it in the console. */
export interface DeliveryOptions extends TimeOptions {
  readonly copy?: boolean | undefined;
  readonly link?: boolean | undefined;
  readonly region?: string | undefined;
  readonly logGroup?: readonly string[] | undefined;
}

/** Adds `--copy`, `--link` and what a link needs to a command that prints a query. */
export function withDeliveryOptions<Options>(yargs: Argv<Options>): Argv<Options & DeliveryOptions> {
  const own = yargs
    .option('copy', { type: 'boolean', describe: 'Put what is printed into the clipboard too' })
    .option('link', { type: 'boolean', describe: 'Print the console link that opens the query, in its place' })
    .option('region', { type: 'string', requiresArg: true, describe: 'Region of --link [default: AWS_REGION]' })
    .option('log-group', {
      type: 'string',
      array: true,
      nargs: 1,
      requiresArg: true,
      describe: 'Log group of --link, a name or an ARN; repeatable',
    })
    .group(['copy', 'link', 'region', 'log-group'], 'Delivery:');
  return withTimeOptions(own);
}

/** Prints the query, or the link that opens it, and copies what it prints if asked to. */
export async function deliverQuery(query: string, options: DeliveryOptions, context: Context): Promise<void> {
  const text = options.link === true ? await linkTo(query, options, context) : query;
  if (options.copy === true) {
    const { copyToClipboard } = await import('./clipboard.ts');
    await copyToClipboard(text);
  }
  context.stdout(text.endsWith('\n') ? text : `${text}\n`);
  if (options.copy === true) context.stderr('Copied to the clipboard.\n');
}

async function linkTo(query: string, options: DeliveryOptions, context: Context): Promise<string> {
  const region = options.region ?? context.env['AWS_REGION'] ?? context.env['AWS_DEFAULT_REGION'];
  const { logGroup: logGroups = [] } = options;
  if (region === undefined) throw new UsageError('--link needs a region: add --region, such as --region eu-central-1.');
  if (logGroups.length === 0) throw new UsageError('--link needs the log groups to query: add --log-group NAME.');
  const { consoleLink } = await import('../output/console-link.ts');
  return consoleLink({ query: query.trimEnd(), region, logGroups, range: await linkRange(options, context.now()) });
}

/** `--since` stays relative to the moment the link is opened; `--start` and `--end` are fixed. */
async function linkRange(options: DeliveryOptions, now: Date): Promise<number | { start: number; end: number }> {
  const range = await readTimeRange(options, now);
  if (range && options.since === undefined) return range;
  const { start, end } = range ?? (await timeRangeSince(defaultSince, now));
  return Math.max(1, Math.round((end - start) / 1000));
}
