import { toNumber } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { endMatching, lookUp, type Flow } from '../flow.ts';
import { fieldOf, resultName } from '../names.ts';
import { orderBy } from '../order.ts';
import { invalid } from '../refusal.ts';
import { sql, value, type SqlValue } from '../value.ts';

/** The running total in the current order. */
export const accum: CompileCommand<'AccumCommand'> = ({ field, alias }, flow) => {
  const number = toNumber(flow.pipeline.bind(lookUp(flow, fieldOf(field)), 'value'));
  endMatching(flow);
  const total = sql`sum(${number}) OVER (${orderBy(flow.order)} ROWS UNBOUNDED PRECEDING)`;
  flow.fields.set(resultName(field, alias), flow.pipeline.columnFor(value('number', total), 'total'));
};

/** The values of rows before: `bytes p=1-4` gives `bytes_p1` to `bytes_p4`. */
export const autoregress: CompileCommand<'AutoregressCommand'> = ({ field, alias, from, to, span }, flow) => {
  const first = from?.value ?? 1;
  const last = to?.value ?? first;
  if (!(first >= 1 && last >= first && last - first < 1000)) {
    throw invalid(span, 'bad-lag', 'The range of p counts rows back: p=1 or p=1-4, at most 1000 of them.');
  }
  const by = flow.pipeline.bind(lookUp(flow, fieldOf(field)), 'value');
  endMatching(flow);
  const base = resultName(field, alias);
  for (let back = first; back <= last; back++) {
    const name = alias && first === last ? base : `${base}_p${back}`;
    flow.fields.set(name, inWindow(flow, by, `lag(${by.sql}, ${back})`, ''));
  }
};

/** The last value that was there, for rows that lack one. */
export const filldown: CompileCommand<'FilldownCommand'> = ({ patterns }, flow) => {
  const isWanted = patterns.length === 0 ? () => true : matcherOf(patterns.map(({ text }) => text));
  for (const { text, span } of patterns) {
    if (!text.includes('*') && !flow.fields.has(text)) {
      lookUp(flow, { kind: 'Field', name: text, segments: text.split('.').map((key) => ({ text: key })), span });
    }
  }
  endMatching(flow);
  for (const [name, before] of flow.fields) {
    if (!isWanted(name) || name === '@message') continue;
    const by = flow.pipeline.bind(before, name);
    flow.fields.set(name, inWindow(flow, by, `last_value(${by.sql} IGNORE NULLS)`, 'ROWS UNBOUNDED PRECEDING'));
  }
};

function inWindow(flow: Flow, by: SqlValue, call: string, frame: string): SqlValue {
  const over = { sql: `${call} OVER (${orderBy(flow.order)} ${frame})`, depth: by.depth };
  return flow.pipeline.columnFor(value(by.type, over), 'before');
}

/** Names with `*` for any run of characters. */
function matcherOf(patterns: readonly string[]): (name: string) => boolean {
  const escaped = patterns.map((pattern) =>
    pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  );
  const all = new RegExp(`^(?:${escaped.join('|')})$`);
  return (name) => all.test(name);
}
