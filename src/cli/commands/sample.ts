import { setImmediate } from 'node:timers/promises';
import { isFlowFamily } from '../../formats/field-sets.ts';
import { sampleChunks, type SampleOptions } from '../../formats/sample.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';
import { parseInstant } from '../instant.ts';

export const sampleCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .option('format', {
        type: 'string',
        requiresArg: true,
        default: 'vpc-default',
        describe: 'Log format: its string, a catalogue name, or @FILE',
      })
      .option('lines', { type: 'number', requiresArg: true, default: 10, describe: 'How many records' })
      .option('seed', {
        type: 'number',
        requiresArg: true,
        default: 1,
        describe: 'The same seed makes the same records',
      })
      .option('start', {
        type: 'string',
        requiresArg: true,
        describe: 'Time of the first record, in UTC [default: 2026-11-20]',
      })
      .option('header', {
        type: 'boolean',
        default: false,
        describe: 'Begin with the line of field names, as S3 files do',
      })
      .option('allow-unknown-fields', { type: 'boolean', default: false, describe: 'Take unknown fields as text' })
      .example('$0 sample --lines 100000 > flow.log', 'VPC flow logs in the default format')
      .example('$0 sample --format nginx --start 1h', 'Web requests of the last hour'),
  async handler({ format: text, lines, seed, start, header, allowUnknownFields }, context) {
    const count = wholeNumber('lines', lines);
    const options = {
      seed: wholeNumber('seed', seed),
      count,
      ...(start !== undefined && { start: await instant(start, context) }),
    };
    const format = await readFormatOption(text, context, { allowUnknownFields });
    if (header && !isFlowFamily(format.family)) {
      throw new UsageError('--header is for flow logs; files of other logs do not begin with field names.');
    }
    if (header) context.stdout(`${format.fields.map(({ name }) => name).join(' ')}\n`);
    for (const chunk of chunks(sampleChunks(format, options), context)) {
      context.stdout(chunk);
      // Between pieces the process hears of Ctrl-C and of a reader that has gone.
      await setImmediate();
    }
    return 0;
  },
});

function* chunks(pieces: Iterable<string>, { signal }: Context): Generator<string> {
  for (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}

function wholeNumber(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new UsageError(`--${option} must be a whole number of at least 0.`);
}

async function instant(text: string, context: Context): Promise<NonNullable<SampleOptions['start']>> {
  const result = await parseInstant(text, { now: context.now().getTime(), zone: 'UTC', edge: 'start' });
  if (typeof result === 'number') return result;
  throw new UsageError(`--start "${text}": ${result.problem}`);
}
