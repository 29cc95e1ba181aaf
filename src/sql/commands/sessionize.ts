import { durationMilliseconds } from '../../language/duration.ts';
import { toText, toTimestamp } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { unfilled } from '../expression.ts';
import { endMatching, lookUp } from '../flow.ts';
import { fieldOf, wordOf } from '../names.ts';
import { notSupported } from '../refusal.ts';
import { join, sql, value } from '../value.ts';

const halfHour = 1_800_000;

/** Numbers the sessions of each combination of fields: a longer pause than `maxspan` begins a new one. */
export const sessionize: CompileCommand<'SessionizeCommand'> = ({ fields, maxspan, alias, span }, flow) => {
  if (maxspan?.kind === 'Placeholder') throw unfilled(maxspan.span);
  const pause = maxspan ? durationMilliseconds(maxspan) : halfHour;
  if (pause === undefined) throw notSupported(span, 'A pause in months or years');
  const { pipeline } = flow;
  const keys = fields.map((field) =>
    pipeline.columnFor(toText(pipeline.bind(lookUp(flow, fieldOf(field)), 'key')), 'key'),
  );
  const event = { kind: 'Field', name: '@timestamp', segments: [{ text: '@timestamp' }], span } as const;
  const time = pipeline.bind(toTimestamp(pipeline.bind(lookUp(flow, event), 'time')), 'time');
  endMatching(flow);
  const ties = flow.ties.map((key) => `, ${key.sql}`).join('');
  const window = sql`PARTITION BY ${join(keys, ', ')} ORDER BY ${time} ${ties}`;
  const gap = pipeline.columnFor(value('number', sql`${time} - lag(${time}) OVER (${window})`), 'gap');
  const count = sql`sum(CASE WHEN ${gap} <= ${pause} THEN 0 ELSE 1 END) OVER (${window} ROWS UNBOUNDED PRECEDING)`;
  const number = pipeline.columnFor(value('number', count), 'session');
  const id = sql`concat_ws('-', ${join(keys, ', ')}, CAST(CAST(${number} AS BIGINT) AS VARCHAR))`;
  flow.fields.set(alias ? wordOf(alias) : 'session_id', pipeline.columnFor(value('text', id), 'session'));
};
