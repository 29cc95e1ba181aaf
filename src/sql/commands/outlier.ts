import type { OutlierCommand } from '../../language/command-nodes.ts';
import { toNumber } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { endMatching, lookUp } from '../flow.ts';
import { fieldOf } from '../names.ts';
import { invalid, notSupported } from '../refusal.ts';
import { join, sql, value } from '../value.ts';

/** Values far from the middle half: cut to the border, or their rows removed. */
export const outlier: CompileCommand<'OutlierCommand'> = (command, flow) => {
  const { pipeline } = flow;
  const action = optionOf(command, 'action') ?? 'transform';
  if (action !== 'transform' && action !== 'remove') {
    throw invalid(command.span, 'bad-option', `"action=${String(action)}" is neither remove nor transform.`);
  }
  if (optionOf(command, 'mark') === true) throw notSupported(command.span, 'outlier with mark=true');
  const factor = Number(optionOf(command, 'param') ?? 2.5);
  const useLower = optionOf(command, 'uselower') === true;
  const numbers = command.fields.map((field) => ({
    name: fieldOf(field).name,
    number: pipeline.columnFor(toNumber(pipeline.bind(lookUp(flow, fieldOf(field)), 'value')), 'number'),
  }));
  endMatching(flow);
  const judged = numbers.map(({ name, number }) => {
    const low = pipeline.columnFor(value('number', sql`quantile_cont(${number}, 0.25) OVER ()`), 'low');
    const high = pipeline.columnFor(value('number', sql`quantile_cont(${number}, 0.75) OVER ()`), 'high');
    const upper = pipeline.columnFor(value('number', sql`${high} + ${factor} * (${high} - ${low})`), 'upper');
    const lower = pipeline.columnFor(value('number', sql`${low} - ${factor} * (${high} - ${low})`), 'lower');
    return { name, number, upper, lower };
  });
  if (action === 'remove') {
    const outside = judged.map(({ number, upper, lower }) =>
      useLower
        ? sql`coalesce(${number} > ${upper} OR ${number} < ${lower}, FALSE)`
        : sql`coalesce(${number} > ${upper}, FALSE)`,
    );
    pipeline.stage({ where: `NOT (${join(outside, ' OR ').sql})` });
  } else {
    for (const { name, number, upper, lower } of judged) {
      const cut = sql`CASE WHEN ${number} > ${upper} THEN ${upper} WHEN ${useLower ? 'TRUE' : 'FALSE'} AND ${number} < ${lower} THEN ${lower} ELSE ${number} END`;
      flow.fields.set(name, pipeline.columnFor(value('number', cut), name));
    }
  }
  flow.warnings.push('outlier is an approximation: the service does not say how it measures.');
};

function optionOf({ options }: OutlierCommand, name: string): string | number | boolean | undefined {
  const given = options.find((option) => option.name.text.toLowerCase() === name)?.value;
  if (given?.kind === 'Field') return given.name;
  if (given?.kind === 'BooleanLiteral' || given?.kind === 'StringLiteral' || given?.kind === 'NumberLiteral')
    return given.value;
  return undefined;
}
