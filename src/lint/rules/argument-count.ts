import type { FunctionDefinition } from '../../functions/definition.ts';
import { signatureOf } from '../../functions/signature.ts';
import { findFunction } from '../../functions/table.ts';
import type { Rule } from '../rule.ts';

export const argumentCount: Rule = {
  code: 'argument-count',
  severity: 'error',
  summary: 'A call must have as many arguments as its function takes.',
  explanation:
    'The service refuses a call with too few or too many arguments. "flowq explain FUNCTION" shows what it takes.',
  examples: [
    { wrong: 'stats pct(@duration) by bin(5m)', right: 'stats pct(@duration, 95) by bin(5m)' },
    { wrong: 'fields replace(@message, "a") as short', right: 'fields replace(@message, "a", "") as short' },
  ],
  create: (context) => ({
    Call(call) {
      const definition = findFunction(call.name.text);
      if (!definition || (call.star && takesStar(definition))) return;
      const { least, most } = bounds(definition);
      const count = call.args.length;
      if (!call.star && count >= least && count <= most) return;
      const given = call.star ? '"*"' : count === 0 ? 'none' : String(count);
      context.report(call, `"${call.name.text}" takes ${inWords(least, most)}, not ${given}.`, {
        help: `Write ${signatureOf(definition)}.`,
      });
    },
  }),
};

function takesStar({ params }: FunctionDefinition): boolean {
  return params.some(({ star }) => star);
}

function bounds({ params }: FunctionDefinition): { least: number; most: number } {
  const least = params.filter(({ optional }) => !optional).length;
  return { least, most: params.at(-1)?.rest ? Infinity : params.length };
}

function inWords(least: number, most: number): string {
  const plural = (count: number) => (count === 1 ? `${count} argument` : `${count} arguments`);
  if (most === 0) return 'no arguments';
  if (least === most) return plural(least);
  if (most === Infinity) return `at least ${plural(least)}`;
  return least === 0 ? `at most ${plural(most)}` : `${least} to ${plural(most)}`;
}
