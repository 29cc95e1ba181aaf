import type { DurationLiteral } from '../../language/ast.ts';
import { clampDuration, durationCap, durationMilliseconds, unitAbbreviation } from '../../language/duration.ts';
import type { DurationUnit } from '../../language/ast.ts';
import { fieldsIn } from '../fields-in.ts';
import type { Rule, RuleContext } from '../rule.ts';

const coarser: readonly DurationUnit[] = ['second', 'minute', 'hour', 'day'];

export const binWidth: Rule = {
  code: 'bin-width',
  severity: 'warning',
  summary: 'A duration must not be larger than its unit allows.',
  explanation:
    'The service cuts an amount to the largest one of its unit: 1000 ms, 60 s, 60 m, 24 h. ' +
    '"bin(300s)" groups by one minute, and nothing says so.',
  examples: [
    { wrong: 'stats count(*) by bin(300s)', right: 'stats count(*) by bin(5m)' },
    { wrong: 'stats count(*) by bin(48h)', right: 'stats count(*) by bin(2d)' },
  ],
  create: (context) => ({
    DurationLiteral(duration) {
      const { amount, unit, raw } = duration;
      if (amount <= 0) {
        context.report(duration, `A width of "${raw}" holds no time.`, { severity: 'error' });
        return;
      }
      const width = clampDuration(duration);
      if (width === amount) return;
      const abbreviation = unitAbbreviation(unit);
      const better = sameLength(duration);
      context.report(
        duration,
        `"${raw}" is cut to ${width}${abbreviation}, the most that ${unit}s can say.`,
        better === undefined
          ? { help: `Use a coarser unit, or ${durationCap(unit)}${abbreviation} if that is meant.` }
          : {
              help: `Write ${better}.`,
              ...(!namesColumn(duration, context) && {
                fix: { description: `Write ${better}`, edits: [{ span: duration.span, text: better }] },
              }),
            },
      );
    },
  }),
};

/** Without an alias the text is the name of a column, such as `bin(300s)`, and a later command may use it. */
function namesColumn({ raw }: DurationLiteral, { query }: RuleContext): boolean {
  return fieldsIn(query).some(({ name }) => name.includes(raw));
}

/** The same length in a coarser unit that can say it. */
function sameLength({ amount, unit }: DurationLiteral): string | undefined {
  const length = amount * durationMilliseconds({ amount: 1, unit })!;
  return coarser
    .filter((name) => length % durationMilliseconds({ amount: 1, unit: name })! === 0)
    .map((name) => ({ unit: name, amount: length / durationMilliseconds({ amount: 1, unit: name })! }))
    .filter((duration) => clampDuration(duration) === duration.amount)
    .map((duration) => `${duration.amount}${unitAbbreviation(duration.unit)}`)
    .at(-1);
}
